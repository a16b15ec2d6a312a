import { html, nothing } from 'lit';
import { style } from '/shared/style.js';
import { pick } from '/shared/i18n.js';
import { level, seats, state } from '/shared/parts.js';
import { number, time } from '/shared/format.js';
import { to } from '/assets/route.js';
import { t, ago, named } from '/assets/words.js';

const WAYS = ['dine-in', 'collect', 'deliver', 'by-proxy'];
const STATE_TONE = { before: '', open: 'ok', after: '' };
const STATE_SYMBOL = { before: 'clock', open: 'check', after: 'level-none' };

/** 未开始 · 进行中 · 已结束, for a meal or a session. */
export function phase(name) {
  return state(STATE_TONE[name] ?? '', STATE_SYMBOL[name] ?? 'info', named('state', name));
}

/** lunch, of meal:lunch:2026-11-24. */
export const mealId = (meal) => meal.occasion.split(':')[1];

/** The meals of today, the one that is open large. */
export function meals(snapshot) {
  const list = snapshot.meals ?? [];
  if (list.length === 0) return html`<p class="empty">${t('meals.empty')}</p>`;
  return html`<div class="meals">${list.map((meal) => mealCard(meal, snapshot.day))}</div>`;
}

function mealCard(meal, day) {
  const events = (filters = {}) => to('events', { occasion: meal.occasion, ...filters });
  return html`<article class="meal ${meal.state}">
    <header><h3>${pick(meal.period)}</h3><span class="muted">${time(meal.opens)}–${time(meal.closes)}</span>${phase(meal.state)}</header>
    <p class="meal-total"><a class="figure-link" href=${events({ outcome: 'accepted' })} aria-label=${t('meals.total', { meal: pick(meal.period), n: meal.total })}><b class="figure">${number(meal.total)}</b></a><span>${t('unit.meals')}</span></p>
    ${ways(meal)}
    <p class="beside">${t('meals.last-week', { weekday: weekdayBefore(day), n: number(meal.lastWeek) })}</p>
  </article>`;
}

function ways(meal) {
  const count = (way) => meal.ways?.[way] ?? 0;
  const total = WAYS.reduce((sum, way) => sum + count(way), 0);
  return html`
    <span class="ways-bar" aria-hidden="true">${WAYS.filter((way) => count(way) > 0).map((way) => html`<i class=${way} ${style({ '--grow': count(way) })}></i>`)}${total === 0 ? html`<i></i>` : nothing}</span>
    <dl class="ways">${WAYS.map((way) => html`<div><dt><i class="swatch ${way}" aria-hidden="true"></i>${t(`way.${way}`)}</dt><dd>${number(count(way))}</dd></div>`)}</dl>`;
}

/** 上周二, for the day a week earlier. */
function weekdayBefore(day) {
  const when = day ? new Date(`${day}T12:00:00Z`) : new Date();
  return t(`weekday.${when.getUTCDay()}`);
}

/** The seats, one square each, how we know, and `more` below. */
export function seatsNow(store, more = nothing) {
  const now = store.snapshot.seats;
  if (!now) return html`<p class="empty">${t('seats.empty')}</p>`;
  const known = now.basis !== 'none';
  const name = known ? seatLevel(now) : 'none';
  return html`<div class="seat-block">
    <p class="seat-figure"><a class="figure-link" href=${to('events', { place: placeFor(store.snapshot, 'canteen'), day: store.snapshot.day })} aria-label=${t('seats.see', { n: now.taken })}><b class="figure">${known ? number(now.taken) : '–'}</b></a><span>/ ${number(now.capacity)} ${t('unit.seats')}</span>${level(t, name, 'seat')}</p>
    ${seats(now.taken, now.capacity, name === 'full' ? 'bad' : '', t('seats.label', now))}
    <p class="basis">${named('basis', now.basis)}${known ? html` · ${ago(store.elapsed(now.ageMs))}` : nothing}</p>
    ${more}
  </div>`;
}

/** The place of a service: the one that the snapshot names there, else the one that is called so; null for none. */
export function placeFor(snapshot, service) {
  const id = { canteen: snapshot.seats?.place, clinic: snapshot.clinic?.place }[service] ?? service;
  return snapshot.places?.some((place) => place.id === id) ? id : null;
}

export function seatLevel({ taken, capacity, level: given }) {
  if (given) return given;
  if (typeof taken !== 'number') return 'none';
  if (taken >= capacity) return 'full';
  if (taken >= capacity * 0.8) return 'nearly-full';
  return taken === 0 ? 'empty' : 'ok';
}
