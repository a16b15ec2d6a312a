import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { day, number } from '/shared/format.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { refine, route } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { amount } from '/assets/settlement/money.js';

/** Portions that are nobody's own meal. */
const KINDS = ['guest', 'staff-meal', 'second-portion'];

/** `<jin-month>`: a month's meals by rule and by payer. */
class JinMonth extends View {
  #asked = '';
  #view = null;
  #tariff = null;
  #problem = null;

  #month() {
    return route().params.get('month') || day(store.now()).slice(0, 7);
  }

  willUpdate() {
    if (this.#month() === this.#asked) return;
    this.#asked = this.#month();
    this.#fetch(this.#asked);
  }

  async #fetch(month) {
    try {
      const [view, tariff] = await Promise.all([store.api.get('/api/settlement/month', { month }), store.api.get('/api/settlement/tariff', { day: `${month}-28` })]);
      this.#view = view;
      this.#tariff = tariff;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  #name(list, id) {
    if (id === 'full') return t('settlement.full-price');
    if (id === 'employer') return t('settlement.employer');
    if (KINDS.includes(id)) return t(`kind.${id}`);
    return pick(list?.find((one) => one.id === id)) || id;
  }

  render() {
    return html`<div class="filters no-print"><label class="filter"><span>${t('settlement.month')}</span><input type="month" .value=${this.#month()} max=${day(store.now()).slice(0, 7)} @change=${(e) => e.target.value && refine('settlement', { tab: 'month', month: e.target.value })}></label>
      <button class="button" @click=${() => print()}>${t('settlement.print')}</button></div>${this.#content()}`;
  }

  #content() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)}</p>`;
    if (!this.#view) return html`<p class="empty" role="status">${t('loading')}</p>`;
    const { rules, payersFen, unknown, month } = this.#view;
    if (rules.length === 0) return html`<p class="empty">${t('settlement.no-meals')}</p>`;
    const sum = (field) => rules.reduce((total, rule) => total + rule[field], 0);
    return html`<h2>${month}</h2><div class="table-scroll" tabindex="0" role="region" aria-label=${month}><table class="table money"><thead><tr><th scope="col">${t('settlement.rule')}</th><th scope="col" class="fen">${t('settlement.portions')}</th><th scope="col" class="fen">${t('settlement.full')}</th><th scope="col" class="fen">${t('settlement.subsidy')}</th><th scope="col" class="fen">${t('settlement.pays')}</th></tr></thead>
      <tbody>${rules.map((rule) => html`<tr><td>${this.#name(this.#tariff?.rules, rule.rule)}</td><td class="fen">${number(rule.meals)}</td><td class="fen">${amount(rule.fullFen)}</td><td class="fen">${amount(rule.fullFen - rule.paysFen)}</td><td class="fen">${amount(rule.paysFen)}</td></tr>`)}</tbody>
      <tfoot><tr><th scope="row">${t('settlement.total')}</th><td class="fen">${number(sum('meals'))}</td><td class="fen">${amount(sum('fullFen'))}</td><td class="fen">${amount(sum('fullFen') - sum('paysFen'))}</td><td class="fen">${amount(sum('paysFen'))}</td></tr></tfoot></table></div>
      <h3>${t('settlement.payers')}</h3><table class="table money"><tbody>${Object.entries(payersFen).map(([payer, fen]) => html`<tr><th scope="row">${this.#name(this.#tariff?.payers, payer)}</th><td class="fen">${amount(fen)}</td></tr>`)}</tbody></table>
      ${unknown > 0 ? html`<p class="muted">${t('settlement.unknown', { n: number(unknown) })}</p>` : ''}`;
  }
}

customElements.define('jin-month', JinMonth);
