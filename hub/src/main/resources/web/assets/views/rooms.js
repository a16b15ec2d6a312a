import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { act } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { floor } from '/assets/parts/floor.js';
import { peak, places } from '/assets/parts/places.js';
import { roomAlerts } from '/assets/parts/room-alerts.js';
import '/assets/parts/heat.js';
import '/assets/parts/room-rules.js';

const MAX_PEOPLE = 2_000;

/** `<jin-rooms>`: alerts, a plan, every place with a count by hand, and how full it was in other weeks. */
class JinRooms extends View {
  #rules = null;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      this.#rules = { within: {}, doors: {}, ...(await store.api.get('/api/rooms/rules')) };
      this.requestUpdate();
    } catch {
      // Without the rules all places are drawn side by side.
    }
  }

  render() {
    return html`${roomAlerts(store.snapshot)}<section class="panel"><h2>${t('rooms.floor')}</h2>${floor(store.snapshot, this.#rules?.within ?? {})}</section>
      <section class="panel"><h2>${t('rooms.title')}</h2><p class="muted">${t('rooms.hint')}</p>${places(store, (place) => html`${mostToday(place)}${store.mayAct ? this.#count(place) : nothing}`)}</section>
      <section class="panel" id="heat"><h2>${t('rooms.heat')}</h2><jin-heat></jin-heat></section>
      ${store.mayAct && this.#rules ? html`<details class="panel" id="rules"><summary><h2>${t('rooms.rules')}</h2></summary><jin-room-rules .rules=${this.#rules} @saved=${() => this.#load()}></jin-room-rules></details>` : nothing}`;
  }

  #count(place) {
    const step = (event, by) => {
      const field = event.target.closest('form').people;
      field.value = Math.max(0, Math.min(MAX_PEOPLE, Number(field.value || place.people || 0) + by));
    };
    return html`<form class="hand-count" @submit=${(event) => this.#submit(event, place)} aria-label=${t('rooms.count', { place: pick(place) })}>
      <button type="button" class="button" @click=${(e) => step(e, -1)} aria-label=${t('rooms.fewer')}>−</button>
      <input name="people" type="number" inputmode="numeric" min="0" max=${MAX_PEOPLE} required placeholder=${place.people ?? 0} aria-label=${t('rooms.people')}>
      <button type="button" class="button" @click=${(e) => step(e, 1)} aria-label=${t('rooms.more')}>+</button>
      <button class="button primary">${icon('check')}${t('rooms.save')}</button>
    </form>`;
  }

  async #submit(event, place) {
    event.preventDefault();
    const form = event.target;
    const people = Number(form.people.value);
    const saved = await act(
      event.submitter,
      () => store.api.post('/api/hand-count', { place: place.id, people }),
      () => t('rooms.saved', { place: pick(place), n: people }),
    );
    if (saved) form.reset();
  }
}

function mostToday(place) {
  const values = place.curve ?? [];
  if (values.length === 0) return nothing;
  const { most, when } = peak(values);
  return html`<p class="basis">${t('rooms.most', { n: most, when })}</p>`;
}

customElements.define('jin-rooms', JinRooms);
