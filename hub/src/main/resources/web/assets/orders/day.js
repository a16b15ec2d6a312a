import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { state } from '/shared/parts.js';
import { date, number } from '/shared/format.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { refine, route, to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { Late } from '/assets/orders/late.js';

/** The next day of a day. */
export function tomorrow(day) {
  const when = new Date(`${day}T12:00:00Z`);
  when.setUTCDate(when.getUTCDate() + 1);
  return when.toISOString().slice(0, 10);
}

/** `<jin-orders-day>`: what is ordered for a day, by meal: totals for the kitchen, then by name. */
class JinOrdersDay extends View {
  #asked = null;
  #view = null;
  #problem = null;
  #late = new Late(this, () => this.#fetch());

  #day() {
    return route().params.get('day') ?? store.snapshot.day;
  }

  willUpdate() {
    if (this.#day() === this.#asked) return;
    this.#asked = this.#day();
    this.#fetch();
  }

  async #fetch() {
    const asked = this.#asked;
    try {
      const view = await store.api.get('/api/orders/day', { day: asked });
      if (asked !== this.#asked) return;
      this.#view = view;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  render() {
    const today = store.snapshot.day;
    const day = this.#day();
    const on = (other) => () => refine('orders', { tab: 'day', day: other });
    return html`<div class="filters no-print"><div class="chips">
        <button class="chip" aria-pressed=${day === today} @click=${on(today)}>${t('orders.today')}</button>
        <button class="chip" aria-pressed=${day === tomorrow(today)} @click=${on(tomorrow(today))}>${t('orders.tomorrow')}</button></div>
      <label class="filter"><span>${t('orders.day')}</span><input type="date" .value=${day} @change=${(e) => e.target.value && on(e.target.value)()}></label>
      <a class="button" href=${to('deliveries', { day })}>${icon('right')}${t('nav.deliveries')}</a>
      <button class="button" @click=${() => print()}>${t('orders.print')}</button></div>
      <h2>${date(day)}</h2>${this.#late.render()}${this.#content()}`;
  }

  #content() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)} <button class="button small" @click=${() => this.#fetch()}>${t('again')}</button></p>`;
    if (!this.#view) return html`<p class="empty" role="status">${t('loading')}</p>`;
    if (this.#view.meals.length === 0) return html`<p class="empty">${t('orders.no-meals')}</p>`;
    return this.#view.meals.map((meal) => this.#meal(meal));
  }

  #meal(meal) {
    return html`<section class="ordered" data-meal=${meal.meal}><header><h3>${pick(meal.name)}</h3><b class="figure">${number(meal.portions)}</b><span>${t('unit.portions')}</span>
        ${Object.entries(meal.ways).map(([way, n]) => html`<span class="tag">${t(`way.${way}`)} ${n}</span>`)}
        ${Object.entries(meal.diets).map(([diet, n]) => html`<span class="tag diet">${t(`mark.${diet}`)} ${n}</span>`)}
        ${meal.pastCutOff ? state('warn', 'clock', t('orders.past-cut-off')) : nothing}</header>
      ${meal.orders.length === 0 ? html`<p class="empty">${t('orders.none')}</p>` : html`<div class="table-scroll"><table class="table"><thead><tr><th scope="col">${t('orders.name')}</th><th scope="col">${t('orders.address')}</th><th scope="col">${t('orders.way')}</th><th scope="col">${t('orders.diets')}</th><th scope="col">${t('orders.note')}</th><th scope="col" class="no-print"></th></tr></thead>
        <tbody>${meal.orders.map((order) => html`<tr data-order=${order.id}><td><a href=${to('orders', { tab: 'person', person: order.person })}>${order.name}</a></td><td>${order.address}</td><td>${t(`way.${order.way}`)}</td><td>${order.diets.map((diet) => t(`mark.${diet}`)).join(' ')}</td><td>${order.note}</td>
          <td class="no-print">${store.mayAct ? html`<button class="button small" @click=${(e) => this.#skip(e.currentTarget, order)}>${t('orders.skip')}</button>` : nothing}</td></tr>`)}</tbody></table></div>`}</section>`;
  }

  #skip(button, order) {
    const day = this.#day();
    return this.#late.change(button, '/skip', { order: order.id, day }, t('orders.skipped', { name: order.name, day: date(day) }));
  }
}

customElements.define('jin-orders-day', JinOrdersDay);
