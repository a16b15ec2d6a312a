/** Language and colour scheme of this browser. Listeners hear of every change. */
const store = {
  read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Storage is refused in some private windows; the choice then lasts as long as the page.
    }
  },
};

class Preferences extends EventTarget {
  #language = store.read('jinlin.language') === 'en' ? 'en' : 'zh';
  #theme = store.read('jinlin.theme') ?? 'system';

  /** 'zh' or 'en'. */
  get language() {
    return this.#language;
  }

  set language(value) {
    this.#language = value === 'en' ? 'en' : 'zh';
    store.write('jinlin.language', this.#language);
    document.documentElement.lang = this.#language === 'en' ? 'en' : 'zh-CN';
    this.dispatchEvent(new Event('change'));
  }

  /** 'system', 'light' or 'dark'. */
  get theme() {
    return this.#theme;
  }

  set theme(value) {
    this.#theme = value === 'light' || value === 'dark' ? value : 'system';
    store.write('jinlin.theme', this.#theme);
    if (this.#theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.#theme;
    this.dispatchEvent(new Event('change'));
  }

  /** Whether the page is dark now, whoever decided it. */
  get dark() {
    if (this.#theme !== 'system') return this.#theme === 'dark';
    return matchMedia('(prefers-color-scheme: dark)').matches;
  }
}

export const preferences = new Preferences();
