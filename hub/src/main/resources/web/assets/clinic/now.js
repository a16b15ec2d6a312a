import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { t } from '/assets/words.js';
import { callNext, roomName, step, stepWords, undo } from '/assets/clinic/actions.js';
import { minutes, others } from '/assets/clinic/list.js';

/** Who is in this nurse's room, and the big buttons. */
export function now(view) {
  const { page, queue, room } = view;
  const mine = view.mine();
  const next = queue.waiting[0];
  return html`<section class="panel clinic-now" aria-labelledby="clinic-now">
    <h2 id="clinic-now">${t('clinic.in-room', { room: roomName(page, room) })}</h2>
    ${mine ? current(view, mine) : html`<p class="clinic-number quiet">${t('clinic.room-empty')}</p>`}
    <button class="button primary clinic-next" data-key="n" ?disabled=${!next} @click=${(e) => callNext(e.currentTarget, page, queue, room)}>
      ${icon('bell')}<span>${next ? t('clinic.call') : t('clinic.nobody')}</span>
      ${next ? html`<b class="ticket-number">${next.ticket}</b>` : nothing}<kbd>N</kbd>
    </button>
    ${others(view)}
    ${lastStep(view)}
  </section>`;
}

function current(view, mine) {
  const button = (key, name, symbol, done) => html`<button class="button" data-key=${key} @click=${(e) => done(e.currentTarget)}>
    ${icon(symbol)}${t(`clinic.${name}`)}<kbd>${key.toUpperCase()}</kbd></button>`;
  return html`<p class="clinic-number"><b>${mine.ticket}</b>
      <span>${mine.name ?? t('clinic.no-card')}<small>${t('clinic.since-call', { n: minutes(mine.calledAt) })}${mine.calls > 1 ? ` · ${t('clinic.calls', { n: mine.calls })}` : ''}</small></span></p>
    <div class="clinic-acts">
      ${button('r', 'recall', 'repeat', (b) => step(b, 'recall', mine.ticket, { room: view.room }))}
      ${button('s', 'skip', 'right', (b) => step(b, 'skip', mine.ticket))}
      ${button('d', 'serve', 'check', (b) => step(b, 'serve', mine.ticket))}
      ${view.transferTo(mine)}
    </div>`;
}

function lastStep({ page }) {
  const last = page.last[0];
  if (!last) return nothing;
  return html`<p class="clinic-last"><span>${stepWords(page, last)}</span>
    <button class="button small" data-key="z" @click=${(e) => undo(e.currentTarget, page, last)}>${icon('undo')}${t('clinic.undo')}<kbd>Z</kbd></button></p>`;
}

/** Waiting and service times of the queue. */
export function figures({ queue }) {
  const one = (key, value) => html`<div><dt>${t(`clinic.figure.${key}`)}</dt><dd><b class="figure">${value}</b></dd></div>`;
  const length = (ms) => (ms === null ? '–' : t('clinic.minutes', { n: Math.round(ms / 60_000) }));
  return html`<dl class="clinic-figures" aria-label=${t('clinic.figures', { queue: pick(queue) })}>
    ${one('waiting', queue.waiting.length)} ${one('served', queue.served)}
    ${one('wait', length(queue.waitMs))} ${one('service', length(queue.serviceMs))}
    ${one('longest', queue.waiting.length ? t('clinic.minutes', { n: minutes(Math.min(...queue.waiting.map((w) => w.since))) }) : '–')}
  </dl>`;
}
