import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { day } from '/shared/format.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { route, to } from '/assets/route.js';
import { t, named } from '/assets/words.js';
import { View } from '/assets/view.js';
import { WEEKDAYS } from '/assets/timetable/days.js';
import { clashWords } from '/assets/timetable/session.js';
import '/assets/timetable/enrolments.js';

const CATEGORIES = ['performance', 'lecture', 'class', 'exhibition', 'film', 'reading', 'fitness', 'rehearsal', 'party'];
const NEW = { id: '', title: '', titleEnglish: '', category: 'class', place: '', teacher: '', capacity: 0, walkIns: true, termsOnly: false, holidaysToo: false, everyWeeks: 1, from: '', until: '', slots: {} };
const TIMES = { starts: '09:00', ends: '10:30' };

/** `<jin-series-form>`: an activity and its rule of the week; also ended here, or held once more. */
class JinSeriesForm extends View {
  #asked = null;
  #series = null;
  #problem = null;

  willUpdate() {
    const id = route().params.get('id');
    if (id === this.#asked || !id) return;
    this.#asked = id;
    this.#series = null;
    if (id === 'new') this.#series = { ...NEW, from: day(store.now()) };
    else this.#load(id);
  }

  async #load(id) {
    try {
      const { rows } = await store.api.get('/api/timetable/series', { q: id });
      this.#series = rows.find((one) => one.id === id) ?? null;
      this.#problem = this.#series ? null : { words: { zh: t.in('zh', 'timetable.gone'), en: t.in('en', 'timetable.gone') } };
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  render() {
    const back = html`<p><a class="back" href=${to('timetable', { tab: 'series' })}>${icon('left')}${t('timetable.tab.series')}</a></p>`;
    if (this.#problem) return html`${back}<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)}</p>`;
    if (!this.#series) return html`<p class="empty" role="status">${t('loading')}</p>`;
    return html`${back}${this.#form(this.#series)}${this.#series.id && store.mayAct ? html`<jin-enrolments .series=${this.#series.id}></jin-enrolments>${this.#more(this.#series)}` : nothing}`;
  }

  #form(one) {
    const off = !store.mayAct;
    const places = store.snapshot?.places ?? [];
    const field = (name, more) => html`<label class="field"><span>${t(`timetable.${name}`)}</span>${more}</label>`;
    const flag = (name) => html`<label class="check"><input type="checkbox" name=${name} ?disabled=${off} .checked=${one[name]}> ${t(`timetable.${name}`)}</label>`;
    return html`<form class="series-form" @submit=${(e) => this.#save(e)}><h2>${one.id ? pick({ zh: one.title, en: one.titleEnglish }) : t('timetable.new')}</h2>
      <div class="grid">
        ${field('title', html`<input name="title" required maxlength="60" ?disabled=${off} .value=${one.title}>`)}
        ${field('title-english', html`<input name="titleEnglish" required maxlength="60" ?disabled=${off} .value=${one.titleEnglish}>`)}
        ${field('category', html`<select name="category" ?disabled=${off}>${CATEGORIES.map((id) => html`<option value=${id} ?selected=${id === one.category}>${named('category', id)}</option>`)}</select>`)}
        ${field('place', html`<select name="place" required ?disabled=${off}>${places.map((place) => html`<option value=${place.id} ?selected=${place.id === one.place}>${pick(place)}</option>`)}</select>`)}
        ${field('teacher', html`<input name="teacher" maxlength="60" ?disabled=${off} .value=${one.teacher}>`)}
        ${field('capacity', html`<input name="capacity" type="number" min="0" max="2000" required ?disabled=${off} .value=${String(one.capacity)}>`)}
        ${field('from', html`<input name="from" type="date" required ?disabled=${off} .value=${one.from}>`)}
        ${field('until', html`<input name="until" type="date" ?disabled=${off} .value=${one.until}>`)}
        ${field('every-weeks', html`<input name="everyWeeks" type="number" min="1" max="52" required ?disabled=${off} .value=${String(one.everyWeeks)}>`)}
      </div>
      <fieldset class="slots"><legend>${t('timetable.days')}</legend>${WEEKDAYS.map((weekday) => slot(weekday, one.slots[weekday], off))}</fieldset>
      <div class="checks">${flag('walkIns')}${flag('termsOnly')}${flag('holidaysToo')}</div>
      ${off ? nothing : html`<p><button class="button primary">${icon('check')}${t('timetable.save-series')}</button></p>${one.id ? html`<p class="muted">${t('timetable.save-series.hint')}</p>` : nothing}`}</form>`;
  }

  #more(one) {
    return html`<form class="lesson-form" @submit=${(e) => this.#add(e, one)}><h3>${t('timetable.add')}</h3><p class="muted">${t('timetable.add.hint')}</p><div class="grid">
        <label class="field"><span>${t('timetable.day')}</span><input type="date" name="day" required min=${day(store.now())}></label>
        <label class="field"><span>${t('timetable.starts')}</span><input type="time" name="starts" required .value=${TIMES.starts}></label>
        <label class="field"><span>${t('timetable.ends')}</span><input type="time" name="ends" required .value=${TIMES.ends}></label></div>
        <p><button class="button">${icon('plus')}${t('timetable.add.do')}</button></p></form>
      <details class="undo"><summary class="loud">${icon('close')}${t('timetable.end')}</summary>
        <form @submit=${(e) => this.#end(e, one)}><p>${t('timetable.end.ask', { title: pick({ zh: one.title, en: one.titleEnglish }) })}</p><button class="button danger">${t('timetable.end.do')}</button></form></details>`;
  }

  async #save(event) {
    event.preventDefault();
    const form = event.target;
    const fields = Object.fromEntries(new FormData(form));
    const slots = {};
    for (const weekday of WEEKDAYS) {
      if (form[weekday].checked) slots[weekday] = { starts: form[`${weekday}-starts`].value, ends: form[`${weekday}-ends`].value };
    }
    if (Object.keys(slots).length === 0 && !this.#series.id) {
      form[WEEKDAYS[0]].setCustomValidity(t('timetable.no-days'));
      form.reportValidity();
      form[WEEKDAYS[0]].setCustomValidity('');
      return;
    }
    const body = { ...this.#series, title: fields.title, titleEnglish: fields.titleEnglish, category: fields.category, place: fields.place, teacher: fields.teacher,
      capacity: Number(fields.capacity), everyWeeks: Number(fields.everyWeeks), from: fields.from, until: fields.until, slots,
      walkIns: form.walkIns.checked, termsOnly: form.termsOnly.checked, holidaysToo: form.holidaysToo.checked };
    let made = '';
    const saved = await act(event.submitter, () => store.api.post('/api/timetable/series', body), (answer) => {
      made = answer.series;
      return clashWords(answer, t('timetable.did-save', { title: fields.title }));
    });
    if (saved) {
      this.#asked = null;
      location.hash = to('timetable', { tab: 'series', id: made });
      this.requestUpdate();
    }
  }

  async #add(event, one) {
    event.preventDefault();
    const form = event.target;
    const change = { day: form.day.value, starts: form.starts.value, ends: form.ends.value, anyway: true, note: t('timetable.added') };
    const done = await act(event.submitter, () => store.api.post('/api/timetable/date', { series: one.id, date: form.day.value, change }), (answer) => clashWords(answer, t('timetable.did-add')));
    if (done) form.reset();
  }

  async #end(event, one) {
    event.preventDefault();
    const done = await act(event.submitter, () => store.api.post('/api/timetable/series/end', { series: one.id }), () => t('timetable.did-end', { title: pick({ zh: one.title, en: one.titleEnglish }) }));
    if (done) location.hash = to('timetable', { tab: 'series' });
  }
}

function slot(weekday, times, off) {
  const now = times ?? TIMES;
  return html`<div class="slot"><label class="check"><input type="checkbox" name=${weekday} ?disabled=${off} .checked=${Boolean(times)}> ${t(`weekday.${weekday}`)}</label>
    <input type="time" name="${weekday}-starts" ?disabled=${off} .value=${now.starts} aria-label=${t('timetable.starts')}>–<input type="time" name="${weekday}-ends" ?disabled=${off} .value=${now.ends} aria-label=${t('timetable.ends')}></div>`;
}

customElements.define('jin-series-form', JinSeriesForm);
