import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { date, day, number, seconds } from '/shared/format.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { download, toCsv } from '/assets/events/csv.js';
import { refine, route, to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';

const ACTIONS = ['searched', 'looked', 'accounts', 'account', 'payments', 'paid', 'card-issued', 'card-revoked', 'card-reprinted', 'cards-given', 'cards-printed', 'list-exported', 'list-checked', 'list-imported', 'list-taken-back', 'attendance-sheet', 'collection-decided', 'collection-record', 'state-entered', 'copied', 'enrolment-list', 'enrolled', 'log-read'];
const FILTERS = ['from', 'until', 'account', 'action', 'person'];
const EXPORT_PAGE = 1_000;

/** Most rows of an export: what a spreadsheet opens without a wait. */
const MAX_EXPORT = 50_000;

/** `<jin-access-log>`: who looked at whose data or changed it; the filters stand in the address. */
class JinAccessLog extends View {
  #asked = null;
  #rows = null;
  #next = null;
  #problem = null;
  #exporting = false;

  #filters() {
    const { params } = route();
    return Object.fromEntries(FILTERS.map((name) => [name, params.get(name) ?? '']));
  }

  willUpdate() {
    if (route().page !== 'access-log') return;
    const asked = JSON.stringify(this.#filters());
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#rows = null;
    this.#load('');
  }

  async #load(after) {
    const asked = this.#asked;
    try {
      const page = await store.api.get('/api/access', { ...this.#filters(), after });
      if (asked !== this.#asked) return;
      this.#rows = [...(after ? this.#rows : []), ...page.rows];
      this.#next = page.next;
      this.#problem = null;
    } catch (problem) {
      if (asked === this.#asked) this.#problem = problem;
    }
    this.requestUpdate();
  }

  #set(name, value) {
    refine('access-log', { ...this.#filters(), [name]: value.trim() });
  }

  async #export() {
    this.#exporting = true;
    this.requestUpdate();
    try {
      const rows = [];
      let after = '';
      do {
        const page = await store.api.get('/api/access', { ...this.#filters(), after, limit: EXPORT_PAGE });
        rows.push(...page.rows);
        after = page.next;
      } while (after && rows.length < MAX_EXPORT);
      const head = [t('access.when'), t('access.account'), t('access.action'), t('access.people'), t('access.persons')];
      download(`access-${day(store.now())}.csv`, toCsv(head, rows.map((row) => [when(row.at), row.account, t(`access.did.${row.action}`), row.people, row.persons.map((one) => `${one.name}(${one.person})`).join('、')])));
    } catch (problem) {
      store.say(explain(problem), 'bad');
    }
    this.#exporting = false;
    this.requestUpdate();
  }

  render() {
    const filters = this.#filters();
    const input = (name, type) => html`<label class="filter"><span>${t(`access.${name}`)}</span><input type=${type} .value=${filters[name]} @change=${(e) => this.#set(name, e.target.value)}></label>`;
    return html`<section class="panel access" aria-label=${t('nav.access-log')}><p class="muted">${t('access.hint')}</p>
      <div class="filters">${input('from', 'date')} ${input('until', 'date')} ${input('account', 'text')}
        <label class="filter"><span>${t('access.action')}</span><select @change=${(e) => this.#set('action', e.target.value)}><option value="">${t('access.all')}</option>${ACTIONS.map((action) => html`<option value=${action} ?selected=${filters.action === action}>${t(`access.did.${action}`)}</option>`)}</select></label>
        ${filters.person ? html`<button class="chip" @click=${() => this.#set('person', '')}>${this.#name(filters.person)}${icon('close')}</button>` : nothing}
        <button class="button" ?disabled=${this.#exporting || !this.#rows?.length} @click=${() => this.#export()}>${icon('export')}${t('access.export')}</button></div>
      ${this.#content()}</section>`;
  }

  #name(person) {
    const named = this.#rows?.flatMap((row) => row.persons).find((one) => String(one.person) === person);
    return named?.name ?? t('access.person', { n: person });
  }

  #content() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)}</p>`;
    if (!this.#rows) return html`<p class="empty" role="status">${t('loading')}</p>`;
    if (this.#rows.length === 0) return html`<p class="empty">${t('access.none')}</p>`;
    return html`<div class="table-scroll"><table class="table"><thead><tr>${['when', 'account', 'action', 'persons'].map((name) => html`<th scope="col"><span>${t(`access.${name}`)}</span></th>`)}</tr></thead>
      <tbody>${this.#rows.map((row) => html`<tr><td>${when(row.at)}</td><td>${row.account}</td><td>${t(`access.did.${row.action}`)}</td><td>${this.#persons(row)}</td></tr>`)}</tbody></table></div>
      ${this.#next ? html`<p><button class="button" @click=${() => this.#load(this.#next)}>${t('access.more')}</button></p>` : nothing}`;
  }

  #persons(row) {
    const named = row.persons.map((one, i) => html`${i ? '、' : ''}<a href=${to('access-log', { ...this.#filters(), person: one.person })}>${one.name}</a>`);
    const rest = row.people - row.persons.length;
    if (rest <= 0) return named;
    return html`${named} ${t(named.length ? 'access.rest' : 'access.n-people', { n: number(rest) })}`;
  }
}

function when(at) {
  return `${date(at)} ${seconds(at)}`;
}

customElements.define('jin-access-log', JinAccessLog);
