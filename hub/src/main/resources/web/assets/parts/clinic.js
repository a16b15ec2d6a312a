import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { number } from '/shared/format.js';
import { act } from '/assets/act.js';
import { store } from '/assets/store.js';
import { to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { placeFor } from '/assets/parts/canteen.js';

/** The clinic's queues: who waits, who was called, and 叫下一位. */
export function queues(snapshot) {
  const clinic = snapshot.clinic;
  if (!clinic?.queues?.length) return html`<p class="empty">${t('clinic.empty')}</p>`;
  return html`<ul class="queues">${clinic.queues.map((one) => queue(snapshot, one))}</ul>`;
}

function queue(snapshot, one) {
  const events = to('events', { place: placeFor(snapshot, 'clinic'), day: snapshot.day });
  const nobody = one.waiting === 0;
  return html`<li class="queue">
    <p class="queue-name"><strong>${pick(one)}</strong>
      <span class="muted">${one.called?.length ? html`${t('clinic.called')} ${one.called.map((n) => html`<b class="ticket-number">${n}</b>`)}` : t('clinic.none-called')}</span></p>
    <p class="queue-waiting"><a class="figure-link" href=${events} aria-label=${t('clinic.waiting.see', { queue: pick(one), n: one.waiting })}><b class="figure">${number(one.waiting)}</b></a><span>${t('clinic.waiting')}</span></p>
    <button class="button ${nobody ? '' : 'primary'}" ?disabled=${nobody || !store.isNurse} @click=${(e) => call(one, e.currentTarget)}>
      ${icon('bell')}${nobody ? t('clinic.nobody') : t('clinic.call')}${one.next ? html` <b class="ticket-number">${one.next}</b>` : nothing}
    </button>
  </li>`;
}

function call(one, button) {
  return act(
    button,
    () => store.api.post('/api/clinic/call', { queue: one.id }),
    (answer) => t('clinic.did-call', { ticket: answer.ticket, queue: pick(one) }),
  );
}
