import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { state } from '/shared/parts.js';
import { date } from '/shared/format.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { refine, route } from '/assets/route.js';
import { named, t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { PeopleFinder } from '/assets/parts/people-finder.js';
import { tomorrow } from '/assets/orders/day.js';
import { Late } from '/assets/orders/late.js';
import { orderForm, pauseForm } from '/assets/orders/forms.js';

/** `<jin-orders-person>`: finds somebody, and takes, ends and pauses their orders. */
class JinOrdersPerson extends View {
  #asked = null;
  #view = null;
  #problem = null;
  #finder = new PeopleFinder(this);
  #late = new Late(this, () => this.#fetch());

  willUpdate() {
    const person = route().params.get('person');
    if (person === this.#asked) return;
    this.#asked = person;
    this.#view = null;
    if (person) this.#fetch();
  }

  async #fetch() {
    const asked = this.#asked;
    try {
      const view = await store.api.get('/api/orders/person', { person: asked });
      if (asked !== this.#asked) return;
      this.#view = view;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  #choose(person) {
    this.#finder.clear();
    refine('orders', { tab: 'person', person });
  }

  render() {
    const { rows } = this.#finder;
    const problem = this.#finder.problem ?? this.#problem;
    return html`<label class="filter wide"><span>${t('orders.find')}</span><input type="search" placeholder=${t('orders.find.hint')} @input=${this.#finder.type} data-test="order-search"></label>
      ${rows ? this.#found(rows) : nothing}
      ${problem ? html`<p class="wrong" role="alert">${icon('alert')}${explain(problem)}</p>` : nothing}
      ${this.#view ? this.#person(this.#view) : rows ? nothing : html`<p class="empty">${t(this.#asked ? 'loading' : 'orders.find.first')}</p>`}`;
  }

  #found(rows) {
    if (rows.length === 0) return html`<p class="empty">${t('orders.nobody')}</p>`;
    return html`<div class="found">${rows.map((row) => html`<button class="button" ?disabled=${row.closed} @click=${() => this.#choose(row.person)}><strong>${row.name}</strong><span class="muted">${row.address ?? ''} ${row.phone ?? ''}</span>${row.closed ? state('', 'close', t('orders.closed-file')) : nothing}</button>`)}</div>`;
  }

  #person(view) {
    return html`<article class="orders-of" data-person=${view.person}><header><h2>${view.name}</h2><span class="muted">${view.address}${view.phoneEnd ? ` · …${view.phoneEnd}` : ''}</span>${view.away ? state('warn', 'clock', t('orders.away')) : nothing}</header>
      ${this.#late.render()}
      <h3>${t('orders.standing')}</h3>${view.orders.length === 0 ? html`<p class="empty">${t('orders.none')}</p>` : html`<ul class="order-list">${view.orders.map((order) => this.#order(order))}</ul>`}
      ${view.pauses.length ? html`<h3>${t('orders.pauses')}</h3><ul class="order-list">${view.pauses.map((pause) => this.#pause(pause))}</ul>` : nothing}
      ${store.mayAct ? html`${orderForm(view, this.#late)}${pauseForm(view, this.#late)}` : nothing}</article>`;
  }

  #order(order) {
    const single = order.until && tomorrow(order.from) === order.until;
    const end = (button, day) => this.#late.change(button, '/end', { order: order.id, end: day }, t('orders.ended'));
    const today = store.snapshot.day;
    return html`<li data-order=${order.id}><strong>${named('period', order.meal)} · ${t(`way.${order.way}`)}</strong>
      <span>${single ? date(order.from) : `${weekdays(order.weekdays)} · ${t('orders.from', { day: date(order.from) })}${order.until ? ` ${t('orders.last', { day: date(before(order.until)) })}` : ''}`}</span>
      ${order.diets.map((diet) => html`<b class="tag">${t(`mark.${diet}`)}</b>`)}<em>${order.note}</em>
      ${store.mayAct ? html`<span class="acts">${single ? nothing : html`<button class="button small" @click=${(e) => end(e.currentTarget, tomorrow(today))}>${t('orders.end.tomorrow')}</button>`}<button class="button small danger" @click=${(e) => end(e.currentTarget, today)}>${t('orders.end.today')}</button></span>` : nothing}</li>`;
  }

  #pause(pause) {
    return html`<li data-pause=${pause.id}><strong>${pause.reason}</strong><span>${t('orders.from', { day: date(pause.from) })} ${pause.until ? t('orders.last', { day: date(before(pause.until)) }) : t('orders.open-end')}</span>
      ${store.mayAct ? html`<form class="acts" @submit=${(event) => this.#resume(event, pause)}><label>${t('orders.home')} <input type="date" name="end" required min=${pause.from} .value=${tomorrow(store.snapshot.day)}></label><button class="button small">${icon('check')}${t('orders.resume')}</button></form>` : nothing}</li>`;
  }

  #resume(event, pause) {
    event.preventDefault();
    return this.#late.change(event.submitter, '/resume', { pause: pause.id, end: event.target.end.value }, t('orders.resumed'));
  }
}

/** 周一 周三 · every day. */
function weekdays(list) {
  return list.length === 7 ? t('orders.every-day') : list.map((day) => t(`weekday.short.${day}`)).join(' ');
}

/** The day before. */
function before(day) {
  const when = new Date(`${day}T12:00:00Z`);
  when.setUTCDate(when.getUTCDate() - 1);
  return when.toISOString().slice(0, 10);
}

customElements.define('jin-orders-person', JinOrdersPerson);
