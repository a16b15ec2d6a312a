import { html, nothing } from 'lit';
import { pick } from '/shared/i18n.js';
import { date, day, seconds } from '/shared/format.js';
import { t, named } from '/assets/words.js';
import { outcome } from '/assets/parts/latest.js';

/** A row that came later than this after it happened says so. */
const LATE_MS = 60_000;

/**
 * The columns of the event table: what a cell shows, what it sorts by, what the export writes. An
 * event's identifier is device/epoch/seq.
 */
export const COLUMNS = [
  { id: 'at', cell: when, key: (row) => row.at, text: (row) => `${day(row.at)} ${seconds(row.at)}` },
  { id: 'name', cell: (row) => html`<strong>${row.name || '–'}</strong>`, key: (row) => row.name ?? '', text: (row) => row.name ?? '' },
  { id: 'what', cell: what, key: (row) => pick(row.occasionLabel) || row.type, text: (row) => pick(row.occasionLabel) || named('type', row.type) },
  { id: 'place', cell: (row) => pick(row.place), key: (row) => pick(row.place), text: (row) => pick(row.place) },
  { id: 'way', cell: (row) => (row.way ? named('way', row.way) : nothing), key: (row) => row.way ?? '', text: (row) => (row.way ? named('way', row.way) : '') },
  { id: 'ticket', cell: (row) => row.ticket || nothing, key: (row) => row.ticket ?? 0, text: (row) => String(row.ticket || '') },
  { id: 'outcome', cell: outcome, key: (row) => `${row.voided ? 'z' : ''}${row.outcome ?? row.type}`, text: outcomeText },
  { id: 'counted', cell: counted, key: (row) => (row.counted ? 0 : 1), text: (row) => t(row.counted ? 'counted.yes' : 'counted.no') },
  { id: 'device', cell: (row) => deviceOf(row), key: deviceOf, text: deviceOf },
];

/** The device in an event's identifier. */
export function deviceOf(row) {
  return row.event.split('/')[0];
}

/** How much later the hub heard of it, or 0 when that is of no interest. */
export function lateness(row) {
  return row.received - row.at > LATE_MS ? row.received - row.at : 0;
}

/** A comparator of `name` or `-name`; the newest first when there is none. */
export function order(sort) {
  const down = sort.startsWith('-');
  const column = COLUMNS.find((one) => one.id === sort.replace('-', '')) ?? COLUMNS[0];
  return (a, b) => {
    const [x, y] = [column.key(a), column.key(b)];
    const by = typeof x === 'number' ? x - y : String(x).localeCompare(String(y), 'zh-CN');
    return (down ? -by : by) || b.at - a.at || (a.event < b.event ? 1 : -1);
  };
}

function when(row) {
  const today = day(row.at) === day(Date.now());
  return html`<time>${seconds(row.at)}</time>${today ? nothing : html` <small>${date(row.at)}</small>`}
    ${lateness(row) ? html`<small class="late" title=${t('events.late.why')}>${t('events.late')}</small>` : nothing}`;
}

function what(row) {
  return html`${row.occasionLabel ? pick(row.occasionLabel) : named('type', row.type)}`;
}

function counted(row) {
  return row.counted ? t('counted.yes') : html`<span class="muted">${t('counted.no')}</span>`;
}

function outcomeText(row) {
  if (row.voided) return t('outcome.voided');
  return row.outcome ? named('outcome', row.outcome) : named('type', row.type);
}
