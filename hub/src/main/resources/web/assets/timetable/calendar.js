import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { day } from '/shared/format.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';

const KINDS = ['holidays', 'terms'];

/** `<jin-opening-calendar>`: when the centre is closed, and the terms. */
class JinOpeningCalendar extends View {
  #calendar = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      this.#calendar = (await store.api.get('/api/timetable')).calendar;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  render() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)}</p>`;
    if (!this.#calendar) return html`<p class="empty" role="status">${t('loading')}</p>`;
    return html`<form class="calendar-form" @submit=${(e) => this.#save(e)}>${KINDS.map((kind) => this.#spans(kind))}
      ${store.mayAct ? html`<p><button class="button primary">${icon('check')}${t('timetable.save-calendar')}</button></p>` : nothing}</form>`;
  }

  #spans(kind) {
    const off = !store.mayAct;
    const spans = this.#calendar[kind];
    return html`<section><h2>${t(`timetable.${kind}`)}</h2><p class="muted">${t(`timetable.${kind}.hint`)}</p>
      ${spans.map((span, i) => html`<div class="span"><label class="field"><span>${t('timetable.title')}</span><input name="${kind}-name-${i}" required maxlength="60" ?disabled=${off} .value=${span.name}></label>
        <label class="field"><span>${t('timetable.title-english')}</span><input name="${kind}-nameEnglish-${i}" required maxlength="60" ?disabled=${off} .value=${span.nameEnglish}></label>
        <label class="field"><span>${t('timetable.first')}</span><input type="date" name="${kind}-from-${i}" required ?disabled=${off} .value=${span.from}></label>
        <label class="field"><span>${t('timetable.last')}</span><input type="date" name="${kind}-until-${i}" required ?disabled=${off} .value=${span.until}></label>
        ${off ? nothing : html`<button type="button" class="button danger" @click=${() => this.#change(kind, (now) => now.filter((_, at) => at !== i))} aria-label=${t('timetable.remove', { title: span.name })}>${icon('close')}</button>`}</div>`)}
      ${off ? nothing : html`<button type="button" class="button small" @click=${() => this.#change(kind, (now) => [...now, { name: '', nameEnglish: '', from: day(store.now()), until: day(store.now()) }])}>${icon('plus')}${t(`timetable.${kind}.add`)}</button>`}</section>`;
  }

  /** What stands in the form, with one list changed. */
  #change(kind, make) {
    const now = this.#read(this.querySelector('form'));
    this.#calendar = { ...now, [kind]: make(now[kind]) };
    this.requestUpdate();
  }

  #read(form) {
    return Object.fromEntries(KINDS.map((kind) => [kind, this.#calendar[kind].map((_, i) => Object.fromEntries(['name', 'nameEnglish', 'from', 'until'].map((field) => [field, form[`${kind}-${field}-${i}`].value])))]));
  }

  async #save(event) {
    event.preventDefault();
    const calendar = this.#read(event.target);
    if (await act(event.submitter, () => store.api.post('/api/timetable/calendar', calendar), () => t('timetable.did-calendar'))) this.#load();
  }
}

customElements.define('jin-opening-calendar', JinOpeningCalendar);
