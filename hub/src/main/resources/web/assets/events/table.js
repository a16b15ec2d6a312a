import { html, nothing } from 'lit';
import { style } from '/shared/style.js';
import { icon } from '/shared/icons.js';
import { day } from '/shared/format.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { refine, route } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { COLUMNS, order } from '/assets/events/columns.js';
import { EventRows, FILTERS } from '/assets/events/rows.js';
import { filterBar } from '/assets/events/filters.js';
import { download, toCsv } from '/assets/events/csv.js';
import '/assets/events/detail.js';

/** Rows have one height, so that only those in sight need to exist. */
const ROW_PX = 48;
const SPARE_ROWS = 8;
const NEWS_EVERY_MS = 1_500;

/**
 * `<jin-events>`: a table of events. Filters and order stand in the address; what comes in is added
 * while one looks; arrow keys move, Enter opens. `fixed` are filters that belong to the page.
 */
class JinEvents extends View {
  static properties = { fixed: { attribute: false } };
  #rows = null;
  #asked = '';
  #sorted = [];
  #top = 0;
  #focus = 0;
  #news = '';
  #newsTimer = 0;
  #export = null;

  constructor() {
    super();
    this.fixed = {};
  }

  disconnectedCallback() {
    this.#rows?.close();
    this.#export?.abort();
    clearTimeout(this.#newsTimer);
    this.#newsTimer = 0;
    this.#rows = null;
    this.#asked = '';
    super.disconnectedCallback();
  }

  willUpdate() {
    const filters = this.#filters();
    const asked = JSON.stringify(filters);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#rows?.close();
      this.#rows = new EventRows(store.api, filters, () => this.requestUpdate());
      this.#top = 0;
      this.#focus = 0;
      this.#rows.fetchOlder();
    }
    this.#hearNews(filters);
    const sort = this.#sort();
    this.#sorted = this.#rows.rows.sort(order(sort));
    const open = route().params.get('open');
    const missing = sort !== '-at' || (open && !this.#sorted.some((row) => row.event === open));
    if (missing && this.#rows.more && !this.#rows.loading && !this.#rows.problem) this.#rows.fetchOlder();
  }

  #filters() {
    const { params } = route();
    const chosen = FILTERS.map((name) => [name, this.fixed[name] ?? params.get(name)]);
    return Object.fromEntries(chosen.filter(([, value]) => value));
  }

  #sort() {
    return route().params.get('sort') || '-at';
  }

