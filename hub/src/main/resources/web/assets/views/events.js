import { html } from 'lit';
import { View } from '/assets/view.js';
import '/assets/events/table.js';

/** `<jin-events-view>`: all events, by what the address says. */
class JinEventsView extends View {
  render() {
    return html`<section class="panel tall"><jin-events></jin-events></section>`;
  }
}

customElements.define('jin-events-view', JinEventsView);
