import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { to } from '/assets/route.js';
import { t } from '/assets/words.js';

/** Minutes after which an alarm is louder: first the teacher, then whoever is in charge. */
const LOUDER_MINUTES = 30;

/** Children that did not arrive, and those still here; until somebody says what is with each. */
export function alarmList({ alarms }) {
  return html`${group(alarms.filter((one) => !one.stillHere), 'missing')}${group(alarms.filter((one) => one.stillHere), 'still-here')}`;
}

function group(alarms, kind) {
  if (alarms.length === 0) return nothing;
  const minutes = Math.max(...alarms.map((one) => one.minutes));
  return html`<section class="child-alarm ${minutes >= LOUDER_MINUTES ? 'loud' : ''}" role="alert" data-alarm=${kind}><h2>${icon('alert')}${t(`attendance.${kind}`, { n: alarms.length, minutes })}</h2>
    <p>${t(`attendance.${kind}.do`)}${minutes >= LOUDER_MINUTES ? ` ${t('attendance.louder')}` : ''}</p>
    <ul>${alarms.map((one) => html`<li><a href=${to('attendance', { session: one.session })}>${one.name}</a></li>`)}</ul></section>`;
}
