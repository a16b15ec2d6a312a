import { JinElement } from '/shared/element.js';
import { store } from '/assets/store.js';

/** Base of the console's views: drawn anew whenever the store or the address changes. */
export class View extends JinElement {
  #redraw = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    store.addEventListener('change', this.#redraw);
    addEventListener('hashchange', this.#redraw);
  }

  disconnectedCallback() {
    store.removeEventListener('change', this.#redraw);
    removeEventListener('hashchange', this.#redraw);
    super.disconnectedCallback();
  }
}
