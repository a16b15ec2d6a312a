/**
 * A stream of snapshots that heals by itself: server-sent events, watched by a deadline because a
 * dead network closes nothing, and opened anew with growing, jittered waits.
 *
 * Tells `onSnapshot(value)`, and `onState('connecting' | 'live' | 'lost' | 'refused')`. `refused`
 * is final: the login is over.
 */
const SILENCE_MS = 25_000; // the hub pings every 10 s
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

export class LiveStream {
  #url;
  #probe;
  #on;
  #source = null;
  #watch = 0;
  #retry = 0;
  #wait = FIRST_WAIT_MS;
  #closed = true;
  #heard = 0;

  /**
   * @param url of the stream
   * @param probe of a plain request that tells a lost network from an ended login; null for a public page
   */
  constructor(url, probe, on) {
    this.#url = url;
    this.#probe = probe;
    this.#on = on;
  }

  open() {
    this.#closed = false;
    this.#connect();
    addEventListener('online', this.#now);
  }

  close() {
    this.#closed = true;
    removeEventListener('online', this.#now);
    this.#drop();
  }

  #now = () => {
    this.#wait = FIRST_WAIT_MS;
    this.#drop();
    this.#connect();
  };

  #connect() {
    if (this.#closed) return;
    this.#on.onState('connecting');
    const source = new EventSource(this.#url);
    this.#source = source;
    this.#hear();
    source.addEventListener('snapshot', (event) => {
      this.#heard = performance.now();
      this.#hear();
      this.#wait = FIRST_WAIT_MS;
      this.#on.onState('live');
      this.#on.onSnapshot(JSON.parse(event.data));
    });
    source.addEventListener('ping', () => {
      this.#heard = performance.now();
      this.#hear();
    });
    source.onerror = () => this.#fail();
  }

  /** Milliseconds since the hub was last heard; Infinity before the first time. */
  silence() {
    return this.#heard ? performance.now() - this.#heard : Infinity;
  }

  #hear() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#fail(), SILENCE_MS);
  }

  async #fail() {
    this.#drop();
    if (this.#closed) return;
    this.#on.onState('lost');
    this.#retry = setTimeout(() => this.#connect(), this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(LONGEST_WAIT_MS, this.#wait * 2);
    if (this.#probe && (await this.#loginIsOver())) {
      this.close();
      this.#on.onState('refused');
    }
  }

  async #loginIsOver() {
    try {
      return (await fetch(this.#probe, { cache: 'no-store' })).status === 401;
    } catch {
      return false;
    }
  }

  #drop() {
    clearTimeout(this.#watch);
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }
}
