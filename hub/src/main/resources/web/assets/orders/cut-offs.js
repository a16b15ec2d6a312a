import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { named, t } from '/assets/words.js';
import { View } from '/assets/view.js';

const MOST_DAYS = 7;

/** `<jin-cut-offs>`: until when orders are changed without asking the kitchen. */
class JinCutOffs extends View {
  #cutOffs = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    this.#fetch();
  }

  async #fetch() {
    try {
      this.#cutOffs = await store.api.get('/api/orders/cut-offs');
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  render() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)} <button class="button small" @click=${() => this.#fetch()}>${t('again')}</button></p>`;
    if (!this.#cutOffs) return html`<p class="empty" role="status">${t('loading')}</p>`;
    const disabled = !store.mayAct;
    return html`<form class="order-form" @submit=${(event) => this.#save(event)}><p class="muted">${t('orders.cut-offs.hint')}</p>
      <ul class="order-list">${Object.entries(this.#cutOffs).map(([meal, cutOff]) => html`<li><strong>${named('period', meal)}</strong>
        <label class="field narrow"><span>${t('orders.days-before')}</span><input type="number" name="days-${meal}" min="0" max=${MOST_DAYS} required ?disabled=${disabled} .value=${String(cutOff.daysBefore)}></label>
        <label class="field"><span>${t('orders.until')}</span><input type="time" name="time-${meal}" required ?disabled=${disabled} .value=${cutOff.time}></label></li>`)}</ul>
      ${disabled ? '' : html`<button class="button primary">${icon('check')}${t('orders.cut-offs.save')}</button>`}</form>`;
  }

  async #save(event) {
    event.preventDefault();
    const form = event.target;
    const body = Object.fromEntries(Object.keys(this.#cutOffs).map((meal) => [meal, { daysBefore: Number(form[`days-${meal}`].value), time: form[`time-${meal}`].value }]));
    if (await act(event.submitter, () => store.api.post('/api/orders/cut-offs', body), () => t('orders.cut-offs.saved'))) this.#fetch();
  }
}

customElements.define('jin-cut-offs', JinCutOffs);
