import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { state } from '/shared/parts.js';
import { time } from '/shared/format.js';
import { store } from '/assets/store.js';
import { t } from '/assets/words.js';
import { queue } from '/assets/deliveries/queue.js';
import { hubTime } from '/assets/deliveries/stops.js';

const KINDS = ['phone', 'contact', 'visit', 'director'];

/** A task as it will be once what waits here is sent. */
function withWaiting(task) {
  const mine = queue.waiting.filter((entry) => entry.path === 'step' && entry.body.occasion === task.occasion && entry.body.person === task.person);
  if (mine.length === 0) return task;
  const steps = [...task.steps, ...mine.map((entry) => ({ kind: entry.body.kind, reached: entry.body.reached, note: entry.body.note, at: hubTime(entry.at), by: store.session.account, waiting: true }))];
  const done = steps.some((step) => step.reached);
  const tried = Math.max(...steps.map((step) => KINDS.indexOf(step.kind) + 1));
  return { ...task, steps, done, next: done ? '' : (KINDS[tried] ?? ''), overdue: false };
}

/** The doors that nobody opened today, and what volunteers noticed about people. */
export function tasks(view) {
  const list = (view?.tasks ?? []).map(withWaiting);
  const notes = view?.notes ?? [];
  if (list.length === 0 && notes.length === 0) return nothing;
  return html`<section class="panel door-tasks no-print" aria-label=${t('deliveries.tasks')}>
    ${list.length ? html`<h2>${icon('alert')}${t('deliveries.tasks')}</h2><ol>${list.map(one)}</ol>` : nothing}
    ${notes.length ? html`<h2>${icon('info')}${t('deliveries.noticed')}</h2><ul class="noticed">${notes.map((note) => html`<li><time>${time(note.at)}</time><strong>${note.name}</strong><span class="muted">${note.address}</span><em>${note.note}</em></li>`)}</ul>` : nothing}
  </section>`;
}

function one(task) {
  return html`<li class="door-task ${task.done ? 'done' : ''}" data-person=${task.person}>
    <header><strong>${task.name}</strong><span>${task.address}</span>
      ${task.phone ? html`<a class="button small" href="tel:${task.phone}">${t('deliveries.call', { phone: task.phone })}</a>` : html`<span class="muted">${t('deliveries.no-phone')}</span>`}
      ${task.done ? state('ok', 'check', t('deliveries.reached')) : task.overdue ? state('bad', 'clock', t('deliveries.overdue')) : nothing}</header>
    <p class="muted">${t('deliveries.nobody-opened', { time: time(task.at), by: task.by })}${task.note ? html` <em>${task.note}</em>` : nothing}</p>
    ${task.steps.length ? html`<ul class="steps">${task.steps.map((step) => html`<li>${state(step.reached ? 'ok' : '', step.reached ? 'check' : 'close', t(`deliveries.step.${step.kind}`))}<span>${t(step.reached ? 'deliveries.step.reached' : 'deliveries.step.not-reached')}</span><time>${time(step.at)}</time><span class="muted">${step.by}</span>${step.waiting ? state('warn', 'offline', t('deliveries.waiting')) : nothing}${step.note ? html`<em>${step.note}</em>` : nothing}</li>`)}</ul>` : nothing}
    ${task.done || !store.mayAct ? nothing : task.next ? next(task) : html`<p class="wrong">${t('deliveries.with-director')}</p>`}</li>`;
}

function next(task) {
  const enter = (event) => {
    event.preventDefault();
    const reached = event.submitter.value === 'yes';
    queue.add('step', { occasion: task.occasion, person: task.person, kind: task.next, reached, note: event.target.note.value.trim() });
    event.target.reset();
  };
  return html`<form class="next-step" @submit=${enter}><p>${t('deliveries.next')} <strong>${t(`deliveries.step.${task.next}`)}</strong></p>
    <input name="note" maxlength="200" aria-label=${t('deliveries.step.note')} placeholder=${t('deliveries.step.note')}>
    <button class="button ok" value="yes">${icon('check')}${t('deliveries.step.reached')}</button>
    <button class="button" value="no">${icon('close')}${t('deliveries.step.not-reached')}</button></form>`;
}
