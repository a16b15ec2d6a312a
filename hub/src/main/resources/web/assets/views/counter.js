import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { meter, state } from '/shared/parts.js';
import { number, time } from '/shared/format.js';
import { store } from '/assets/store.js';
import { act } from '/assets/act.js';
import { to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { mealId, phase } from '/assets/parts/canteen.js';
import { counterSeats } from '/assets/canteen/seats.js';
import { lastServed, troubles } from '/assets/canteen/people.js';
import '/assets/canteen/forecast.js';
import '/assets/canteen/no-card.js';

const MAX_COOKED = 5_000;
const STEP = 10;

/** The kinds of a meal without a card, in the order of their keys 1–4. */
export const KINDS = ['forgotten-card', 'guest', 'staff-meal', 'second-portion'];

/** The meal the counter is about: the one that is on, else the next, else the last. */
export function mealNow(meals = []) {
  return meals.find((meal) => meal.state === 'open') ?? meals.find((meal) => meal.state === 'before') ?? meals.at(-1) ?? null;
}

/** `<jin-counter>`: what the cook needs at the counter of the canteen, on a tablet, by touch or key. */
class JinCounter extends View {
  #keys = (event) => this.#key(event);

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#keys);
  }

  disconnectedCallback() {
    removeEventListener('keydown', this.#keys);
    super.disconnectedCallback();
  }

  /** 1–4: no card; nothing while somebody types. */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, dialog')) return;
    const kind = KINDS[Number(event.key) - 1];
    if (!kind || !store.mayServe) return;
    // Or the digit would stand in the field that gets the focus.
    event.preventDefault();
    this.#open(kind);
  }

  #open(kind) {
    this.querySelector('jin-no-card').open(kind);
  }

  render() {
    const { meals, closures = [] } = store.snapshot;
    const meal = mealNow(meals);
    const closed = closures.find((one) => (one.place === null || one.place === meal?.place) && one.from <= local());
    return html`<div class="counter">
      ${closed ? html`<p class="counter-closed" role="status">${icon('close')}${t('counter.closed', { name: pick(closed.name), reason: pick(closed.reason) })}</p>` : nothing}
      <div class="counter-main">${meal ? this.#meal(meal) : html`<section class="panel counter-meal"><p class="empty">${t('counter.no-meal')} <a class="button" href=${to('meals')}>${t('nav.meals')}</a></p></section>`}
      <section class="panel counter-last"><h2>${t('counter.last')}</h2>${lastServed(store)}</section></div>
      <div class="counter-side">${meal && store.mayServe ? this.#noCard() : nothing}
      <section class="panel counter-seats"><h2>${icon('seat')}${t('counter.seats')}</h2>${counterSeats(store)}</section>
      <section class="panel counter-troubles"><h2>${t('counter.troubles')}</h2>${troubles(store)}</section>
      <section class="panel counter-forecast"><h2>${icon('meal')}${t('forecast.title')}</h2><jin-forecast></jin-forecast></section></div>
      <jin-no-card .meal=${meal}></jin-no-card>
    </div>`;
  }

  #meal(meal) {
    const left = meal.cooked === null ? null : Math.max(0, meal.cooked - meal.total);
    return html`<section class="panel counter-meal ${meal.soldOut ? 'sold-out' : ''}">
      <header><h2>${pick(meal.period)}</h2><span class="muted">${time(meal.opens)}–${time(meal.closes)}</span>${phase(meal.state)}
        ${meal.soldOut ? state('bad', 'level-full', t('counter.sold-out')) : nothing}</header>
      <dl class="counter-figures">
        <div class="main"><dt>${t('counter.served')}</dt><dd class="figure" data-test="served">${number(meal.total)}</dd></div>
        <div><dt>${t('counter.cooked')}</dt><dd class="figure" data-test="cooked">${meal.cooked === null ? '–' : number(meal.cooked)}</dd></div>
        <div class=${left !== null && left <= 10 ? 'few' : ''}><dt>${t('counter.left')}</dt><dd class="figure" data-test="left">${left === null ? '–' : number(left)}</dd></div>
      </dl>
      ${meal.cooked ? meter(meal.total, meal.cooked, left <= 10 ? 'warn' : '') : nothing}
      ${store.mayServe ? this.#kitchen(meal) : nothing}
    </section>`;
  }

  #kitchen(meal) {
    const step = (event, by) => {
      const field = event.target.closest('form').cooked;
      field.value = Math.max(0, Math.min(MAX_COOKED, Number(field.value || (meal.cooked ?? 0)) + by));
    };
    return html`<div class="counter-kitchen">
      <form class="stepper" @submit=${(event) => this.#cooked(event, meal)} aria-label=${t('counter.cooked.enter')}>
        <button type="button" class="button" @click=${(e) => step(e, -STEP)} aria-label=${t('counter.fewer', { n: STEP })}>−${STEP}</button>
        <input name="cooked" type="number" inputmode="numeric" min="0" max=${MAX_COOKED} required placeholder=${meal.cooked ?? 0} aria-label=${t('counter.cooked.enter')}>
        <button type="button" class="button" @click=${(e) => step(e, STEP)} aria-label=${t('counter.more', { n: STEP })}>+${STEP}</button>
        <button class="button primary">${icon('check')}${t('counter.cooked.save')}</button>
      </form>
      <button class="button ${meal.byHand ? 'primary' : 'danger'}" data-test="sold-out" @click=${(event) => this.#soldOut(event.currentTarget, meal)}>
        ${icon(meal.byHand ? 'undo' : 'level-full')}${t(meal.byHand ? 'counter.sold-out.undo' : 'counter.sold-out.do')}</button>
    </div>`;
  }

  #stock(meal, cooked, soldOut) {
    return store.api.post('/api/canteen/stock', { meal: mealId(meal), cooked, soldOut });
  }

  async #cooked(event, meal) {
    event.preventDefault();
    const form = event.target;
    const cooked = Number(form.cooked.value);
    const done = await act(event.submitter, () => this.#stock(meal, cooked, meal.byHand), () => t('counter.cooked.saved', { meal: pick(meal.period), n: cooked }));
    if (done) form.reset();
  }

  #soldOut(button, meal) {
    const next = !meal.byHand;
    return act(button, () => this.#stock(meal, meal.cooked, next), () => t(next ? 'counter.sold-out.done' : 'counter.sold-out.undone', { meal: pick(meal.period) }));
  }

  #noCard() {
    return html`<section class="panel counter-no-card"><h2>${t('counter.no-card')}</h2><div class="kinds">${KINDS.map((kind, index) => html`
      <button class="button" data-kind=${kind} @click=${() => this.#open(kind)}>${icon(SYMBOLS[kind])}<span>${t(`kind.${kind}`)}</span><kbd aria-hidden="true">${index + 1}</kbd></button>`)}</div></section>`;
  }
}

const SYMBOLS = { 'forgotten-card': 'card', guest: 'person', 'staff-meal': 'meal', 'second-portion': 'repeat' };

/** The site's local time as 2026-11-24T11:42, by the snapshot. */
function local() {
  const zone = store.snapshot.site.zone;
  return new Date(store.now()).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
}

customElements.define('jin-counter', JinCounter);
