import { html } from 'lit';
import { pick } from '/shared/i18n.js';
import { state } from '/shared/parts.js';
import { day, seconds } from '/shared/format.js';
import { to } from '/assets/route.js';
import { t, named } from '/assets/words.js';

const OUTCOME = {
  'accepted': ['ok', 'check'],
  'already': ['warn', 'repeat'],
  'not-now': ['', 'clock'],
  'see-staff': ['info', 'person'],
  'untimed': ['warn', 'clock'],
};
const TYPE_SYMBOL = {
  'departure': 'arrow-out',
  'passage': 'arrow-in',
  'help-call': 'hand',
  'collection': 'child',
  'hand-over': 'child',
  'hand-count': 'person',
  'help-answer': 'hand',
  'ticket-call': 'bell',
  'voiding': 'undo',
};

/** What came of an event, in a symbol and a word; a voided one says only that. */
export function outcome(row) {
  if (row.voided) return state('', 'undo', t('outcome.voided'));
  const [tone, symbol] = OUTCOME[row.outcome] ?? ['', TYPE_SYMBOL[row.type] ?? 'info'];
  return state(tone, symbol, row.outcome ? named('outcome', row.outcome) : named('type', row.type));
}

/** The newest events, masked. */
export function latest(snapshot) {
  const rows = snapshot.latest ?? [];
  if (rows.length === 0) return html`<p class="empty">${t('events.none-yet')}</p>`;
  return html`<ol class="latest">${rows.slice(0, 12).map(
    (row) => html`<li class=${row.voided ? 'voided' : ''}>
      <time>${seconds(row.at)}</time>
      <a class="latest-what" href=${to('events', { day: day(row.at), open: row.event })}><strong>${row.name || '–'}</strong>
        <span>${pick(row.place)}${row.occasionLabel ? html` · ${pick(row.occasionLabel)}` : ''}${row.ticket ? html` · ${row.ticket}` : ''}${row.way ? html` · ${named('way', row.way)}` : ''}</span></a>
      ${outcome(row)}
    </li>`,
  )}</ol>`;
}
