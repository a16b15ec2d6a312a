import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { date, day, time } from '/shared/format.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { act } from '/assets/act.js';
import { to } from '/assets/route.js';
import { t, named } from '/assets/words.js';

/**
 * One session, to be moved, cancelled or put back.
 *
 * @param closed told whether anything changed
 */
export function sessionDialog(one, days, closed) {
  const place = days.places.find((each) => each.id === one.place);
  const over = one.date < day(store.now());
  const may = store.mayAct && !over;
  return html`<dialog class="dialog lesson-dialog" aria-labelledby="lesson-title" @close=${(e) => closed(e.target.returnValue === 'changed')}>
    <div class="dialog-body"><header><h2 id="lesson-title">${pick(one.title)}</h2>
      <button class="button quiet small" @click=${(e) => e.target.closest('dialog').close()} aria-label=${t('close')}>${icon('close')}</button></header>
      <p>${date(one.starts.slice(0, 10))} ${time(one.starts)}–${time(one.ends)} · ${pick(place) || one.place}${one.teacher ? ` · ${one.teacher}` : ''}</p>
      <p class="muted">${named('category', one.category)}${one.walkIns ? ` · ${t('timetable.walk-ins')}` : ''}${one.capacity ? ` · ${t('timetable.most', { n: one.capacity })}` : ''} · ${t('timetable.enrolled', { n: one.enrolled })}</p>
      ${one.cancelled ? html`<p><span class="state bad">${icon('close')}${t('timetable.cancelled')}</span> ${one.note}</p>` : one.note ? html`<p>${one.note}</p>` : nothing}
      ${over ? html`<p class="muted">${t('timetable.is-over')}</p>` : nothing}
      ${may ? html`${one.cancelled ? nothing : moveForm(one, days)} ${cancelForm(one)}` : nothing}
      ${store.mayAct ? html`<p class="lesson-acts">
        ${may && one.changed ? html`<button class="button" @click=${(e) => restore(e.currentTarget, one)}>${icon('undo')}${t('timetable.restore')}</button>` : nothing}
        <a class="button" href=${to('timetable', { tab: 'series', id: one.series })} @click=${(e) => e.target.closest('dialog').close()}>${t('timetable.edit-series')}</a></p>` : nothing}
    </div></dialog>`;
}

function moveForm(one, days) {
  return html`<form class="lesson-form" @submit=${(e) => move(e, one)}><h3>${t('timetable.this-once')}</h3>
    <div class="grid">
      <label class="field"><span>${t('timetable.day')}</span><input type="date" name="day" required min=${day(store.now())} .value=${one.starts.slice(0, 10)}></label>
      <label class="field"><span>${t('timetable.starts')}</span><input type="time" name="starts" required .value=${time(one.starts)}></label>
      <label class="field"><span>${t('timetable.ends')}</span><input type="time" name="ends" required .value=${time(one.ends)}></label>
      <label class="field"><span>${t('timetable.place')}</span><select name="place">${days.places.map((each) => html`<option value=${each.id} ?selected=${each.id === one.place}>${pick(each)}</option>`)}</select></label>
      <label class="field"><span>${t('timetable.teacher')}</span><input name="teacher" maxlength="60" .value=${one.teacher}></label>
      <label class="field"><span>${t('timetable.title')}</span><input name="title" required maxlength="60" .value=${one.title.zh}></label>
      <label class="field"><span>${t('timetable.title-english')}</span><input name="titleEnglish" required maxlength="60" .value=${one.title.en}></label>
      <label class="field"><span>${t('timetable.note')}</span><input name="note" maxlength="60" .value=${one.note} placeholder=${t('timetable.note.hint')}></label>
    </div><button class="button primary">${icon('check')}${t('timetable.save-once')}</button></form>`;
}

function cancelForm(one) {
  if (one.cancelled) return nothing;
  return html`<form class="lesson-form cancel" @submit=${(e) => cancel(e, one)}><label class="field"><span>${t('timetable.why')}</span><input name="note" maxlength="60"></label>
    <button class="button danger">${icon('close')}${t('timetable.cancel-once')}</button></form>`;
}

/** Closes the dialog after a change, and says with what the session now meets. */
async function send(button, path, body, words) {
  const dialog = button.closest('dialog');
  const done = await act(button, () => store.api.post(path, body), (answer) => clashWords(answer, words));
  if (done) dialog.close('changed');
}

/** The words for a change; what now meets another in its place is said too. */
export function clashWords(answer, words) {
  const first = answer.clashes?.[0];
  return first ? t('timetable.did-clash', { words, when: `${date(first.starts.slice(0, 10))} ${time(first.starts)}`, title: pick(first.title) }) : words;
}

function move(event, one) {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(event.target));
  const change = { day: fields.day, starts: fields.starts, ends: fields.ends, note: fields.note };
  // What was not touched goes on following the series.
  if (fields.place !== one.place) change.place = fields.place;
  if (fields.teacher !== one.teacher) change.teacher = fields.teacher;
  if (fields.title !== one.title.zh) change.title = fields.title;
  if (fields.titleEnglish !== one.title.en) change.titleEnglish = fields.titleEnglish;
  if (one.changed) Object.assign(change, { place: fields.place, teacher: fields.teacher, title: fields.title, titleEnglish: fields.titleEnglish });
  return send(event.submitter, '/api/timetable/date', { series: one.series, date: one.date, change }, t('timetable.did-change', { title: pick(one.title) }));
}

function cancel(event, one) {
  event.preventDefault();
  const change = { cancelled: true, note: event.target.note.value };
  return send(event.submitter, '/api/timetable/date', { series: one.series, date: one.date, change }, t('timetable.did-cancel', { title: pick(one.title) }));
}

const restore = (button, one) => send(button, '/api/timetable/date/restore', { series: one.series, date: one.date }, t('timetable.did-restore', { title: pick(one.title) }));
