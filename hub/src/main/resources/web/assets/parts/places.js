import { html, nothing } from 'lit';
import { pick } from '/shared/i18n.js';
import { curve, level } from '/shared/parts.js';
import { number } from '/shared/format.js';
import { to } from '/assets/route.js';
import { t, ago, named } from '/assets/words.js';

/** The curve starts at 06:00 and has a point every five minutes; the strip ends at 22:00. */
const FIRST_HOUR = 6;
const LAST_HOUR = 22;
const SLOT_MINUTES = 5;
const SLOTS = ((LAST_HOUR - FIRST_HOUR) * 60) / SLOT_MINUTES;

/** Every place: people, capacity, how we know, since when, and the day. */
export function places(store, more = () => nothing) {
  const list = store.snapshot.places ?? [];
  if (list.length === 0) return html`<p class="empty">${t('places.empty')}</p>`;
  return html`<div class="places">${list.map((place) => placeCard(store, place, more))}</div>`;
}

function placeCard(store, place, more) {
  const known = place.basis && place.basis !== 'none';
  return html`<article class="place" data-place=${place.id}>
    <header><h3>${pick(place)}</h3>${level(t, known ? place.level : 'none')}</header>
    <p class="place-people"><a class="figure-link" href=${to('events', { place: place.id, day: store.snapshot.day })} aria-label=${t('places.people', { place: pick(place), n: known ? place.people : t('level.none') })}><b class="figure">${known ? number(place.people) : '–'}</b></a><span>/ ${number(place.capacity)} ${t('unit.people')}</span></p>
    ${dayCurve(place)}
    <p class="basis">${named('basis', place.basis ?? 'none')}${known ? html` · ${ago(store.elapsed(place.ageMs))}` : nothing}</p>
    ${more(place)}
  </article>`;
}

/** The strip of the day, with a scale of hours. */
export function dayCurve(place) {
  const values = (place.curve ?? []).slice(0, SLOTS);
  const hours = [6, 10, 14, 18, 22];
  return html`${curve(values, SLOTS, place.capacity, curveWords(values))}
    <p class="curve-scale" aria-hidden="true">${hours.map((hour) => html`<span>${String(hour).padStart(2, '0')}</span>`)}</p>`;
}

function curveWords(values) {
  const { most, when } = peak(values);
  return values.length === 0 ? t('curve.none') : t('curve.label', { now: values.at(-1), most, when });
}

/** The most people of the day, and when. */
export function peak(values) {
  const most = Math.max(0, ...values);
  const minutes = FIRST_HOUR * 60 + values.indexOf(most) * SLOT_MINUTES;
  const when = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return { most, when };
}
