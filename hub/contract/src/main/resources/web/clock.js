import { html } from 'lit';
import { JinElement } from '/shared/element.js';
import { date, time } from '/shared/format.js';

/** `<jin-clock>`: the date and the time of day at the site. */
class JinClock extends JinElement {
  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    super.disconnectedCallback();
  }

  render() {
    const now = Date.now();
    return html`<span class="clock-date">${date(now)}</span> <time class="clock-time figure">${time(now)}</time>`;
  }
}

customElements.define('jin-clock', JinClock);
