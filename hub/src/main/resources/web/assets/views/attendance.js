import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { date, day, number, time } from '/shared/format.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { route, to } from '/assets/route.js';
import { t, named } from '/assets/words.js';
import { View } from '/assets/view.js';
import { attendance, watchAttendance } from '/assets/attendance/watch.js';
import { alarmList } from '/assets/attendance/alarms.js';
import { banList, handOverList, refusalList } from '/assets/attendance/hand-overs.js';

const SYMBOLS = { expected: 'clock', present: 'check', excused: 'info', contacted: 'bell', left: 'arrow-out', collected: 'child', alone: 'arrow-out' };
const TONES = { present: 'ok', excused: 'info', contacted: 'info', left: 'warn', collected: 'ok', alone: 'ok' };

/** `<jin-attendance>`: alarms and hand-overs first, then the sheet of one session, live. */
class JinAttendance extends View {
  #asked = '';
  #sheet = null;
  #problem = null;
  #news = '';

  connectedCallback() {
    super.connectedCallback();
    watchAttendance();
  }

  #current() {
    return route().params.get('session') || likely(attendance.sessions)?.id || '';
  }

  willUpdate() {
    const id = this.#current();
    const now = JSON.stringify([attendance.sessions.find((one) => one.id === id), attendance.alarms.length, store.snapshot?.handovers?.length, store.snapshot?.sessions?.find((one) => one.occasion.includes(`:${id}:`))?.headcount]);
    if (!id || (id === this.#asked && now === this.#news)) return;
    this.#asked = id;
    this.#news = now;
    this.#load();
  }

  async #load() {
    const id = this.#asked;
    try {
      const sheet = await store.api.get('/api/attendance', { session: id });
      if (id !== this.#asked) return;
      this.#sheet = sheet;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  render() {
    if (!store.mayAct) return html`<p class="empty">${t('attendance.only-staff')}</p>`;
    return html`<div class="no-print">${refusalList()}${alarmList(attendance)}${handOverList()}${this.#sessions()}</div><section class="panel">${this.#content()}</section>`;
  }

  #sessions() {
    if (attendance.sessions.length === 0) return nothing;
    return html`<nav class="tabs sheet-tabs" aria-label=${t('attendance.sessions')}>${attendance.sessions.map((one) => html`<a href=${to('attendance', { session: one.id })} aria-current=${one.id === this.#current() ? 'page' : 'false'}>${time(one.starts)} ${pick(one.title)} <span class="figure">${number(one.present)}${one.enrolled ? `/${number(one.enrolled)}` : ''}</span></a>`)}</nav>`;
  }

  #content() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)}</p>`;
    if (!this.#current()) return html`<p class="empty">${t('sessions.empty')}</p>`;
    const sheet = this.#sheet;
    if (!sheet || sheet.id !== this.#current()) return html`<p class="empty" role="status">${t('loading')}</p>`;
    const counts = Object.fromEntries(Object.keys(SYMBOLS).map((state) => [state, sheet.rows.filter((row) => row.state === state).length]));
    return html`<div class="week-head"><h2>${pick(sheet.title)} · ${date(sheet.starts.slice(0, 10))} ${time(sheet.starts)}–${time(sheet.ends)}</h2><button class="button no-print sheet-print" @click=${() => print()}>${t(sheet.school ? 'attendance.print-school' : 'timetable.print')}</button></div>
      <p class="print-only">${pick(store.snapshot?.site)} · ${t('timetable.printed', { day: `${date(store.now())} ${time(store.now())}`, who: store.session?.account ?? '' })}</p>
      <p class="sums no-print">${Object.entries(counts).filter(([state, n]) => n > 0 || state === 'present').map(([state, n]) => html`<span><b class="figure">${n}</b> ${t(`attendance.${state}`)}</span>`)}</p>
      ${sheet.rows.length === 0 ? html`<p class="empty">${t('attendance.nobody')}</p>` : this.#table(sheet)}
      ${sheet.unknownCards > 0 ? html`<p class="muted">${t('attendance.unknown', { n: sheet.unknownCards })}</p>` : nothing}`;
  }

  #table(sheet) {
    const today = sheet.starts.startsWith(day(store.now()));
    return html`<div class="table-scroll"><table class="table roll-call ${sheet.school ? 'school' : ''}"><thead><tr><th scope="col">${t('attendance.name')}</th><th scope="col">${t('attendance.state')}</th>${sheet.school ? html`<th scope="col">${t('attendance.guardians')}</th><th scope="col" class="print-cell">${t('attendance.sign')}</th>` : nothing}${today ? html`<th scope="col" class="no-print">${t('attendance.mark')}</th>` : nothing}</tr></thead>
      <tbody>${sheet.rows.map((row) => html`<tr data-person=${row.person} class=${row.state}><th scope="row">${sheet.school ? html`<a class="child-page" href=${to('pickup', { person: row.person })} title=${t('attendance.pickup')}>${row.name}</a>` : row.name}${row.enrolled ? nothing : html` <span class="muted">${t('attendance.walk-in')}</span>`}${banList(row.bans)}</th>
        <td><span class="state ${TONES[row.state] ?? ''}">${icon(SYMBOLS[row.state])}${t(`attendance.${row.state}`)}</span> ${row.came ? time(row.came) : ''}${row.gone ? ` → ${time(row.gone)}` : ''} ${row.lateMinutes ? html`<span class="state warn">${t('attendance.late', { n: row.lateMinutes })}</span>` : nothing}${row.by ? html` <small class="muted">${row.by}${row.note ? ` · ${row.note}` : ''}</small>` : nothing}</td>
        ${sheet.school ? html`<td>${guardians(row)}</td><td class="print-cell"></td>` : nothing}
        ${today ? html`<td class="no-print marks">${this.#marks(sheet, row)}</td>` : nothing}</tr>`)}</tbody></table></div>`;
  }

  #marks(sheet, row) {
    const button = (mark, tone = '') => html`<button class="button small ${tone}" data-mark=${mark} @click=${(e) => this.#mark(e.currentTarget, sheet, row, mark)} aria-label=${t('attendance.mark.label', { mark: t(`attendance.do.${mark}`), name: row.name })}>${t(`attendance.do.${mark}`)}</button>`;
    const undo = row.by ? html`<button class="button small quiet" data-mark="none" @click=${(e) => this.#mark(e.currentTarget, sheet, row, 'none')} aria-label=${t('attendance.mark.label', { mark: t('attendance.do.none'), name: row.name })}>${icon('undo')}${t('attendance.do.none')}</button>` : nothing;
    if (row.state === 'present') {
      return html`${sheet.school ? html`<form class="collected" @submit=${(e) => this.#collected(e, sheet, row)}><input name="who" required maxlength="60" placeholder=${t('attendance.collected-by')} aria-label=${t('attendance.collected-by')}><button class="button small" data-mark="collected">${t('attendance.do.collected')}</button></form>${row.mayLeaveAlone ? button('alone') : nothing}` : button('left')}${undo}`;
    }
    if (row.came) return undo;
    return html`${button('present', 'primary')}${button('excused')}${sheet.school ? button('contacted') : nothing}${undo}`;
  }

  #collected(event, sheet, row) {
    event.preventDefault();
    return this.#mark(event.submitter, sheet, row, 'collected', event.target.who.value);
  }

  async #mark(button, sheet, row, mark, note = '') {
    await act(
      button,
      async () => {
        const answer = await store.api.post('/api/attendance/mark', { session: sheet.id, person: row.person, mark, note });
        if (!answer.done) throw Object.assign(new Error('no-card'), { words: { zh: t.in('zh', 'attendance.no-card'), en: t.in('en', 'attendance.no-card') } });
        return answer;
      },
      () => t('attendance.did', { name: row.name, mark: t(`attendance.do.${mark}`) }),
    );
    await watchAttendance();
    this.#load();
  }
}

function guardians(row) {
  return html`<ul class="guardians">${row.guardians.map((one) => html`<li>${one.name} <span class="muted">${named('relation', one.relation)}</span> ${one.phone ? html`<a href="tel:${one.phone}">${one.phone}</a>` : nothing} ${one.collects ? nothing : html`<span class="state bad">${icon('alert')}${t('attendance.may-not-collect')}</span>`}</li>`)}</ul>`;
}

/** The session a teacher most likely wants: the one that is on, or the next, or the last. */
function likely(sessions) {
  const now = `${day(store.now())}T${time(store.now())}`;
  return sessions.find((one) => one.ends > now) ?? sessions.at(-1);
}

customElements.define('jin-attendance', JinAttendance);
