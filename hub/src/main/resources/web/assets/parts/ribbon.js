import { html } from 'lit';
import { style } from '/shared/style.js';
import { pick } from '/shared/i18n.js';
import { minuteOfDay, time } from '/shared/format.js';
import { to } from '/assets/route.js';
import { t } from '/assets/words.js';

const FIRST_MINUTE = 6 * 60;
const LAST_MINUTE = 22 * 60;
const HOURS = [6, 8, 10, 12, 14, 16, 18, 20, 22];

/** The day from 06:00 to 22:00 as a ribbon: meals and sessions where they lie, and now. */
export function ribbon(store) {
  const { meals = [], sessions = [] } = store.snapshot;
  const blocks = [
    ...meals.map((meal) => block(meal.opens, meal.closes, pick(meal.period), meal.occasion, 'for-meal', meal.state)),
    ...sessions.map((one) => block(one.starts, one.ends, pick(one.title), one.occasion, 'for-session', one.state)),
  ];
  const lanes = inLanes(blocks);
  const now = part(minuteOfDay(store.now()));
  return html`<section class="ribbon" aria-label=${t('ribbon.label')}>
    <div class="ribbon-hours" aria-hidden="true">${HOURS.map((hour) => html`<span ${style({ left: `${part(hour * 60) * 100}%` })}>${hour}</span>`)}</div>
    ${lanes.map((lane) => html`<div class="ribbon-lane">${lane.map(drawn)}</div>`)}
    <i class="ribbon-now" ${style({ left: `${now * 100}%` })}></i>
  </section>`;
}

function block(from, until, label, occasion, kind, state) {
  return { from: minuteOfDay(from), until: minuteOfDay(until), label, occasion, kind, state, times: `${time(from)}–${time(until)}` };
}

function drawn(one) {
  const left = part(one.from);
  const width = Math.max(0.012, part(one.until) - left);
  return html`<a class="ribbon-block ${one.kind} ${one.state}" href=${to('events', { occasion: one.occasion })} title="${one.label} ${one.times}"
    ${style({ left: `${left * 100}%`, width: `${width * 100}%` })}><span>${one.label}</span></a>`;
}

/** 0 to 1 along the ribbon. */
function part(minute) {
  return Math.min(1, Math.max(0, (minute - FIRST_MINUTE) / (LAST_MINUTE - FIRST_MINUTE)));
}

/** Puts blocks that overlap into different lanes, with as few lanes as there must be. */
function inLanes(blocks) {
  const lanes = [];
  for (const one of [...blocks].sort((a, b) => a.from - b.from)) {
    const lane = lanes.find((taken) => taken.at(-1).until <= one.from);
    if (lane) lane.push(one);
    else lanes.push([one]);
  }
  return lanes;
}
