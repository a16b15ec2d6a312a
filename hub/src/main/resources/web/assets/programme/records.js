import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { date } from '/shared/format.js';
import { state } from '/shared/parts.js';
import { store } from '/assets/store.js';
import { t } from '/assets/words.js';

const KINDS = ['injection', 'follow-up', 'appointment'];
const TONES = { overdue: 'bad', due: 'warn', ahead: '', done: 'ok' };
const SYMBOLS = { overdue: 'alert', due: 'bell', ahead: 'clock', done: 'check' };

const kindOf = (task) => task.kind.toLowerCase().replace('_', '-');
const today = () => store.snapshot.day;

/** done, ahead, due (到期) or overdue (逾期). */
export function standing(task, day) {
  if (task.done) return 'done';
  if (task.due > day) return 'ahead';
  return task.due === day ? 'due' : 'overdue';
}

/** What a clinician sees: what is due first, then everyone, then one person. */
export function records(view) {
  const { members } = view.content;
  const open = members.flatMap((member) => member.tasks.filter((task) => !task.done).map((task) => ({ member, task })))
    .sort((a, b) => a.task.due.localeCompare(b.task.due));
  const chosen = members.find((one) => one.id === view.chosen);
  return html`<div class="programme">
    <section class="panel"><h2>${t('programme.tasks')}</h2>
      ${open.length ? html`<ul class="programme-tasks">${open.map((one) => taskRow(view, one))}</ul>` : html`<p class="empty">${t('programme.tasks.none')}</p>`}</section>
    <section class="panel"><h2>${t('programme.members', { n: members.length })}</h2>
      ${members.length ? html`<ul class="programme-members">${members.map((one) => html`<li><button class="button ${one.id === view.chosen ? 'primary' : ''}" @click=${() => view.choose(one.id)}>${icon('person')}${one.name}</button></li>`)}</ul>` : html`<p class="empty">${t('programme.members.none')}</p>`}
      <button class="button" data-test="add" @click=${() => view.choose(-1)}>${icon('person')}${t('programme.add')}</button></section>
    ${chosen || view.chosen === -1 ? person(view, chosen) : nothing}
  </div>`;
}

function taskRow(view, { member, task }) {
  const how = standing(task, today());
  return html`<li class=${how}>${state(TONES[how], SYMBOLS[how], t(`programme.${how}`))}
    <button class="button quiet" @click=${() => view.choose(member.id)}><b>${member.name}</b></button>
    <span>${t(`programme.kind.${kindOf(task)}`)} · ${task.what}</span><time>${date(task.due)}</time>
    <button class="button small" @click=${() => done(view, member, task)}>${icon('check')}${t('programme.done')}</button></li>`;
}

const done = (view, member, task) => view.does('done', { member: member.id, task: task.id, on: today() }, t('programme.did.done'));

/** Does something with a form's values; nobody types into it meanwhile, and it is empty after success. */
export async function submitted(form, work) {
  const given = values(form);
  for (const field of form.elements) field.disabled = true;
  const done = await work(given);
  for (const field of form.elements) field.disabled = false;
  if (done) form.reset();
}

function values(form) {
  return Object.fromEntries(new FormData(form));
}

function person(view, member) {
  return html`<section class="panel programme-person"><h2>${member ? member.name : t('programme.add')}</h2>
    <form @submit=${(e) => save(e, view, member)}>
      <label class="field">${t('programme.name')}<input name="name" required maxlength="80" autocomplete="off" .value=${member?.name ?? ''}></label>
      <label class="field">${t('programme.contact')}<input name="contact" maxlength="80" autocomplete="off" .value=${member?.contact ?? ''}></label>
      <label class="field">${t('programme.note')}<textarea name="note" rows="4" maxlength="2000" .value=${member?.note ?? ''}></textarea></label>
      <button class="button primary">${icon('check')}${t('programme.save')}</button>
    </form>
    ${member ? html`${plans(view, member)}${consents(view, member)}
      <button class="button danger" @click=${() => remove(view, member)}>${icon('close')}${t('programme.remove')}</button>` : nothing}
  </section>`;
}

async function save(event, view, member) {
  event.preventDefault();
  const { name, contact, note } = values(event.target);
  const saved = await view.does('member', { ...(member ? { member: member.id } : {}), name, contact, note }, t('programme.did.save'));
  if (saved && !member) view.choose(Math.max(...view.content.members.map((one) => one.id)));
}

async function remove(view, member) {
  if (!confirm(t('programme.remove.sure', { name: member.name }))) return;
  if (await view.does('remove', { member: member.id }, t('programme.did.remove'))) view.choose(0);
}

function plans(view, member) {
  return html`<h3>${t('programme.plan')}</h3>
    <ul class="programme-tasks">${member.tasks.map((task) => taskRow(view, { member, task })).filter((_, i) => !member.tasks[i].done)}
      ${member.tasks.filter((task) => task.done).map((task) => html`<li class="done">${state('ok', 'check', t('programme.done-on'))}<span>${t(`programme.kind.${kindOf(task)}`)} · ${task.what}</span><time>${date(task.done)}</time></li>`)}</ul>
    <form class="programme-form" @submit=${(e) => plan(e, view, member)}>
      <label class="field">${t('programme.kind')}<select name="kind">${KINDS.map((kind) => html`<option value=${kind}>${t(`programme.kind.${kind}`)}</option>`)}</select></label>
      <label class="field">${t('programme.what')}<input name="what" required maxlength="80" autocomplete="off"></label>
      <label class="field">${t('programme.due-on')}<input name="due" type="date" required value=${today()}></label>
      <label class="field">${t('programme.every')}<input name="everyDays" type="number" min="0" max="365" required value="0"></label>
      <button class="button">${icon('clock')}${t('programme.plan.do')}</button>
    </form>`;
}

function plan(event, view, member) {
  event.preventDefault();
  submitted(event.target, (given) => view.does('plan', { member: member.id, ...given, everyDays: Number(given.everyDays) }, t('programme.did.plan')));
}

/** Consents, also for the privacy officer. */
export function consents(view, member) {
  return html`<h3>${t('programme.consents')}</h3>
    <ul class="programme-consents">${member.consents.map((one) => html`<li>
      ${state(one.withdrawn ? '' : 'ok', one.withdrawn ? 'close' : 'check', t(one.withdrawn ? 'programme.withdrawn' : 'programme.holds'))}
      <span>${one.what} · ${one.signedBy}</span><time>${date(one.given)}${one.withdrawn ? ` – ${date(one.withdrawn)}` : ''}</time>
      ${one.withdrawn ? nothing : html`<button class="button small quiet" @click=${() => view.does('consent', { member: member.id, what: one.what, signedBy: one.signedBy, given: one.given, withdrawn: today() }, t('programme.did.withdraw'))}>${t('programme.withdraw')}</button>`}</li>`)}</ul>
    <form class="programme-form" @submit=${(e) => consent(e, view, member)}>
      <label class="field">${t('programme.consent.what')}<input name="what" required maxlength="80" autocomplete="off"></label>
      <label class="field">${t('programme.consent.by')}<input name="signedBy" required maxlength="80" autocomplete="off"></label>
      <label class="field">${t('programme.consent.given')}<input name="given" type="date" required value=${today()}></label>
      <button class="button">${icon('check')}${t('programme.consent.do')}</button>
    </form>`;
}

function consent(event, view, member) {
  event.preventDefault();
  submitted(event.target, (given) => view.does('consent', { member: member.id, ...given }, t('programme.did.consent')));
}
