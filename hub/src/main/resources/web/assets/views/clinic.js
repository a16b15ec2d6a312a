import { html } from 'lit';
import { store } from '/assets/store.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { placeFor } from '/assets/parts/canteen.js';
import { queues } from '/assets/parts/clinic.js';
import '/assets/events/table.js';

/** `<jin-clinic>`: the queues large, and today's tickets. */
class JinClinic extends View {
  #fixed = {};

  willUpdate() {
    const { day } = store.snapshot;
    const place = placeFor(store.snapshot, 'clinic');
    if (this.#fixed.day !== day || this.#fixed.place !== place) this.#fixed = place ? { day, place } : { day };
  }

  render() {
    return html`<section class="panel large">${queues(store.snapshot)}</section>
      <section class="panel tall"><h2>${t('clinic.events')}</h2><jin-events .fixed=${this.#fixed}></jin-events></section>`;
  }
}

customElements.define('jin-clinic', JinClinic);
