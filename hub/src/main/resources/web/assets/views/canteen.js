import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { store } from '/assets/store.js';
import { to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { meals, placeFor, seatsNow } from '/assets/parts/canteen.js';
import { dayCurve } from '/assets/parts/places.js';
import '/assets/events/table.js';

/** `<jin-canteen>`: meals, seats, and the events of the canteen today. */
class JinCanteen extends View {
  #fixed = {};

  willUpdate() {
    const { day } = store.snapshot;
    const place = placeFor(store.snapshot, 'canteen');
    // The same object as long as nothing changed, so that the table does not fetch again.
    if (this.#fixed.day !== day || this.#fixed.place !== place) this.#fixed = place ? { day, place } : { day, type: 'scan' };
  }

  render() {
    const place = store.snapshot.places?.find((one) => one.id === this.#fixed.place);
    return html`
      <section class="panel"><div class="panel-head"><h2>${t('canteen.meals')}</h2>${store.mayServe ? html`<p class="panel-links"><a class="button" href=${to('counter')}>${icon('seat')}${t('nav.counter')}</a> <a class="button" href=${to('meals')}>${icon('class')}${t('nav.meals')}</a></p>` : nothing}</div>
        <div class="canteen-now">${meals(store.snapshot)}${seatsNow(store, place ? dayCurve(place) : nothing)}</div></section>
      <section class="panel tall"><h2>${t('canteen.events')}</h2><jin-events .fixed=${this.#fixed}></jin-events></section>`;
  }
}

customElements.define('jin-canteen', JinCanteen);
