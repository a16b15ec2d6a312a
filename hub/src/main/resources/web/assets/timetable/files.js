import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { day } from '/shared/format.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { t, named } from '/assets/words.js';
import { View } from '/assets/view.js';
import { monday, plus } from '/assets/timetable/days.js';

const CATEGORIES = ['class', 'lecture', 'performance', 'exhibition', 'film', 'reading', 'fitness', 'rehearsal', 'party'];
const MAX_BYTES = 8 * 1024 * 1024;

/** `<jin-timetable-files>`: the timetable as a file, and a file into the timetable: first looked at, then taken. */
class JinTimetableFiles extends View {
  #file = null;
  #report = null;
  #problem = null;
  #busy = false;
  #place = '';
  #category = 'class';

  render() {
    const from = monday(day(store.now()));
    const query = `from=${from}&until=${plus(from, 371)}`;
    return html`<section><h2>${t('timetable.export')}</h2><p class="muted">${t('timetable.export.hint')}</p>
        <p class="lesson-acts"><a class="button" href="/api/timetable/export.xlsx?${query}" download>${icon('export')}${t('timetable.export.sheet')}</a>
        <a class="button" href="/api/timetable/export.ics?${query}" download>${icon('export')}${t('timetable.export.calendar')}</a></p></section>
      ${store.mayAct ? this.#import() : nothing}`;
  }

  #import() {
    const places = store.snapshot?.places ?? [];
    return html`<section class="timetable-import"><h2>${t('timetable.import')}</h2><p class="muted">${t('timetable.import.hint')}</p>
      <div class="grid"><label class="field"><span>${t('timetable.file')}</span><input type="file" accept=".ics,.xlsx,text/calendar" @change=${(e) => this.#choose(e.target.files[0])}></label>
        <label class="field"><span>${t('timetable.default-place')}</span><select @change=${(e) => this.#set(() => (this.#place = e.target.value))}><option value="">–</option>${places.map((place) => html`<option value=${place.id} ?selected=${place.id === this.#place}>${pick(place)}</option>`)}</select></label>
        <label class="field"><span>${t('timetable.default-category')}</span><select @change=${(e) => this.#set(() => (this.#category = e.target.value))}>${CATEGORIES.map((id) => html`<option value=${id} ?selected=${id === this.#category}>${named('category', id)}</option>`)}</select></label></div>
      <div aria-live="polite">${this.#content()}</div></section>`;
  }

  #content() {
    if (this.#busy) return html`<p role="status">${t('timetable.reading')}</p>`;
    if (this.#problem) return html`<p class="wrong" role="alert">${icon('alert')}${explain(this.#problem)}</p>`;
    const report = this.#report;
    if (!report) return nothing;
    if (report.troubles.length > 0) {
      return html`<div class="report bad" role="alert"><h3>${icon('alert')}${t('timetable.troubles', { n: report.troubles.length })}</h3>
        <ol>${report.troubles.map((trouble) => html`<li>${trouble.number > 0 ? html`<b>${t('timetable.nth', { n: trouble.number })}${trouble.title ? `「${trouble.title}」` : ''}</b> ` : nothing}${pick(trouble.words)}</li>`)}</ol></div>`;
    }
    const sums = html`<p class="sums">${['added', 'changed', 'same', 'past'].map((sum) => html`<span><b class="figure">${report[sum]}</b> ${t(`timetable.${sum}-sum`)}</span>`)}</p>`;
    if (report.taken) return html`<div class="report ok"><h3>${icon('check')}${t('timetable.taken')}</h3>${sums}</div>`;
    const nothingNew = report.added + report.changed === 0;
    return html`<div class="report"><h3>${t('timetable.looked')}</h3>${sums}
      ${nothingNew ? html`<p>${t('timetable.nothing-new')}</p>` : html`<button class="button primary" data-test="take" @click=${() => this.#send(true)}>${icon('check')}${t('timetable.take', { n: report.added + report.changed })}</button>`}</div>`;
  }

  #set(change) {
    change();
    if (this.#file) this.#send(false);
  }

  #choose(file) {
    this.#file = file ?? null;
    this.#report = null;
    if (this.#file) this.#send(false);
    this.requestUpdate();
  }

  async #send(take) {
    if (this.#file.size > MAX_BYTES) {
      this.#problem = { words: { zh: t.in('zh', 'timetable.too-large'), en: t.in('en', 'timetable.too-large') } };
      return this.requestUpdate();
    }
    this.#busy = true;
    this.#problem = null;
    this.requestUpdate();
    try {
      this.#report = await store.api.upload('/api/timetable/import', this.#file, { take: take ? 1 : '', place: this.#place, category: this.#category });
    } catch (problem) {
      this.#report = null;
      this.#problem = problem;
    }
    this.#busy = false;
    this.requestUpdate();
  }
}

customElements.define('jin-timetable-files', JinTimetableFiles);
