/**
 * Keeps a panel from burning in: the picture moves a little, slowly, around a square, and never
 * stands at one place longer than the caller's interval.
 */
const STEP_PX = 8;
const AROUND = [[0, 0], [1, 0], [2, 0], [2, 1], [2, 2], [1, 2], [0, 2], [0, 1]];

class BoardStyle {
  #step = 0;

  /** Moves the element one step on. */
  shift(element) {
    this.#step = (this.#step + 1) % AROUND.length;
    const [x, y] = AROUND[this.#step];
    element.style.setProperty('transform', `translate(${(x - 1) * STEP_PX}px, ${(y - 1) * STEP_PX}px)`);
  }
}

export const boardStyle = new BoardStyle();
