import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { state } from '/shared/parts.js';
import { seconds } from '/shared/format.js';
import { act } from '/assets/act.js';
import { named, t } from '/assets/words.js';

const SHOWN = 5;
const REASONS = ['wrong-card', 'left', 'test'];

/** The last five meals, each undone by two taps: what it was and why it goes. */
export function lastServed(store) {
  const rows = store.snapshot.counter.filter((row) => row.type === 'serving' || row.outcome === 'accepted').slice(0, SHOWN);
  if (rows.length === 0) return html`<p class="empty">${t('counter.none-yet')}</p>`;
  return html`<ol class="served">${rows.map((row) => html`<li class=${row.voided ? 'voided' : ''} data-event=${row.event}>
    <time>${seconds(row.at).slice(0, 5)}</time><strong>${who(row)}</strong>
    <span class="muted">${what(row)}</span>
    ${row.voided ? state('', 'undo', t('outcome.voided')) : row.counted ? nothing : state('warn', 'repeat', t('counted.no'))}
    ${row.voided || !store.mayServe ? nothing : undo(store, row)}</li>`)}</ol>`;
}

function who(row) {
  if (row.name) return row.name;
  return row.kind ? t(`kind.${row.kind}`) : t('counter.unknown-card');
}

function what(row) {
  const parts = [pick(row.occasionLabel), named('way', row.way)];
  if (row.kind && row.name) parts.push(t(`kind.${row.kind}`));
  if (row.portions > 1) parts.push(t('counter.portions', { n: row.portions }));
  if (row.collector) parts.push(t('counter.collected-by', { name: row.collector }));
  return parts.filter(Boolean).join(' · ');
}

function undo(store, row) {
  const take = (event, reason) => act(
    event.currentTarget,
    () => store.api.post('/api/canteen/undo', { event: row.event, reason }),
    () => t('counter.undone', { name: who(row) }),
  );
  return html`<details class="undo"><summary aria-label=${t('counter.undo.of', { name: who(row) })}>${icon('undo')}${t('counter.undo')}</summary>
    <div class="why" role="group" aria-label=${t('counter.undo.why', { name: who(row) })}><p>${t('counter.undo.why', { name: who(row) })}</p>
      ${REASONS.map((id) => html`<button class="button danger" @click=${(event) => take(event, t.in('zh', `void.reason.${id}`))}>${t(`void.reason.${id}`)}</button>`)}</div></details>`;
}

/** Duplicates and refusals of the last minutes, and cards that nobody knows. */
export function troubles(store) {
  const rows = store.snapshot.counter
    .filter((row) => row.type === 'scan' && !row.voided && (row.outcome !== 'accepted' || !row.name || !row.counted))
    .slice(0, SHOWN);
  if (rows.length === 0) return html`<p class="all-well">${icon('check')}${t('counter.no-troubles')}</p>`;
  return html`<ol class="served">${rows.map((row) => html`<li><time>${seconds(row.at).slice(0, 5)}</time><strong>${row.name ?? t('counter.unknown-card')}</strong>
    ${state(row.outcome === 'see-staff' ? 'info' : 'warn', row.outcome === 'already' ? 'repeat' : 'info', trouble(row))}</li>`)}</ol>`;
}

function trouble(row) {
  if (row.outcome !== 'accepted') return t(`trouble.${row.outcome}`);
  return t(row.name ? 'trouble.double' : 'trouble.unknown-card');
}
