/** The names of the filters that the hub understands; they are the same in the address. */
export const FILTERS = ['day', 'occasion', 'place', 'device', 'type', 'outcome'];

const PAGE_ROWS = 200;
const MAX_ROWS = 20_000;

/**
 * The events that pass some filters, fetched page by page, newest first, each once however often it
 * comes. Calls `changed` after every step. A later change of filters makes a new one of these.
 */
export class EventRows {
  #api;
  #filters;
  #changed;
  #byEvent = new Map();
  #next = '';
  #stop = new AbortController();
  loading = false;
  /** Why the newest request failed, or null. */
  problem = null;

  constructor(api, filters, changed) {
    this.#api = api;
    this.#filters = filters;
    this.#changed = changed;
  }

  /** Rows so far, in no order. */
  get rows() {
    return [...this.#byEvent.values()];
  }

  /** Whether the hub has older ones, and we have room for them. */
  get more() {
    return this.#next != null && this.#byEvent.size < MAX_ROWS;
  }

  close() {
    this.#stop.abort();
  }

  /** Fetches the next older page. */
  async fetchOlder() {
    if (this.loading || !this.more) return;
    await this.#fetch(this.#next, (page) => {
      this.#next = page.next ?? null;
    });
  }

  /** Fetches the newest page again, for what has come or has been voided since. */
  async fetchNewest() {
    if (this.loading) return;
    const known = new Set(this.#byEvent.keys());
    await this.#fetch('', (page) => {
      // Nothing we know among the newest: more came than a page holds, so we begin anew, without a hole.
      const hole = page.next != null && !page.rows.some((row) => known.has(row.event));
      if (hole) this.#byEvent = new Map(page.rows.map((row) => [row.event, row]));
      if (hole || this.#next === '') this.#next = page.next ?? null;
    });
  }

  /** Fetches everything there is, up to the bound; resolves to whether it got to the end. */
  async fetchAll(signal) {
    while (this.more && !signal?.aborted) {
      await this.fetchOlder();
      if (this.problem) return false;
    }
    return !signal?.aborted;
  }

  /** Marks a row as voided before the hub's next word on it. */
  voided(event) {
    const row = this.#byEvent.get(event);
    if (row) this.#byEvent.set(event, { ...row, voided: true, counted: false });
    this.#changed();
  }

  async #fetch(before, then) {
    this.loading = true;
    this.problem = null;
    this.#changed();
    try {
      const page = await this.#api.get('/api/events', { ...this.#filters, before, limit: PAGE_ROWS }, this.#stop.signal);
      for (const row of page.rows) this.#byEvent.set(row.event, row);
      then(page);
    } catch (problem) {
      if (this.#stop.signal.aborted) return;
      this.problem = problem;
    }
    this.loading = false;
    this.#changed();
  }
}
