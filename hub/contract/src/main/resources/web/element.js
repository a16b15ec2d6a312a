import { LitElement } from 'lit';
import { preferences } from '/shared/preferences.js';

/**
 * Base of every element on every page: renders into the page itself, so that the shared style
 * sheets reach it, and draws itself anew when the language or the scheme changes.
 */
export class JinElement extends LitElement {
  #redraw = () => this.requestUpdate();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    preferences.addEventListener('change', this.#redraw);
  }

  disconnectedCallback() {
    preferences.removeEventListener('change', this.#redraw);
    super.disconnectedCallback();
  }
}
