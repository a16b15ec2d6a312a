import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { state } from '/shared/parts.js';
import { time } from '/shared/format.js';
import { store } from '/assets/store.js';
import { t } from '/assets/words.js';
import { queue } from '/assets/deliveries/queue.js';

export const OUTCOMES = ['seen', 'not-seen', 'no-answer', 'refused'];
const SYMBOLS = { seen: 'check', 'not-seen': 'right', 'no-answer': 'alert', refused: 'close' };
const TONES = { seen: 'ok', 'not-seen': 'ok', 'no-answer': 'bad', refused: 'warn' };
const MAX_NOTE = 200;

/** The hub's time of something that this phone's clock saw, which may be wrong. */
export const hubTime = (at) => store.now() - (Date.now() - at);

/** The stops as they will be once what waits here is sent. */
export function withWaiting(stops, occasion) {
  return stops.map((stop) => {
    const mine = queue.waiting.filter((entry) => entry.path === 'visit' && entry.body.occasion === occasion && entry.body.person === stop.person).at(-1);
    return mine ? { ...stop, outcome: mine.body.outcome, noticed: mine.body.note, at: hubTime(mine.at), waiting: true } : stop;
  });
}

/** The blocks of a list in order, each with its stops: the round of one volunteer. */
export function rounds(stops) {
  const rounds = new Map();
  for (const stop of stops) {
    if (!rounds.has(stop.block)) rounds.set(stop.block, []);
    rounds.get(stop.block).push(stop);
  }
  return [...rounds].map(([block, doors]) => ({ block, doors }));
}

/** One round; `open` is the person whose answer is being changed, `change` opens another. */
export function round({ block, doors }, occasion, open, change) {
  const done = doors.filter((stop) => stop.outcome).length;
  return html`<section class="panel round"><h2>${block || t('deliveries.elsewhere')}<span class="muted">${t('deliveries.progress', { done, n: doors.length })}</span></h2>
    <ol class="stops">${doors.map((stop) => door(stop, occasion, open, change))}</ol></section>`;
}

function door(stop, occasion, open, change) {
  const ask = store.mayDeliver && (!stop.outcome || open === stop.person);
  return html`<li class="stop ${stop.outcome ? 'done' : ''}" data-person=${stop.person}>
    <header><strong class="door">${stop.address.slice(stop.block.length) || stop.address}</strong><span class="who">${stop.name}</span>
      ${stop.phoneEnd ? html`<span class="muted">${t('deliveries.phone-end', { end: stop.phoneEnd })}</span>` : nothing}</header>
    ${marks(stop)}
    ${stop.outcome ? html`<p class="outcome">${state(TONES[stop.outcome], SYMBOLS[stop.outcome], t(`deliveries.outcome.${stop.outcome}`))}<time>${time(stop.at)}</time>
      ${stop.waiting ? state('warn', 'offline', t('deliveries.waiting')) : nothing}
      ${stop.noticed ? html`<em>${stop.noticed}</em>` : nothing}
      ${store.mayDeliver && !ask ? html`<button class="button small" @click=${() => change(stop.person)}>${t('deliveries.change')}</button>` : nothing}</p>` : nothing}
    ${ask ? form(stop, occasion, change) : nothing}</li>`;
}

/** Diets and what kitchen or family asked for. */
export function marks(stop) {
  if (stop.diets.length === 0 && !stop.note) return nothing;
  return html`<p class="diets">${stop.diets.map((diet) => html`<b class="tag">${t(`mark.${diet}`)}</b>`)}${stop.note}</p>`;
}

function form(stop, occasion, change) {
  const enter = (event) => {
    event.preventDefault();
    const note = event.target.note.value.trim();
    const outcome = event.submitter.value;
    queue.add('visit', { occasion, person: stop.person, outcome, note });
    change(null);
    event.target.reset();
  };
  return html`<form class="at-door" @submit=${enter}>
    <div class="outcomes">${OUTCOMES.map((outcome) => html`<button class="button ${TONES[outcome]}" value=${outcome}>${icon(SYMBOLS[outcome])}${t(`deliveries.do.${outcome}`)}</button>`)}</div>
    <details><summary>${t('deliveries.note')}</summary><input name="note" maxlength=${MAX_NOTE} aria-label=${t('deliveries.note')} placeholder=${t('deliveries.note.hint')} .value=${stop.noticed ?? ''}></details>
  </form>`;
}
