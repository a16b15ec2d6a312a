import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { LEVEL_TONE } from '/shared/parts.js';
import { Sound } from '/shared/sound.js';
import { date, time } from '/shared/format.js';
import { t, ago } from '/assets/words.js';
import { FORGET_MS, NEW_CALL_MS, SAY_STALE_MS, Wall } from '/assets/wall.js';

const MAX_SESSIONS = 4;
const MAX_DISHES = 5;

/**
 * `<jin-board>`: the wall board. Chinese with English beside, nobody's name, levels in words, symbol
 * and colour, called numbers with a chime. Needs nobody: connects again by itself, and takes a fresh
 * page when the hub comes back after long.
 */
class JinBoard extends Wall {
  #snapshot = null;
  #sound = new Sound();
  #called = [];
  #newCalls = new Map();

  connectedCallback() {
    super.connectedCallback();
    // A screen that is set up to sound without a touch does; any other is silent until touched.
    this.#sound.unlock().catch(() => {});
    this.#sound.unlockOnGesture();
  }

  take(snapshot) {
    const called = snapshot.clinic?.called ?? [];
    const fresh = this.#snapshot ? called.filter((ticket) => !this.#called.includes(ticket)) : [];
    for (const ticket of fresh) this.#newCalls.set(ticket, performance.now());
    if (fresh.length > 0) this.#sound.play('chime');
    this.#called = called;
    this.#snapshot = snapshot;
  }

  render() {
    if (!this.#snapshot) return html`<p class="waiting">${t.in('zh', 'loading')} <span lang="en">${t.in('en', 'loading')}</span></p>`;
    const { age } = this;
    const board = age > FORGET_MS ? forgotten(this.#snapshot) : this.#snapshot;
    return html`
      <div class="top">${head(board)} ${closed(board.closed)}</div>
      <main>
      <section class="canteen">${canteen(board)}</section>
      <section class="rooms"><h2>${both('board.rooms')}</h2><ul>${(board.places ?? []).map(room)}</ul></section>
      <section class="called"><h2>${both('board.called')}</h2>${this.#calls(board)}</section>
      <section class="agenda">${agenda(board)}</section>
      </main>
      ${age > SAY_STALE_MS ? html`<p class="stale">${icon('offline')}${t('board.stale', { age: ago(age) })}</p>` : nothing}
    `;
  }

  #calls({ clinic }) {
    const called = clinic?.called ?? [];
    if (called.length === 0) return html`<p class="quiet">${both('board.none-called')}</p>`;
    const isNew = (ticket) => performance.now() - (this.#newCalls.get(ticket) ?? -Infinity) < NEW_CALL_MS;
    return html`<ol aria-live="polite">${called.slice(0, 4).map((ticket) => html`<li class=${isNew(ticket) ? 'new' : nothing}>${ticket}</li>`)}</ol>`;
  }
}

function both(key) {
  return html`${t.in('zh', key)} <span lang="en">${t.in('en', key)}</span>`;
}

function pair(words) {
  return html`${words?.zh ?? ''} <span lang="en">${words?.en ?? ''}</span>`;
}

function levelWords(level, kind) {
  const known = level in LEVEL_TONE ? level : 'none';
  return html`<b class="level ${LEVEL_TONE[known]}">${icon(`level-${known}`)}${t.in('zh', `${kind}.${known}`)} <span lang="en">${t.in('en', `${kind}.${known}`)}</span></b>`;
}

function head({ site }) {
  const now = Date.now();
  return html`<header><span class="seal" aria-hidden="true">近邻</span><h1>${pair(site)}</h1>
    <p class="day">${date(now)}</p><time>${time(now)}</time></header>`;
}

function canteen({ meals = [], seats }) {
  const meal = meals.find((one) => one.state === 'open') ?? meals.find((one) => one.state === 'before') ?? meals.at(-1);
  return html`${icon('meal')}
    <p class="meal">${meal ? html`${pair(meal.period)} <b>${time(meal.opens)}–${time(meal.closes)}</b>` : both('board.meals')}
      ${meal ? menu(meal) : nothing}</p>
    <p class="seats-level"><span>${both('board.seats')}</span>${levelWords(seats?.level ?? 'none', 'seat')}</p>`;
}

/** What there is, or that there is no more; closed places say so instead. */
function menu(meal) {
  if (meal.soldOut) return html`<small>${both('board.sold-out')}</small>`;
  const dishes = (meal.menu ?? []).slice(0, MAX_DISHES);
  return dishes.length === 0 ? nothing : html`<small>${dishes.map((dish) => dish.zh + marks(dish)).join('  ')}</small>`;
}

function marks(dish) {
  return dish.marks.length === 0 ? '' : `(${dish.marks.map((mark) => t.in('zh', `mark.${mark}`)).join('、')})`;
}

function closed(list = []) {
  return list.map((one) => html`<p class="closed-today">${icon('close')}<span>${both('board.closed')} · ${pair(one.name)} · ${pair(one.reason)}</span></p>`);
}

function room(place) {
  return html`<li><p>${pair(place)}</p>${levelWords(place.level, 'level')}</li>`;
}

function agenda({ sessions = [] }) {
  const now = sessions.filter((one) => one.state === 'open').slice(0, MAX_SESSIONS);
  const next = sessions.filter((one) => one.state === 'before').slice(0, Math.max(1, MAX_SESSIONS - now.length));
  const list = (key, some) => (some.length === 0 ? nothing : html`<h2>${both(key)}</h2><ul>${some.map((one) => html`<li><b>${time(one.starts)}</b><p>${pair(one.title)}</p><em>${one.place?.zh ?? ''}</em></li>`)}</ul>`);
  if (now.length + next.length === 0) return html`<p class="quiet">${both('board.nothing')}</p>`;
  return html`${list('board.now', now)} ${list('board.next', next)}`;
}

/** What stays true without news: names and times, but no level and no number. */
function forgotten(snapshot) {
  return {
    ...snapshot,
    seats: { level: 'none' },
    clinic: { called: [] },
    places: (snapshot.places ?? []).map((place) => ({ ...place, level: 'none' })),
  };
}

customElements.define('jin-board', JinBoard);
