import { JinElement } from '/shared/element.js';
import { LiveStream } from '/shared/live.js';
import { useZone } from '/shared/format.js';
import { boardStyle } from '/assets/board-style.js';

/** After this nobody shall trust a figure of a wall any more. */
export const FORGET_MS = 5 * 60_000;
/** After this a wall says how old it is. */
export const SAY_STALE_MS = 15_000;
/** How long a number that was just called stands out. */
export const NEW_CALL_MS = 12_000;
const SHIFT_EVERY_MS = 60_000;
const TICK_MS = 1000;

/**
 * Base of the walls' screens: needs nobody, connects again by itself, takes a fresh page when the hub
 * comes back after long, and moves a little so that nothing burns in. A subclass has `take(board)`.
 */
export class Wall extends JinElement {
  #received = 0;
  #lostAt = 0;
  #stream = new LiveStream('/api/board/stream', null, {
    onSnapshot: (board) => {
      useZone(board.site?.zone);
      this.take(board);
      this.#received = performance.now();
      this.requestUpdate();
    },
    onState: (state) => this.#connection(state),
  });

  connectedCallback() {
    super.connectedCallback();
    this.#stream.open();
    setInterval(() => this.requestUpdate(), TICK_MS);
    setInterval(() => boardStyle.shift(this), SHIFT_EVERY_MS);
  }

  /** Milliseconds since the newest board came, while the hub is away; else 0. */
  get age() {
    return this.#lostAt ? performance.now() - this.#received : 0;
  }

  #connection(state) {
    if (state === 'live') {
      if (this.#lostAt && performance.now() - this.#lostAt > FORGET_MS) location.reload();
      this.#lostAt = 0;
    } else if (state === 'lost') {
      this.#lostAt ||= performance.now();
    }
    this.requestUpdate();
  }
}