  /** A new event anywhere may be one of ours: asks for the newest page, not more often than the bound. */
  #hearNews(filters) {
    const newest = store.snapshot?.latest?.[0]?.event ?? '';
    const stillOpen = !filters.day || filters.day === day(store.now());
    if (newest === this.#news || this.#newsTimer) return;
    const first = this.#news === '';
    this.#news = newest;
    if (first || !stillOpen) return;
    this.#newsTimer = setTimeout(() => {
      this.#newsTimer = 0;
      this.#rows?.fetchNewest();
    }, NEWS_EVERY_MS);
  }

  #set(name, value) {
    const { page, params } = route();
    refine(page, { ...Object.fromEntries(params), [name]: value });
  }

  render() {
    return html`
      ${filterBar(store.snapshot, this.#filters(), this.fixed, (name, value) => this.#set(name, value))}
      ${this.#table()} ${this.#foot()}
      <jin-event-detail .row=${this.#opened()} @closed=${() => this.#set('open', '')} @voided=${(e) => this.#rows.voided(e.detail)}></jin-event-detail>
    `;
  }

  #opened() {
    const event = route().params.get('open');
    return event ? (this.#sorted.find((row) => row.event === event) ?? null) : null;
  }

  #table() {
    if (this.#sorted.length === 0) return this.#nothing();
    const box = this.querySelector('.table-scroll');
    const inSight = Math.ceil((box?.clientHeight ?? 640) / ROW_PX) + 2 * SPARE_ROWS;
    const from = Math.max(0, Math.min(this.#top - SPARE_ROWS, this.#sorted.length - inSight));
    const shown = this.#sorted.slice(from, from + inSight);
    const below = this.#sorted.length - from - shown.length;
    return html`<div class="table-scroll" @scroll=${this.#scrolled}>
      <table class="table" aria-rowcount=${this.#sorted.length + 1} @keydown=${this.#key}>
        <caption class="visually-hidden">${t('events.caption')}</caption>
        <thead><tr>${COLUMNS.map((column) => this.#head(column))}</tr></thead>
        <tbody>
          ${spacer(from)}
          ${shown.map((row, i) => this.#row(row, from + i))}
          ${spacer(below)}
        </tbody>
      </table></div>`;
  }

  #head({ id }) {
    const sort = this.#sort();
    const active = sort.replace('-', '') === id;
    const down = sort.startsWith('-');
    const next = active && !down ? `-${id}` : active ? id : id === 'at' ? '-at' : id;
    return html`<th scope="col" class="c-${id}" aria-sort=${active ? (down ? 'descending' : 'ascending') : nothing}>
      <button @click=${() => this.#set('sort', next === '-at' ? '' : next)}>${t(`column.${id}`)}${active ? icon(down ? 'down' : 'up') : nothing}</button></th>`;
  }

  #row(row, index) {
    return html`<tr tabindex=${index === this.#focus ? 0 : -1} aria-rowindex=${index + 2} data-index=${index} data-event=${row.event} class=${row.voided ? 'voided' : ''}
      @click=${() => this.#open(row, index)} @focus=${() => (this.#focus = index)}>
      ${COLUMNS.map(({ id, cell }) => html`<td class="c-${id}">${cell(row)}</td>`)}</tr>`;
  }

  #open(row, index) {
    this.#focus = index;
    this.#set('open', row.event);
  }

  #nothing() {
    if (this.#rows.problem) {
      return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#rows.problem)}
        <button class="button small" @click=${() => this.#rows.fetchOlder()}>${t('again')}</button></p>`;
    }
    if (this.#rows.loading) return html`<p class="empty" role="status">${t('loading')}</p>`;
    return html`<p class="empty">${t('events.empty')}</p>`;
  }

  #foot() {
    const rows = this.#rows;
    return html`<p class="table-foot">
      <span role="status">${t(rows.more ? 'events.so-far' : 'events.all', { n: this.#sorted.length })}${rows.loading ? ` · ${t('loading')}` : ''}</span>
      ${rows.problem && this.#sorted.length > 0 ? html`<span class="late">${explain(rows.problem)}</span><button class="button small" @click=${() => rows.fetchOlder()}>${t('again')}</button>` : nothing}
      ${this.#export
        ? html`<button class="button small" @click=${() => this.#export.abort()}>${icon('close')}${t('export.stop')}</button>`
        : html`<button class="button small" ?disabled=${this.#sorted.length === 0} @click=${this.#exportAll}>${icon('export')}${t('export.do')}</button>`}
    </p>`;
  }

  #scrolled(event) {
    const box = event.currentTarget;
    this.#top = Math.floor(box.scrollTop / ROW_PX);
    if (box.scrollTop + box.clientHeight > box.scrollHeight - 10 * ROW_PX && !this.#rows.problem) this.#rows.fetchOlder();
    this.requestUpdate();
  }

  #key(event) {
    const page = Math.floor(this.querySelector('.table-scroll').clientHeight / ROW_PX) - 2;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (event.key === 'Enter' && event.target.dataset.event) {
      // Or the same key press would also press the button that the dialog focuses.
      event.preventDefault();
      this.#set('open', event.target.dataset.event);
    }
    if (step === undefined || !event.target.dataset.index) return;
    event.preventDefault();
    this.#moveTo(Math.max(0, Math.min(this.#sorted.length - 1, this.#focus + step)));
  }

  async #moveTo(index) {
    this.#focus = index;
    const box = this.querySelector('.table-scroll');
    const top = index * ROW_PX;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + 2 * ROW_PX > box.scrollTop + box.clientHeight) box.scrollTop = top + 2 * ROW_PX - box.clientHeight;
    this.#top = Math.floor(box.scrollTop / ROW_PX);
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector(`tr[data-index="${index}"]`)?.focus({ preventScroll: true });
  }

  async #exportAll() {
    this.#export = new AbortController();
    this.requestUpdate();
    const whole = await this.#rows.fetchAll(this.#export.signal);
    this.#export = null;
    if (whole) {
      const rows = this.#rows.rows.sort(order(this.#sort()));
      const head = [...COLUMNS.map(({ id }) => t(`column.${id}`)), t('detail.event')];
      download(`jinlin-${this.#filters().day ?? day(store.now())}.csv`, toCsv(head, rows.map((row) => [...COLUMNS.map((c) => c.text(row)), row.event])));
      store.say(t('export.done', { n: rows.length }));
    }
    this.requestUpdate();
  }
}

function spacer(rows) {
  return rows > 0 ? html`<tr class="spacer" aria-hidden="true"><td colspan=${COLUMNS.length} ${style({ height: `${rows * ROW_PX}px` })}></td></tr>` : nothing;
}

customElements.define('jin-events', JinEvents);
