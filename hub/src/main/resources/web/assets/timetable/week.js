import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { date, day, time } from '/shared/format.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { refine, route, to } from '/assets/route.js';
import { t, named } from '/assets/words.js';
import { View } from '/assets/view.js';
import { monday, plus } from '/assets/timetable/days.js';
import { sessionDialog } from '/assets/timetable/session.js';

/** Parts of a day: their name and the hour at which they end. */
const PARTS = [['morning', 12], ['afternoon', 18], ['evening', 24]];

/** `<jin-week>`: the sessions of a week as a timetable hangs on a wall; one opens to be changed. */
class JinWeek extends View {
  #asked = '';
  #days = null;
  #problem = null;
  #open = null;

  #week() {
    return monday(route().params.get('week') || day(store.now()));
  }

  willUpdate() {
    if (this.#week() === this.#asked) return;
    this.#asked = this.#week();
    this.#load();
  }

  updated() {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  #load = async () => {
    const week = this.#asked;
    try {
      const days = await store.api.get('/api/timetable', { from: week, until: plus(week, 7) });
      if (week !== this.#asked) return;
      this.#days = days;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  };

  #refine(more) {
    const { params } = route();
    const now = { tab: 'week', week: params.get('week'), place: params.get('place'), category: params.get('category') };
    refine('timetable', { ...now, ...more });
  }

  render() {
    const week = this.#week();
    const today = day(store.now());
    return html`<div class="week-head">
        <button class="button" @click=${() => this.#refine({ week: plus(week, -7) })} aria-label=${t('timetable.before')}>${icon('left')}</button>
        <h2>${t('timetable.span', { from: date(week), until: date(plus(week, 6)) })}</h2>
        <button class="button" @click=${() => this.#refine({ week: plus(week, 7) })} aria-label=${t('timetable.after')}>${icon('right')}</button>
        ${week === monday(today) ? nothing : html`<button class="button no-print" @click=${() => this.#refine({ week: '' })}>${t('timetable.this-week')}</button>`}
        <span class="week-tools no-print">${this.#filters()}<button class="button" @click=${() => print()}>${t('timetable.print')}</button>
        ${store.mayAct ? html`<a class="button primary" href=${to('timetable', { tab: 'series', id: 'new' })}>${icon('plus')}${t('timetable.new')}</a>` : nothing}</span>
      </div>
      <p class="print-only">${pick(store.snapshot?.site)} · ${t('timetable.printed', { day: date(store.now()), who: store.session?.account ?? '' })}</p>
      ${this.#content(week, today)}`;
  }

  #filters() {
    const { params } = route();
    const places = this.#days?.places ?? [];
    const categories = this.#days?.categories ?? [];
    return html`<select aria-label=${t('timetable.place')} .value=${params.get('place') ?? ''} @change=${(e) => this.#refine({ place: e.target.value })}>
        <option value="">${t('timetable.all-places')}</option>${places.map((place) => html`<option value=${place.id} ?selected=${place.id === params.get('place')}>${pick(place)}</option>`)}</select>
      <select aria-label=${t('timetable.category')} .value=${params.get('category') ?? ''} @change=${(e) => this.#refine({ category: e.target.value })}>
        <option value="">${t('timetable.all-categories')}</option>${categories.map((id) => html`<option value=${id} ?selected=${id === params.get('category')}>${named('category', id)}</option>`)}</select>`;
  }

  #content(week, today) {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)} <button class="button small" @click=${this.#load}>${t('timetable.again')}</button></p>`;
    if (!this.#days || this.#days.from !== week) return html`<p class="empty" role="status">${t('loading')}</p>`;
    const { params } = route();
    const shown = this.#days.sessions.filter((one) => (!params.get('place') || one.place === params.get('place')) && (!params.get('category') || one.category === params.get('category')));
    const clashes = clashing(this.#days.sessions);
    return html`<div class="week">${[0, 1, 2, 3, 4, 5, 6].map((i) => this.#day(plus(week, i), today, shown, clashes))}</div>
      ${shown.length === 0 ? html`<p class="empty">${t('timetable.empty')}</p>` : nothing}
      ${this.#open ? sessionDialog(this.#open, this.#days, this.#closed) : nothing}`;
  }

  #day(date_, today, shown, clashes) {
    const holidays = this.#days.calendar.holidays.filter((span) => span.from <= date_ && span.until >= date_);
    const own = shown.filter((one) => one.starts.startsWith(date_));
    return html`<section class="week-day ${date_ === today ? 'today' : ''} ${date_ < today ? 'over' : ''}" aria-label=${date(date_)}>
      <h3>${date(date_)}${date_ === today ? html`<span class="state info">${t('timetable.today')}</span>` : nothing}${holidays.map((span) => html`<span class="state warn">${pick({ zh: span.name, en: span.nameEnglish })}</span>`)}</h3>
      ${PARTS.map(([part, ends], i) => {
        const within = own.filter((one) => hour(one) < ends && (i === 0 || hour(one) >= PARTS[i - 1][1]));
        return html`<div class="week-part ${within.length ? '' : 'none'}"><p class="week-part-name">${t(`timetable.${part}`)}</p>${within.map((one) => this.#card(one, clashes.has(one.id)))}</div>`;
      })}</section>`;
  }

  #card(one, clash) {
    const place = this.#days.places.find((each) => each.id === one.place);
    return html`<button class="lesson ${one.category} ${one.cancelled ? 'cancelled' : ''}" data-session=${one.id} @click=${() => this.#show(one)}>
      <span class="lesson-time">${time(one.starts)}–${time(one.ends)}</span>
      <strong>${pick(one.title)}</strong>
      <span class="lesson-where">${pick(place) || one.place}${one.teacher ? ` · ${one.teacher}` : ''}</span>
      <span class="lesson-kind">${named('category', one.category)}${one.walkIns ? '' : ` · ${t('timetable.enrolled', { n: one.enrolled })}`}</span>
      ${one.cancelled ? html`<span class="state bad">${icon('close')}${t('timetable.cancelled')}</span>` : nothing}
      ${one.changed && !one.cancelled && one.note ? html`<span class="state info">${icon('info')}${one.note}</span>` : nothing}
      ${clash ? html`<span class="state warn">${icon('alert')}${t('timetable.clash')}</span>` : nothing}
      ${one.capacity > 0 && one.enrolled > one.capacity ? html`<span class="state warn">${icon('alert')}${t('timetable.over', { n: one.capacity })}</span>` : nothing}
    </button>`;
  }

  #show(one) {
    this.#open = one;
    this.requestUpdate();
  }

  #closed = (changed) => {
    this.#open = null;
    this.requestUpdate();
    if (changed) this.#load();
  };
}

const hour = (one) => Number(one.starts.slice(11, 13));

/** Those that meet another in the same place. */
function clashing(sessions) {
  const held = sessions.filter((one) => !one.cancelled);
  const found = new Set();
  for (const one of held) {
    for (const other of held) {
      if (one.id !== other.id && one.place === other.place && one.starts < other.ends && other.starts < one.ends) found.add(one.id);
    }
  }
  return found;
}

customElements.define('jin-week', JinWeek);
