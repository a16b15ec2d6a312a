import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { act } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';

/** `<jin-room-rules>`: which place lies in which, and which door leads from one place into another. Tells `saved` when they changed. */
class JinRoomRules extends View {
  static properties = { rules: { attribute: false } };
  #doors = null;

  /** Doors as they are being edited: name and the other place; the rules' own until somebody types. */
  #rows() {
    return this.#doors ?? Object.entries(this.rules.doors).map(([door, place]) => ({ door, place }));
  }

  #edit(change) {
    this.#doors = change(this.#rows());
    this.requestUpdate();
  }

  async #save(event) {
    event.preventDefault();
    const form = event.target;
    const within = {};
    for (const select of form.querySelectorAll('select[data-place]')) {
      if (select.value) within[select.dataset.place] = select.value;
    }
    const doors = Object.fromEntries(this.#rows().filter((row) => row.door && row.place).map((row) => [row.door, row.place]));
    const saved = await act(event.submitter, () => store.api.post('/api/rooms/rules', { within, doors }), () => t('rooms.rules.saved'));
    if (!saved) return;
    this.#doors = null;
    this.dispatchEvent(new CustomEvent('saved'));
  }

  render() {
    if (!this.rules) return nothing;
    const places = store.snapshot.places;
    const options = (chosen, but) => places.filter((one) => one.id !== but).map((one) => html`<option value=${one.id} .selected=${one.id === chosen}>${pick(one)}</option>`);
    return html`<form class="room-rules" @submit=${(event) => this.#save(event)}>
      <h3>${t('rooms.rules.within')}</h3><p class="muted">${t('rooms.rules.within.hint')}</p>
      <div class="room-rules-grid">${places.map((place) => html`<label class="filter"><span>${pick(place)}</span>
        <select data-place=${place.id}><option value="">${t('rooms.rules.alone')}</option>${options(this.rules.within[place.id], place.id)}</select></label>`)}</div>
      <h3>${t('rooms.rules.doors')}</h3><p class="muted">${t('rooms.rules.doors.hint')}</p>
      ${this.#rows().map((row, at) => html`<div class="filters room-door">
        <label class="filter"><span>${t('rooms.rules.door')}</span><input required maxlength="40" pattern="[a-z0-9\\-]+" .value=${row.door} @change=${(e) => this.#edit((rows) => rows.with(at, { ...row, door: e.target.value.trim() }))}></label>
        <label class="filter"><span>${t('rooms.rules.leads')}</span><select required @change=${(e) => this.#edit((rows) => rows.with(at, { ...row, place: e.target.value }))}><option value=""></option>${options(row.place)}</select></label>
        <button type="button" class="button small" @click=${() => this.#edit((rows) => rows.toSpliced(at, 1))}>${icon('close')}${t('rooms.rules.remove')}</button></div>`)}
      <p class="row"><button type="button" class="button" @click=${() => this.#edit((rows) => [...rows, { door: '', place: '' }])}>${t('rooms.rules.add')}</button>
        <button class="button primary">${icon('check')}${t('rooms.rules.save')}</button></p></form>`;
  }
}

customElements.define('jin-room-rules', JinRoomRules);
