import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { time } from '/shared/format.js';
import { t, ago } from '/assets/words.js';
import { FORGET_MS, NEW_CALL_MS, SAY_STALE_MS, Wall } from '/assets/wall.js';
import { Caller } from '/assets/caller.js';

const SAY_LATE_MS = 60_000;
const MAX_NOW = 4;
const MAX_BEFORE = 4;

const key = (call) => `${call.ticket}@${call.at}`;

/**
 * `<jin-clinic-board>`: the clinic's wall: who is called where, and the last four. A chime and a
 * voice with each call. Numbers only. Connects again by itself.
 */
class JinClinicBoard extends Wall {
  #board = null;
  #known = new Set();
  #fresh = new Map();
  #caller = new Caller();

  take(board) {
    const calls = board.clinic?.calls ?? [];
    // What was called while this screen was away stands on it, and is not shouted long afterwards.
    const isNews = (call) => call.now && !this.#known.has(key(call)) && board.at - call.at < SAY_LATE_MS;
    const news = this.#board ? calls.filter(isNews) : [];
    for (const call of news) this.#fresh.set(key(call), performance.now());
    this.#known = new Set(calls.map(key));
    this.#caller.call([...news].reverse().map(spoken));
    this.#board = board;
  }

  render() {
    if (!this.#board) return html`<p class="waiting">${both('loading')}</p>`;
    const { age } = this;
    const calls = age > FORGET_MS ? [] : (this.#board.clinic?.calls ?? []);
    const now = calls.filter((call) => call.now).slice(0, MAX_NOW);
    const before = calls.filter((call) => !now.includes(call)).slice(0, MAX_BEFORE);
    return html`
      <header><span class="seal" aria-hidden="true">近邻</span><h1>${both('clinic-board.title')}</h1><time>${time(Date.now())}</time></header>
      <main>
        <section class="now" aria-live="polite">${now.length
          ? html`<ol data-count=${now.length}>${now.map((call) => this.#call(call))}</ol>`
          : html`<p class="quiet">${both(age > FORGET_MS ? 'clinic-board.lost' : 'clinic-board.none')}</p>`}</section>
        <section class="before"><h2>${both('clinic-board.before')}</h2><ol>${before.map((call) => html`<li><b>${call.ticket}</b><span>${call.room?.zh ?? ''}</span></li>`)}</ol></section>
      </main>
      <footer>${(this.#board.clinic?.queues ?? []).map(queue)}</footer>
      ${age > SAY_STALE_MS ? html`<p class="stale">${icon('offline')}${t('board.stale', { age: ago(age) })}</p>` : nothing}
    `;
  }

  #call(call) {
    const isNew = performance.now() - (this.#fresh.get(key(call)) ?? -Infinity) < NEW_CALL_MS;
    return html`<li class=${isNew ? 'new' : nothing}><b>${call.ticket}</b>
      <span>${call.room ? html`${icon('arrow-in')}<em>${call.room.zh} <i lang="en">${call.room.en}</i></em>` : both('clinic-board.please')}</span></li>`;
  }
}

function both(id) {
  return html`${t.in('zh', id)} <span lang="en">${t.in('en', id)}</span>`;
}

function queue(one) {
  const words = (lang) => (one.closed ? t.in(lang, 'clinic-board.closed') : t.in(lang, 'clinic-board.waiting', { n: one.waiting }));
  return html`<p class=${one.closed ? 'closed' : nothing}><b>${one.zh}</b> ${words('zh')} <span lang="en">${one.en} ${words('en')}</span></p>`;
}

/** Digit by digit: 一零三, not a hundred and three. */
function spoken({ ticket, room }) {
  const digits = String(ticket).split('').join(' ');
  return {
    ticket,
    room: room?.id,
    zh: t.in('zh', room ? 'clinic-board.say-room' : 'clinic-board.say', { digits, room: room?.zh ?? '' }),
    en: t.in('en', room ? 'clinic-board.say-room' : 'clinic-board.say', { digits, room: room?.en ?? '' }),
  };
}

customElements.define('jin-clinic-board', JinClinicBoard);
