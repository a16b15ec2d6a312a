import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { date } from '/shared/format.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { PeopleFinder } from '/assets/parts/people-finder.js';

/** `<jin-enrolments>`: the list of an activity: who takes part, who waits, and somebody new. */
class JinEnrolments extends View {
  static properties = { series: { type: String } };
  #asked = null;
  #list = null;
  #problem = null;
  #finder = new PeopleFinder(this);

  willUpdate() {
    if (this.series === this.#asked) return;
    this.#asked = this.series;
    this.#list = null;
    this.#load();
  }

  async #load() {
    const asked = this.#asked;
    try {
      const list = await store.api.get('/api/enrolments', { series: asked });
      if (asked !== this.#asked) return;
      this.#list = list;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  async #enrol(event, one) {
    const done = await act(event.currentTarget, () => store.api.post('/api/enrolments/enrol', { series: this.series, person: one.person }), ({ state }) => t(`enrolments.did.${state}`, { name: one.name }));
    if (!done) return;
    this.#finder.clear();
    this.querySelector('input[type=search]').value = '';
    await this.#load();
  }

  async #leave(event, one) {
    event.preventDefault();
    const done = await act(event.submitter, () => store.api.post('/api/enrolments/leave', { series: this.series, person: one.person }), ({ next }) => (next ? t('enrolments.did.next', { name: one.name, next }) : t('enrolments.did.left', { name: one.name })));
    if (done) await this.#load();
  }

  render() {
    return html`<section class="enrolments" aria-labelledby="enrolments-title"><h3 id="enrolments-title">${t('enrolments.title')}</h3>${this.#content()}</section>`;
  }

  #content() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)}</p>`;
    if (!this.#list) return html`<p class="empty" role="status">${t('loading')}</p>`;
    const { enrolled, waiting, capacity } = this.#list;
    const full = capacity > 0 && enrolled.length >= capacity;
    return html`<p class="muted">${capacity > 0 ? t('enrolments.of', { n: enrolled.length, most: capacity }) : t('enrolments.count', { n: enrolled.length })}${full ? html` <span class="state warn">${icon('alert')}${t('enrolments.full')}</span>` : nothing}</p>
      <label class="field"><span>${t(full ? 'enrolments.find.full' : 'enrolments.find')}</span><input type="search" maxlength="40" autocomplete="off" placeholder=${t('enrolments.find.hint')} @input=${this.#finder.type}></label>
      ${this.#results()}
      ${enrolled.length === 0 ? html`<p class="empty">${t('enrolments.none')}</p>` : html`<ol class="enrolment-list">${enrolled.map((one) => this.#row(one, t('enrolments.from', { day: one.from })))}</ol>`}
      ${waiting.length === 0 ? nothing : html`<h4>${t('enrolments.waiting', { n: waiting.length })}</h4><ol class="enrolment-list waiting">${waiting.map((one) => this.#row(one, t('enrolments.since', { day: date(one.since) }), !full))}</ol>`}`;
  }

  #results() {
    const { rows, problem } = this.#finder;
    if (problem) return html`<p class="form-problem" role="alert">${explain(problem)}</p>`;
    if (!rows) return nothing;
    if (rows.length === 0) return html`<p class="empty" role="status">${t('people.none')}</p>`;
    return html`<ul class="enrolment-found">${rows.map((one) => html`<li><button type="button" class="button" ?disabled=${one.closed} data-person=${one.person} @click=${(event) => this.#enrol(event, one)}>${icon('plus')}${who(one)}</button></li>`)}</ul>`;
  }

  #row(one, detail, mayCome = false) {
    return html`<li data-person=${one.person}><a href=${to('residents', { person: one.person })}>${who(one)}</a><span class="muted">${detail}</span>
      ${mayCome ? html`<button type="button" class="button small" @click=${(event) => this.#enrol(event, one)}>${icon('check')}${t('enrolments.come')}</button>` : nothing}
      <details class="undo"><summary>${t('enrolments.leave')}</summary><form @submit=${(event) => this.#leave(event, one)}><p>${t('enrolments.leave.ask', { name: one.name })}</p><button class="button danger">${icon('close')}${t('enrolments.leave.do')}</button></form></details></li>`;
  }
}

/** Homonyms are told apart by age and address. */
function who(one) {
  return [one.name, t('enrolments.age', { n: one.age }), one.address].filter(Boolean).join(' · ');
}

customElements.define('jin-enrolments', JinEnrolments);
