import { store } from '/assets/store.js';

const KEY_BYTES = 12;
const RETRY_MS = 5_000;
/** Older entries the hub does not take; they are shown as refused. */
const MAX_AGE_MS = 4 * 86_400_000;
/** What the hub may answer when it would take the same entry later. */
const LATER = new Set([0, 401, 403, 408, 413, 429, 500, 502, 503, 504]);

/** A key that no other phone makes; randomUUID is missing on pages without TLS. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What was entered at doors and is not at the hub yet. It outlives a closed page: it is kept in this
 * browser under the account that entered it, and sent when that account is here again and the hub
 * answers; signing out takes it away. Kept are person numbers, outcomes and notes, no name and no
 * address. The hub knows an entry by its key, so that one which was sent twice counts once.
 */
class Queue extends EventTarget {
  #account = null;
  #entries = [];
  #timer = 0;
  #sending = false;
  /** Whether this browser keeps what is entered; without it, closing the page loses it. */
  keeps = true;

  constructor() {
    super();
    addEventListener('online', () => this.send());
    store.addEventListener('change', () => this.#arrive());
  }

  /** The entries of whoever is here, oldest first: {key, path, body, at, problem?}. */
  get entries() {
    this.#arrive();
    return this.#entries;
  }

  /** Those that are still to be sent. */
  get waiting() {
    return this.entries.filter((entry) => !entry.problem);
  }

  /** Those that the hub did not take, and why. */
  get refused() {
    return this.entries.filter((entry) => entry.problem);
  }

  /** Keeps an entry and tries to send it; `path` is visit or step. */
  add(path, body) {
    this.#arrive();
    this.#entries = [...this.#entries, { key: newKey(), path, body, at: Date.now() }];
    this.#keep();
    return this.send();
  }

  /** Somebody read why an entry was refused. */
  forget(key) {
    this.#entries = this.#entries.filter((entry) => entry.key !== key);
    this.#keep();
  }

  /** Whoever was here signs out and takes nothing along. */
  clear() {
    this.#arrive();
    this.#entries = [];
    if (this.#account) this.#keep();
  }

  /** Sends what waits, one after another; what the hub cannot take now stays. */
  async send() {
    this.#arrive();
    if (this.#sending || !this.#account) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    try {
      for (let next = this.waiting[0]; next; next = this.waiting[0]) await this.#sendOne(next);
    } catch {
      this.#timer = setTimeout(() => this.send(), RETRY_MS);
    } finally {
      this.#sending = false;
    }
  }

  async #sendOne(entry) {
    const ageMs = Math.max(0, Date.now() - entry.at);
    const account = this.#account;
    try {
      if (ageMs > MAX_AGE_MS) throw Object.assign(new Error('too-old'), { status: 400, code: 'too-old' });
      await store.api.post(`/api/deliveries/${entry.path}`, { ...entry.body, key: entry.key, ageMs });
    } catch (problem) {
      if (LATER.has(problem.status)) throw problem;
      if (account === this.#account) this.#replace(entry.key, { ...entry, problem: { code: problem.code, words: problem.words } });
      return;
    }
    if (account === this.#account) this.forget(entry.key);
    this.dispatchEvent(new Event('sent'));
  }

  #replace(key, other) {
    this.#entries = this.#entries.map((entry) => (entry.key === key ? other : entry));
    this.#keep();
  }

  /** Another account has entries of its own. */
  #arrive() {
    const account = store.session?.account ?? null;
    if (account === this.#account) return;
    this.#account = account;
    this.#entries = account ? this.#read() : [];
    if (this.#entries.length > 0) this.send();
  }

  #name() {
    return `jinlin.deliveries.${this.#account}`;
  }

  #read() {
    try {
      return JSON.parse(localStorage.getItem(this.#name()) ?? '[]');
    } catch {
      this.keeps = false;
      return [];
    }
  }

  #keep() {
    try {
      if (this.#entries.length > 0) localStorage.setItem(this.#name(), JSON.stringify(this.#entries));
      else localStorage.removeItem(this.#name());
      this.keeps = true;
    } catch {
      this.keeps = false;
    }
    this.dispatchEvent(new Event('change'));
  }
}

export const queue = new Queue();
