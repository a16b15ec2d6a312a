import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { t } from '/assets/words.js';
import { close, issue, stepWords, undo } from '/assets/clinic/actions.js';
import { time } from '/shared/format.js';

const MAX_PLATE = 99;

/** People without a card, and the queue itself. */
export function queueDesk(view) {
  const { page, queue } = view;
  return html`<section class="panel clinic-counter" aria-labelledby="clinic-counter">
    <h2 id="clinic-counter">${t('clinic.walk-in')}</h2>
    <div class="clinic-acts">
      <button class="button" data-test="issue" @click=${(e) => issue(e.currentTarget, page, queue.id)}>${icon('ticket')}${t('clinic.issue')}</button>
      <form class="plate" @submit=${(e) => lend(e, view)}>
        <label class="field">${t('clinic.plate')}<input name="plate" type="number" inputmode="numeric" min="1" max=${MAX_PLATE} required></label>
        <button class="button">${icon('card')}${t('clinic.lend')}</button>
      </form>
    </div>
    <p class="muted">${t('clinic.without-card', { n: page.withoutCard })}</p>
    <h2>${t('clinic.queue-itself', { queue: pick(queue) })}</h2>
    <p class="muted">${t(queue.closed ? 'clinic.is-closed' : 'clinic.is-open', { opens: time(queue.opens), closes: time(queue.closes) })}</p>
    <button class="button ${queue.closed ? 'primary' : ''}" data-test="close" @click=${(e) => close(e.currentTarget, queue, !queue.closed)}>
      ${icon(queue.closed ? 'check' : 'close')}${t(queue.closed ? 'clinic.reopen' : 'clinic.close')}</button>
    <p><a class="button quiet" href="/clinic-board" target="_blank" rel="noopener">${icon('board')}${t('clinic.board')}</a></p>
    ${steps(page)}
  </section>`;
}

async function lend(event, { page, queue }) {
  event.preventDefault();
  const form = event.target;
  if (await issue(event.submitter, page, queue.id, Number(form.plate.value))) form.reset();
}

function steps(page) {
  if (page.last.length === 0) return nothing;
  return html`<details class="clinic-steps"><summary>${icon('undo')}${t('clinic.last-steps')}</summary>
    <ul>${page.last.map((one) => html`<li><time>${time(one.at)}</time><span>${stepWords(page, one)} <small>${one.by}</small></span>
      <button class="button small quiet" @click=${(e) => undo(e.currentTarget, page, one)} aria-label=${`${t('clinic.undo')}: ${stepWords(page, one)}`}>${t('clinic.undo')}</button></li>`)}</ul></details>`;
}
