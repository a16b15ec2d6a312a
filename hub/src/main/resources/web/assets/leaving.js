const KEY = 'jinlin.leaving';

/** Who signed out here while the hub did not answer: it does not know of it yet. */
export const leaving = {
  set(account) {
    try {
      localStorage.setItem(KEY, account);
    } catch {
      // A browser that keeps nothing forgets this too; the hub ends the login after some days.
    }
  },
  is(account) {
    try {
      return localStorage.getItem(KEY) === account;
    } catch {
      return false;
    }
  },
  clear() {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Nothing was kept.
    }
  },
};
