import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { day } from '/shared/format.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { route, to } from '/assets/route.js';
import { t, named } from '/assets/words.js';
import { View } from '/assets/view.js';
import { attendance, watchAttendance } from '/assets/attendance/watch.js';
import { alone, bans, codes, when } from '/assets/attendance/child-forms.js';
import { codeSheet } from '/assets/attendance/code-sheet.js';

/** `<jin-pickup>`: who may collect a child and who must not, and who did; without a child, whose page there is. */
class JinPickup extends View {
  #person = '';
  #child = null;
  #children = null;
  #record = null;
  #made = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    watchAttendance();
  }

  willUpdate() {
    if (!store.mayAct) return;
    const person = route().page === 'pickup' ? (route().params.get('person') ?? '') : this.#person;
    if (person !== this.#person) {
      this.#person = person;
      this.#child = this.#record = this.#made = null;
      if (person) this.#load();
    }
    if (this.#children === null && attendance.sessions.some((one) => one.school)) this.#list();
  }

  updated() {
    const dialog = this.querySelector('.code-sheet');
    if (dialog && !dialog.open) dialog.showModal();
  }

  async #list() {
    this.#children = [];
    try {
      const sheets = await Promise.all(attendance.sessions.filter((one) => one.school).map((one) => store.api.get('/api/attendance', { session: one.id })));
      this.#children = sheets.flatMap((sheet) => sheet.rows);
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  async #load() {
    const person = this.#person;
    try {
      const child = await store.api.get('/api/collection/child', { person });
      if (person !== this.#person) return;
      this.#child = child;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  /** Does something, then reads the child again. */
  async #do(button, path, body, words) {
    const done = await act(button, async () => {
      const answer = await store.api.post(`/api/collection/${path}`, body);
      if (answer.code) this.#made = answer;
      return answer;
    }, words);
    if (done) button?.closest('details')?.removeAttribute('open');
    await this.#load();
  }

  #ban = (event) => {
    event.preventDefault();
    const { adult, who, reason } = event.target;
    const whom = adult.value ? { adult: Number(adult.value) } : { who: who.value };
    return this.#do(event.submitter, 'ban', { child: this.#child.person, reason: reason.value, ...whom }, () => t('collection.ban.done'));
  };

  #endBan = (event, ban) => {
    event.preventDefault();
    return this.#do(event.submitter, 'ban/end', { id: ban.id, reason: event.target.reason.value }, () => t('collection.ended.done'));
  };

  #make = (event) => {
    event.preventDefault();
    const { name, relation, phone, from, until } = event.target.elements;
    const siblings = [...event.target.querySelectorAll('[name=sibling]:checked')].map((one) => Number(one.value));
    const body = { children: [this.#child.person, ...siblings], name: name.value, relation: relation.value, phone: phone.value, from: from.value, until: until.value };
    return this.#do(event.submitter, 'code', body, () => t('collection.code.done', { name: name.value }));
  };

  #withdraw = (button, code) => this.#do(button, 'code/withdraw', { ref: code.ref }, () => t('collection.ended.done'));

  #allow = (event) => {
    event.preventDefault();
    const { signer, from, until } = event.target;
    return this.#do(event.submitter, 'alone', { child: this.#child.person, signer: signer.value, from: from.value, until: until.value }, () => t('collection.alone.done'));
  };

  #endAlone = (button, one) => this.#do(button, 'alone/end', { id: one.id }, () => t('collection.ended.done'));

  #rule = (event) => {
    event.preventDefault();
    const aloneFrom = Number(event.target.aloneFrom.value);
    return this.#do(event.submitter, 'rule', { aloneFrom }, () => t('collection.rule.done', { n: aloneFrom }));
  };

  #look = async (event) => {
    event.preventDefault();
    const { from, until } = event.target;
    try {
      this.#record = await store.api.get('/api/collection/record', { person: this.#child.person, from: from.value, until: until.value });
    } catch (problem) {
      store.say(explain(problem), 'bad');
    }
    this.requestUpdate();
  };

  render() {
    if (!store.mayAct) return html`<p class="empty">${t('attendance.only-staff')}</p>`;
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)}</p>`;
    if (!this.#person) return this.#choice();
    const child = this.#child;
    if (!child) return html`<p class="empty" role="status">${t('loading')}</p>`;
    const known = { ...child, siblings: this.#siblings(child) };
    return html`<div class="pickup"><p class="no-print"><a class="back" href=${to('attendance')}>${t('collection.back')}</a></p>
      <h2 class="pickup-name">${child.name} <span class="muted">${t('people.years', { n: child.age })}</span></h2>
      <section class="panel" aria-labelledby="guardians-title"><h2 id="guardians-title">${t('attendance.guardians')}</h2><ul class="decided">${child.guardians.map((one) => html`<li><strong>${one.name}</strong> ${named('relation', one.relation)} ${one.phone} ${one.collects ? nothing : html`<span class="state bad">${icon('alert')}${t('attendance.may-not-collect')}</span>`}</li>`)}</ul></section>
      ${bans(known, { add: this.#ban, end: this.#endBan })} ${codes(known, { make: this.#make, withdraw: this.#withdraw })} ${alone(known, { allow: this.#allow, end: this.#endAlone })} ${this.#history(child)}</div>
      ${this.#made ? codeSheet(this.#made, child, () => { this.#made = null; this.requestUpdate(); }) : nothing}`;
  }

  /** Children of today's school with a guardian of the same name, who may be collected together. */
  #siblings(child) {
    const names = new Set(child.guardians.filter((one) => one.collects).map((one) => one.name));
    return (this.#children ?? []).filter((row) => row.person !== child.person && row.guardians.some((one) => one.collects && names.has(one.name)));
  }

  #choice() {
    return html`<section class="panel"><h2>${t('collection.choose')}</h2>${!this.#children?.length ? html`<p class="empty">${t('collection.no-school')}</p>` : html`<ul class="pickup-children">${this.#children.map((row) => html`<li><a href=${to('pickup', { person: row.person })}>${row.bans.length ? html`<span class="state bad">${icon('alert')}${t('collection.ban')}</span> ` : nothing}${row.name}</a></li>`)}</ul>`}</section>
      <section class="panel"><h2>${t('collection.rule')}</h2><form class="pickup-rule" @submit=${this.#rule}><label class="field">${t('collection.rule.age')}<input type="number" name="aloneFrom" min="6" max="18" required></label><button class="button">${t('collection.rule.do')}</button></form></section>`;
  }

  #history(child) {
    const today = day(store.now());
    const record = this.#record;
    const query = record ? new URLSearchParams({ person: child.person, from: record.from, until: record.until }) : '';
    return html`<section class="panel" aria-labelledby="record-title"><h2 id="record-title">${t('collection.record')}</h2>
      <form class="pickup-rule no-print" data-form="record" @submit=${this.#look}><label class="field">${t('collection.from')}<input type="date" name="from" required .value=${today} max=${today}></label><label class="field">${t('collection.until')}<input type="date" name="until" required .value=${today} max=${today}></label><button class="button">${t('collection.record.do')}</button></form>
      ${record ? html`<p class="no-print"><a class="button" href=${`/api/collection/record.csv?${query}`} download>${icon('export')}${t('collection.record.csv')}</a> <button class="button" @click=${() => print()}>${t('timetable.print')}</button></p>
        <p class="print-only">${t('timetable.printed', { day: when(store.now()), who: store.session?.account ?? '' })}</p>
        ${record.rows.length === 0 ? html`<p class="empty">${t('collection.none')}</p>` : html`<div class="table-scroll"><table class="table roll-call pickup-record"><thead><tr>${['at', 'what', 'adult', 'card', 'by', 'note'].map((one) => html`<th scope="col">${t(`collection.col.${one}`)}</th>`)}</tr></thead><tbody>${record.rows.map((row) => html`<tr data-what=${row.what}><td>${when(row.at)}</td><td>${t(`collection.what.${row.what}`)}${row.takenBack ? html` <span class="state warn">${t('collection.taken-back')}</span>` : nothing}</td><td>${row.who} ${row.relation ? html`<span class="muted">${named('relation', row.relation)}</span>` : nothing}</td><td>${row.card === 'code' ? t('collection.delegate') : row.card}</td><td>${row.by}</td><td>${row.note === 'present' ? t('attendance.do.present') : row.note}</td></tr>`)}</tbody></table></div>`}` : nothing}</section>`;
  }
}

customElements.define('jin-pickup', JinPickup);
