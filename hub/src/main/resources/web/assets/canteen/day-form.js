import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { act } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { MAX_MEALS, newPeriod, periodRows } from '/assets/canteen/periods.js';

const MARKS = ['soft', 'low-salt', 'diabetic', 'vegetarian', 'halal'];
const MAX_DISHES = 8;
const MODES = ['usual', 'closed', 'own'];

/** `<jin-day-form>`: the menu of a day, and whether its meals are the usual ones. */
class JinDayForm extends View {
  static properties = { settings: { attribute: false } };
  #date = '';
  #mode = 'usual';
  #meals = [];
  #menus = {};

  willUpdate(changed) {
    if (changed.has('settings')) this.#load(this.#date || store.snapshot.day);
  }

  #load(date) {
    this.#date = date;
    const day = this.settings.days.find((one) => one.date === date);
    this.#mode = !day?.meals ? 'usual' : day.meals.length === 0 ? 'closed' : 'own';
    this.#meals = day?.meals ?? [];
    this.#menus = Object.fromEntries((day?.menus ?? []).map((menu) => [menu.meal, menu.dishes]));
    this.requestUpdate();
  }

  /** The meals of the day as they would be, in order of time. */
  #periods() {
    if (this.#mode === 'closed') return [];
    const weekday = String(new Date(`${this.#date}T12:00:00Z`).getUTCDay() || 7);
    const meals = this.#mode === 'own' ? this.#meals : this.settings.meals.filter((meal) => meal.days.includes(weekday));
    return [...meals].sort((a, b) => a.opens.localeCompare(b.opens));
  }

  #setMode(mode) {
    if (mode === 'own' && this.#meals.length === 0) this.#meals = this.#periods();
    this.#mode = mode;
    this.requestUpdate();
  }

  #dishes(meal, dishes) {
    this.#menus = { ...this.#menus, [meal]: dishes };
    this.requestUpdate();
  }

  async #submit(event) {
    event.preventDefault();
    const all = this.#periods();
    const menus = all.map((meal) => ({ meal: meal.id, dishes: (this.#menus[meal.id] ?? []).filter((dish) => dish.zh) })).filter((menu) => menu.dishes.length > 0);
    const meals = this.#mode === 'usual' ? null : this.#mode === 'closed' ? [] : this.#meals.map((meal) => ({ ...meal, days: '1234567' }));
    const body = { place: this.settings.place, date: this.#date, meals, menus };
    const done = await act(event.submitter, () => store.api.post('/api/canteen/day', body), () => t('meals.day.saved', { date: this.#date }));
    if (done) this.dispatchEvent(new Event('saved'));
  }

  render() {
    const periods = this.#periods();
    const special = this.settings.days.filter((day) => day.date !== this.#date);
    return html`<form class="day-form" @submit=${(event) => this.#submit(event)}>
      <div class="day-head">
        <label class="field">${t('meals.day.date')}<input type="date" required min=${store.snapshot.day} .value=${this.#date} @change=${(event) => event.target.value && this.#load(event.target.value)}></label>
        <label class="field">${t('meals.day.own.as')}<select @change=${(event) => this.#setMode(event.target.value)}>${MODES.map((mode) => html`<option value=${mode} ?selected=${mode === this.#mode}>${t(`meals.day.${mode}`)}</option>`)}</select></label>
      </div>
      ${this.#mode === 'own' ? html`${periodRows(this.#meals, (meals) => { this.#meals = meals; this.requestUpdate(); }, false)}
        <p><button type="button" class="button" ?disabled=${this.#meals.length >= MAX_MEALS} @click=${() => { this.#meals = [...this.#meals, newPeriod(this.#meals)]; this.requestUpdate(); }}>${t('meals.week.add')}</button></p>` : nothing}
      ${periods.length === 0 ? html`<p class="empty">${t('meals.day.none')}</p>` : periods.map((meal) => this.#menu(meal))}
      <button class="button primary">${icon('check')}${t('meals.day.save')}</button>
      ${special.length > 0 ? html`<p class="special-days"><span class="muted">${t('meals.day.special')}</span>${special.map((day) => html`<button type="button" class="button small" @click=${() => this.#load(day.date)}>${day.date}</button>`)}</p>` : nothing}
    </form>`;
  }

  #menu(meal) {
    const dishes = this.#menus[meal.id] ?? [];
    const edit = (index, values) => this.#dishes(meal.id, dishes.map((dish, i) => (i === index ? { ...dish, ...values } : dish)));
    return html`<fieldset class="menu" data-meal=${meal.id}><legend>${pick(meal)} <span class="muted">${meal.opens}–${meal.closes}</span></legend>
      <ul>${dishes.map((dish, index) => html`<li>
        <input required maxlength="40" .value=${dish.zh} placeholder=${t('meals.dish')} aria-label=${t('meals.dish')} @change=${(event) => edit(index, { zh: event.target.value.trim() })}>
        <input maxlength="40" .value=${dish.en} placeholder=${t('meals.dish.en')} aria-label=${t('meals.dish.en')} @change=${(event) => edit(index, { en: event.target.value.trim() })}>
        <span class="marks">${MARKS.map((mark) => html`<label><input type="checkbox" .checked=${dish.marks.includes(mark)} @change=${(event) => edit(index, { marks: MARKS.filter((one) => (one === mark ? event.target.checked : dish.marks.includes(one))) })}><span>${t(`mark.${mark}`)}</span></label>`)}</span>
        <button type="button" class="button quiet" @click=${() => this.#dishes(meal.id, dishes.filter((_, i) => i !== index))} aria-label=${t('meals.dish.remove')}>${icon('close')}</button></li>`)}</ul>
      <button type="button" class="button small" ?disabled=${dishes.length >= MAX_DISHES} @click=${() => this.#dishes(meal.id, [...dishes, { zh: '', en: '', marks: [] }])}>${t('meals.dish.add')}</button>
    </fieldset>`;
  }
}

customElements.define('jin-day-form', JinDayForm);
