import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { state } from '/shared/parts.js';
import { store } from '/assets/store.js';
import { t } from '/assets/words.js';
import { callNumber, roomName, step, transfer } from '/assets/clinic/actions.js';

/** Whole minutes since a moment. */
export const minutes = (since) => Math.max(0, Math.floor((store.now() - since) / 60_000));

/** Everyone who waits, in the order in which they will be called. */
export function waitingList(view) {
  const { queue } = view;
  return html`<section class="panel clinic-list" aria-labelledby="clinic-waiting">
    <h2 id="clinic-waiting">${t('clinic.waiting-list', { n: queue.waiting.length })}</h2>
    ${queue.waiting.length === 0
      ? html`<p class="empty">${t(queue.closed ? 'clinic.empty-closed' : 'clinic.empty-waiting')}</p>`
      : html`<ol>${queue.waiting.map((one) => row(view, one, waits(view, one)))}</ol>`}
    ${queue.skipped.length ? html`<h2>${t('clinic.skipped-list', { n: queue.skipped.length })}</h2>
      <ol>${queue.skipped.map((one) => row(view, one, skipped(view, one)))}</ol>` : nothing}
  </section>`;
}

const REASONS = { age: 'person', disability: 'hand', nurse: 'up' };

function row(view, one, acts) {
  return html`<li data-ticket=${one.ticket}>
    <b class="ticket-number">${one.ticket}</b>
    <span class="who">${one.name ?? t('clinic.no-card')}
      ${one.reason ? state('info', REASONS[one.reason], t(`clinic.reason.${one.reason}`)) : nothing}
      ${one.calls > 0 ? html`<small>${t('clinic.calls', { n: one.calls })}</small>` : nothing}</span>
    <span class="wait">${t('clinic.waits', { n: minutes(one.since) })}</span>
    <span class="acts">${acts}</span>
  </li>`;
}

function waits(view, one) {
  return html`
    <button class="button small" @click=${(e) => callNumber(e.currentTarget, view.page, one.ticket, view.room)} aria-label=${t('clinic.call-this.label', { ticket: one.ticket })}>${icon('bell')}${t('clinic.call-this')}</button>
    ${one.reason ? nothing : html`<button class="button small quiet" @click=${(e) => step(e.currentTarget, 'prefer', one.ticket)} aria-label=${t('clinic.prefer.label', { ticket: one.ticket })}>${icon('up')}${t('clinic.prefer')}</button>`}
    ${view.transferTo(one)}
    <button class="button small quiet" @click=${(e) => step(e.currentTarget, 'leave', one.ticket)} aria-label=${t('clinic.leave.label', { ticket: one.ticket })}>${icon('arrow-out')}${t('clinic.leave')}</button>`;
}

function skipped(view, one) {
  return html`
    <button class="button small" @click=${(e) => step(e.currentTarget, 'return', one.ticket)} aria-label=${t('clinic.return.label', { ticket: one.ticket })}>${icon('undo')}${t('clinic.return')}</button>
    <button class="button small quiet" @click=${(e) => callNumber(e.currentTarget, view.page, one.ticket, view.room)} aria-label=${t('clinic.call-this.label', { ticket: one.ticket })}>${icon('bell')}${t('clinic.call-this')}</button>
    <button class="button small quiet" @click=${(e) => step(e.currentTarget, 'leave', one.ticket)} aria-label=${t('clinic.leave.label', { ticket: one.ticket })}>${icon('arrow-out')}${t('clinic.leave')}</button>`;
}

/** A choice of the other queues, that sends on at once. */
export function transferTo(view, one) {
  const rest = view.page.queues.filter((queue) => queue.id !== one.queue && queue.id !== view.queue.id);
  const send = (event) => {
    const to = event.target.value;
    event.target.value = '';
    if (to) transfer(event.target, view.page, one.ticket, to);
  };
  return html`<select class="button small quiet" @change=${send} aria-label=${t('clinic.transfer.label', { ticket: one.ticket })}>
    <option value="">${t('clinic.transfer')}</option>
    ${rest.map((queue) => html`<option value=${queue.id}>${pick(queue)}</option>`)}
  </select>`;
}

/** Who is in the other rooms. */
export function others(view) {
  const called = view.page.queues.flatMap((queue) => queue.called).filter((one) => one.room !== view.room);
  if (called.length === 0) return nothing;
  return html`<h3>${t('clinic.other-rooms')}</h3><ul class="clinic-others">${called.map((one) => html`<li>
    <b class="ticket-number">${one.ticket}</b><span>${roomName(view.page, one.room) || t('clinic.no-room')} · ${t('clinic.since-call', { n: minutes(one.calledAt) })}</span>
    <button class="button small quiet" @click=${(e) => step(e.currentTarget, 'serve', one.ticket)} aria-label=${t('clinic.serve.label', { ticket: one.ticket })}>${icon('check')}${t('clinic.serve')}</button>
  </li>`)}</ul>`;
}
