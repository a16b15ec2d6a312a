import { html } from 'lit';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { placeFor } from '/assets/parts/canteen.js';
import { queues } from '/assets/parts/clinic.js';
import { figures, now } from '/assets/clinic/now.js';
import { transferTo, waitingList } from '/assets/clinic/list.js';
import { queueDesk } from '/assets/clinic/walk-in.js';
import { choices, rules } from '/assets/clinic/rules.js';
import '/assets/events/table.js';

const CHOICE = 'jinlin.clinic';

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(CHOICE)) ?? {};
  } catch {
    return {};
  }
}

/**
 * `<jin-clinic>`: the nurse's desk: one queue and one room, the keyboard for the usual acts. Who is
 * neither a nurse nor the director sees how many wait, and nobody.
 */
class JinClinic extends View {
  page = null;
  #fixed = {};
  #choice = remembered();
  #seen = null;
  #asked = 0;
  #answered = 0;
  #problem = null;
  #key = (event) => this.#press(event);

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
  }

  disconnectedCallback() {
    removeEventListener('keydown', this.#key);
    super.disconnectedCallback();
  }

  get queue() {
    return this.page.queues.find((queue) => queue.id === this.#choice.queue) ?? this.page.queues[0];
  }

  get room() {
    const { rooms } = this.page.rules;
    return (rooms.find((room) => room.id === this.#choice.room) ?? rooms[0]).id;
  }

  /** Who is in this room, of whatever queue. */
  mine() {
    return this.page.queues.flatMap((queue) => queue.called.map((one) => ({ ...one, queue: queue.id }))).find((one) => one.room === this.room);
  }

  transferTo(one) {
    return transferTo(this, one);
  }

  choose(part) {
    this.#choice = { ...this.#choice, ...part };
    try {
      localStorage.setItem(CHOICE, JSON.stringify(this.#choice));
    } catch {
      // A private window keeps nothing; the choice then lasts as long as the page.
    }
    this.requestUpdate();
  }

  willUpdate() {
    const { day } = store.snapshot;
    const place = placeFor(store.snapshot, 'clinic');
    if (this.#fixed.day !== day || this.#fixed.place !== place) this.#fixed = place ? { day, place } : { day };
    if (store.isNurse && this.#seen !== store.snapshot) this.#load(store.snapshot);
  }

  /** The snapshot is the news; what only nurses may see is asked for. */
  async #load(snapshot) {
    this.#seen = snapshot;
    const turn = ++this.#asked;
    try {
      const page = await store.api.get('/api/clinic');
      // An answer that a newer one overtook is of no use.
      if (turn < this.#answered) return;
      this.#answered = turn;
      if (!this.page && !this.#choice.queue) this.#begin(page);
      this.page = page;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  /** Whoever comes for the first time begins where most people wait. */
  #begin({ queues: all }) {
    const busiest = all.reduce((most, one) => (one.waiting.length > most.waiting.length ? one : most), all[0]);
    if (busiest) this.#choice = { ...this.#choice, queue: busiest.id };
  }

  /** N next, R again, S skip, D done, Z take back, 1–8 the queues; not while somebody types. */
  #press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.target.closest?.('input, textarea, select, dialog') || document.querySelector('dialog[open]')) return;
    const button = this.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!button || button.disabled) return;
    event.preventDefault();
    button.click();
  }

  render() {
    return html`${store.isNurse ? this.#desk() : html`<section class="panel large">${queues(store.snapshot)}</section>`}
      <section class="panel tall"><h2>${t('clinic.events')}</h2><jin-events .fixed=${this.#fixed}></jin-events></section>`;
  }

  #desk() {
    if (!this.page) return html`<p class="whole" role="status">${this.#problem ? explain(this.#problem) : t('loading')}</p>`;
    if (this.page.queues.length === 0) return html`<section class="panel"><p class="empty">${t('clinic.none-set')}</p></section>`;
    return html`${choices(this)}${rules(this)}${figures(this)}
      <div class="clinic-desk">${now(this)}${waitingList(this)}${queueDesk(this)}</div>`;
  }
}

customElements.define('jin-clinic', JinClinic);
