import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { date, number, useZone } from '/shared/format.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { refine, route } from '/assets/route.js';
import { t, ago } from '/assets/words.js';
import { View } from '/assets/view.js';
import { keeping } from '/assets/deliveries/keeping.js';
import { queue } from '/assets/deliveries/queue.js';
import { marks, round, rounds, withWaiting } from '/assets/deliveries/stops.js';
import { tasks } from '/assets/deliveries/tasks.js';

const REFRESH_MS = 30_000;

/**
 * `<jin-deliveries>`: the volunteers' list on a phone. It goes on without the hub as long as the
 * page is open: what is entered is kept and sent later. With `kept`, on the page that opens without
 * a network, names are masked and today's lists outlive it.
 */
class JinDeliveries extends View {
  static properties = { kept: { type: Boolean } };
  #asked = null;
  #list = null;
  #tasks = null;
  #problem = null;
  #atMillis = 0;
  #open = null;
  #timer = 0;
  #again = () => this.#fetch();
  #redrawn = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    queue.addEventListener('sent', this.#again);
    queue.addEventListener('change', this.#redrawn);
    keeping.addEventListener('change', this.#redrawn);
    addEventListener('offline', this.#redrawn);
    addEventListener('online', this.#again);
    this.#timer = setInterval(this.#again, REFRESH_MS);
  }

  disconnectedCallback() {
    queue.removeEventListener('sent', this.#again);
    queue.removeEventListener('change', this.#redrawn);
    keeping.removeEventListener('change', this.#redrawn);
    removeEventListener('offline', this.#redrawn);
    removeEventListener('online', this.#again);
    clearInterval(this.#timer);
    super.disconnectedCallback();
  }

  /** The day and the meal of the address; without them the hub takes today, and the meal that is on or comes next. */
  #wanted() {
    const { params } = route();
    return { day: params.get('day') ?? '', meal: params.get('meal') ?? '' };
  }

  willUpdate() {
    const asked = JSON.stringify(this.#wanted());
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#list = null;
    this.#open = null;
    this.#fromPhone();
    this.#fetch();
  }

  async #fetch() {
    const asked = this.#asked;
    const { day, meal } = this.#wanted();
    try {
      const [list, tasks] = await Promise.all([
        store.api.get('/api/deliveries', { day, meal, names: this.kept ? 'masked' : '' }),
        store.mayReadDeliveries ? store.api.get('/api/deliveries/tasks', { day }) : null,
      ]);
      if (asked !== this.#asked) return;
      useZone(list.zone);
      this.#list = list;
      this.#tasks = tasks;
      this.#atMillis = Date.now();
      this.#problem = null;
      if (this.kept && !day) this.#keep(list);
    } catch (problem) {
      if (asked !== this.#asked) return;
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  /** Also the day's other meals, once: the network may be gone by then. */
  async #keep(list) {
    keeping.keep(list);
    try {
      for (const { meal } of list.meals) {
        if (!keeping.read(meal)) keeping.keep(await store.api.get('/api/deliveries', { meal, names: 'masked' }));
      }
    } catch {
      // The next time.
    }
  }

  /** At once what was kept: a network that leads nowhere lets one wait for long. */
  #fromPhone() {
    const { day, meal } = this.#wanted();
    const kept = this.kept && !day ? keeping.read(meal) : null;
    if (!kept) return;
    this.#list = kept.list;
    this.#atMillis = kept.at;
  }

  #change = (person) => {
    this.#open = person;
    this.requestUpdate();
  };

  #refine(changes) {
    refine('deliveries', { ...Object.fromEntries(route().params), ...changes });
  }

  render() {
    return html`<div class="deliveries">${this.#head()}${this.#kept()}${this.kept ? this.#survives() : nothing}${tasks(this.#tasks)}${this.#stops()}</div>`;
  }

  #head() {
    const meal = this.#list?.meal;
    return html`<div class="filters no-print">
      ${store.mayReadDeliveries ? html`<label class="filter"><span>${t('deliveries.day')}</span><input type="date" .value=${this.#list?.day ?? this.#wanted().day} @change=${(e) => e.target.value && this.#refine({ day: e.target.value })}></label>` : nothing}
      <div class="chips" role="group" aria-label=${t('deliveries.meal')}>${(this.#list?.meals ?? []).map((one) => html`<button class="chip" aria-pressed=${one.meal === meal} @click=${() => this.#refine({ meal: one.meal })}>${pick(one.name)}</button>`)}</div>
      <button class="button" @click=${() => print()} ?disabled=${!this.#list?.stops.length}>${t('deliveries.print')}</button>
      ${this.kept ? nothing : html`<a class="button" href="/deliveries/">${t('deliveries.phone-page')}</a>`}</div>`;
  }

  /** What waits here, what the hub did not take, and what of it outlives the page. */
  #kept() {
    const waiting = queue.waiting.length;
    const lost = store.connection === 'lost' || !navigator.onLine || this.#problem?.status === 0;
    const keeps = this.kept ? 'deliveries.keeps-page' : 'deliveries.keeps';
    return html`${waiting || lost ? html`<div class="kept no-print" role="status">${icon('offline')}<p><strong>${waiting ? t('deliveries.unsent', { n: waiting }) : t('deliveries.offline')}</strong>
        <span>${t(queue.keeps ? keeps : 'deliveries.keeps-not', { account: store.session.account })}</span></p>
        ${waiting ? html`<button class="button small" @click=${() => queue.send()}>${t('deliveries.send')}</button>` : nothing}</div>` : nothing}
      ${queue.refused.map((entry) => html`<div class="kept bad no-print" role="alert">${icon('alert')}<p><strong>${t('deliveries.refused-entry', { name: this.#name(entry.body.person) })}</strong>
        <span>${entry.problem.words ? pick(entry.problem.words) : t(entry.problem.code === 'too-old' ? 'deliveries.too-old' : 'error.other', { code: entry.problem.code })}</span></p>
        <button class="button small" @click=${() => queue.forget(entry.key)}>${t('deliveries.read')}</button></div>`)}`;
  }

  /** What outlives this page, in words for whoever wonders whether to close it. */
  #survives() {
    return html`<details class="survives no-print" data-test="survives" data-page=${keeping.page}><summary>${t(`deliveries.survives.${keeping.page}`)}</summary><p>${t(`deliveries.survives.${keeping.page}.more`)}</p></details>`;
  }

  #name(person) {
    return this.#list?.stops.find((stop) => stop.person === person)?.name ?? t('deliveries.person', { n: person });
  }

  #stops() {
    if (!this.#list) {
      if (!this.#problem) return html`<p class="empty" role="status">${t('loading')}</p>`;
      return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)} <button class="button small" @click=${this.#again}>${t('again')}</button></p>`;
    }
    const { occasion } = this.#list;
    const stops = withWaiting(this.#list.stops, occasion);
    if (stops.length === 0) return html`<p class="empty">${t('deliveries.none')}</p>`;
    const block = route().params.get('block') ?? '';
    const all = rounds(stops);
    const shown = all.filter((one) => !block || one.block === block);
    const done = stops.filter((stop) => stop.outcome).length;
    return html`
      <div class="filters no-print"><p class="progress"><b class="figure">${number(done)}</b> / ${number(stops.length)} ${t('deliveries.doors')}</p>
        <div class="chips" role="group" aria-label=${t('deliveries.round')}><button class="chip" aria-pressed=${!block} @click=${() => this.#refine({ block: '' })}>${t('deliveries.all')}</button>
          ${all.map((one) => html`<button class="chip" aria-pressed=${one.block === block} @click=${() => this.#refine({ block: one.block })}>${one.block || t('deliveries.elsewhere')} <span>${one.doors.length}</span></button>`)}</div></div>
      ${this.#problem ? html`<p class="muted no-print">${t('deliveries.as-of', { age: ago(Date.now() - this.#atMillis) })}</p>` : nothing}
      <div class="rounds no-print">${shown.map((one) => round(one, occasion, this.#open, this.#change))}</div>${this.#paper(shown)}`;
  }

  /** The same on paper, to tick with a pen. */
  #paper(shown) {
    const meal = this.#list.meals.find((one) => one.meal === this.#list.meal);
    return html`<div class="paper">${shown.map(({ block, doors }) => html`<section class="sheet-of-round"><h1>${t('deliveries.paper', { meal: pick(meal?.name), block: block || t('deliveries.elsewhere'), n: doors.length })}</h1>
      <p>${date(this.#list.day)} · ${t('deliveries.printed', { account: store.session.account })}</p>
      <table><thead><tr><th scope="col">${t('deliveries.door')}</th><th scope="col">${t('deliveries.name')}</th><th scope="col">${t('deliveries.diet')}</th>${['seen', 'not-seen', 'no-answer', 'refused'].map((id) => html`<th scope="col">${t(`deliveries.outcome.${id}`)}</th>`)}<th scope="col">${t('deliveries.note')}</th></tr></thead>
      <tbody>${doors.map((stop) => html`<tr><td>${stop.address.slice(block.length) || stop.address}</td><td>${stop.name}${stop.phoneEnd ? html` <small>…${stop.phoneEnd}</small>` : nothing}</td><td>${marks(stop)}</td>${[0, 1, 2, 3].map(() => html`<td class="box">☐</td>`)}<td class="blank"></td></tr>`)}</tbody></table></section>`)}</div>`;
  }
}

customElements.define('jin-deliveries', JinDeliveries);
