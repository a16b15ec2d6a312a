import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { state } from '/shared/parts.js';
import { date, number, seconds } from '/shared/format.js';
import { LONG_TIMEOUT_MS } from '/assets/api.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';

const MAX_AGE = 120;

/**
 * `<jin-card-batches>`: cards for many at once. Whom, how many that are, give them out, print them as
 * often as it takes, and say when they are handed out: after that nobody can print them again.
 */
class JinCardBatches extends View {
  #scope = { minAge: 60, phase: null, block: null, collectors: false };
  #count = null;
  #asked = 0;
  #batches = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    if (!store.mayAct) return;
    this.#look();
    this.#ask();
  }

  async #look() {
    try {
      this.#batches = (await store.api.get('/api/cards/batches')).batches;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  /** The newest question wins. */
  async #ask() {
    const asked = ++this.#asked;
    try {
      const count = await store.api.post('/api/cards/batches/count', this.#scope);
      if (asked !== this.#asked) return;
      this.#count = count;
      this.#problem = null;
    } catch (problem) {
      if (asked !== this.#asked) return;
      this.#count = null;
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  #set(field, value) {
    this.#scope = { ...this.#scope, [field]: value };
    this.#ask();
  }

  async #give(event) {
    await act(event.currentTarget, () => store.api.post('/api/cards/batches/give', this.#scope, LONG_TIMEOUT_MS), () => t('batch.given'));
    await Promise.all([this.#look(), this.#ask()]);
  }

  async #confirm(event, batch) {
    event.preventDefault();
    await act(event.submitter, () => store.api.post('/api/cards/batches/confirm', { batch: batch.id }), () => t('batch.confirm.done'));
    await this.#look();
  }

  render() {
    if (!store.mayAct) return html`<p class="empty">${t('people.not-allowed')}</p>`;
    return html`<div class="import">
      <p><a class="back" href=${to('residents')}>${t('import.back')}</a></p>
      <section class="panel" aria-labelledby="batch-title"><h2 id="batch-title">${t('batch.title')}</h2><p class="muted">${t('batch.hint')}</p>${this.#choice()}</section>
      <section class="panel" aria-labelledby="batches-title"><h2 id="batches-title">${t('batch.past')}</h2>${this.#past()}</section>
    </div>`;
  }

  #choice() {
    const whole = (field, most) => html`<label class="filter"><span>${t(`batch.${field}`)}</span><input type="number" min=${field === 'minAge' ? 0 : 1} max=${most} .value=${this.#scope[field] ?? ''} placeholder=${t('batch.all')} @change=${(e) => this.#set(field, e.target.value ? Number(e.target.value) : field === 'minAge' ? 0 : null)}></label>`;
    return html`<div class="filters">${whole('minAge', MAX_AGE)} ${whole('phase', 9)} ${whole('block', 99)}
        <label class="import-skip"><input type="checkbox" .checked=${this.#scope.collectors} @change=${(e) => this.#set('collectors', e.target.checked)}>${t('batch.collectors')}</label></div>
      ${this.#problem ? html`<p class="import-problem" role="alert">${icon('alert')}${explain(this.#problem)}</p>` : nothing}
      <div class="import-decide"><button class="button primary" ?disabled=${!this.#count || this.#count.cards === 0} @click=${this.#give}>${icon('card')}${t('batch.give', { n: number(this.#count?.cards ?? 0) })}</button>
        ${this.#count?.more ? html`<p class="muted">${t('batch.more', { n: number(this.#count.cards) })}</p>` : this.#count?.cards === 0 ? html`<p class="muted">${t('batch.nobody')}</p>` : nothing}</div>`;
  }

  #past() {
    if (!this.#batches) return html`<p class="muted" role="status">${t('loading')}</p>`;
    if (this.#batches.length === 0) return html`<p class="empty">${t('batch.none')}</p>`;
    return html`<ul class="imports">${this.#batches.map((batch) => html`<li>
      <p><strong>${t('batch.cards', { n: number(batch.cards) })}</strong> <span class="muted">${when(batch.at)} · ${batch.account}</span></p>
      ${batch.printable ? this.#open(batch) : html`<p>${batch.confirmed ? state('ok', 'check', t('batch.confirmed', { when: when(batch.confirmed), account: batch.confirmedBy })) : state('', 'info', t('batch.elsewhere'))}</p>`}
    </li>`)}</ul>`;
  }

  #open(batch) {
    const pdf = (form) => html`<a class="button" target="_blank" rel="noopener" href=${`/api/cards/batches/pdf?batch=${batch.id}&form=${form}`}>${icon('export')}${t(`batch.print.${form}`)}</a>`;
    return html`<p class="import-out">${pdf('sheet')} ${pdf('single')}</p>
      <details class="undo calm"><summary>${icon('check')}${t('batch.confirm')}</summary>
        <form @submit=${(event) => this.#confirm(event, batch)}><p>${t('batch.confirm.ask')}</p><button class="button primary">${icon('check')}${t('batch.confirm.do')}</button></form></details>`;
  }
}

function when(at) {
  return `${date(at)} ${seconds(at).slice(0, 5)}`;
}

customElements.define('jin-card-batches', JinCardBatches);
