import { store } from '/assets/store.js';

const WAIT_MS = 200;

/** Finds people while somebody types: asks once the typing rests, and the newest question wins, whichever answer comes last. */
export class PeopleFinder {
  #host;
  #timer = 0;
  #asked = 0;

  /** Those found; null while nothing is asked. */
  rows = null;
  problem = null;

  /** @param host is drawn anew with each answer */
  constructor(host) {
    this.#host = host;
  }

  /** For the input's event. */
  type = (event) => {
    clearTimeout(this.#timer);
    const text = event.target.value.trim();
    this.#timer = setTimeout(() => this.#find(text), WAIT_MS);
  };

  clear() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.rows = this.problem = null;
  }

  async #find(text) {
    const asked = ++this.#asked;
    try {
      const { rows } = text ? await store.api.post('/api/people/search', { text }) : { rows: null };
      if (asked !== this.#asked) return;
      this.rows = rows;
      this.problem = null;
    } catch (problem) {
      if (asked !== this.#asked) return;
      this.problem = problem;
    }
    this.#host.requestUpdate();
  }
}
