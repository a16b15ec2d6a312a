import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { date, seconds, time } from '/shared/format.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { to } from '/assets/route.js';
import { t, named } from '/assets/words.js';
import { View } from '/assets/view.js';
import { amount, fenOf } from '/assets/settlement/money.js';

/** `<jin-day-book>`: what was taken today, and the count of the drawer at its end, to print. */
class JinDayBook extends View {
  #view = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    this.#fetch();
  }

  async #fetch() {
    try {
      this.#view = await store.api.get('/api/settlement/day');
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  async #cashUp(event) {
    event.preventDefault();
    const form = event.target;
    const countedFen = fenOf(form.counted.value);
    form.counted.setCustomValidity(Number.isInteger(countedFen) && countedFen >= 0 ? '' : t('settlement.amount.wrong'));
    if (!form.reportValidity()) return;
    const done = await act(event.submitter, () => store.api.post('/api/settlement/cash-up', { countedFen, note: form.note.value.trim() }), () => t('settlement.cash-up.done'));
    if (done) {
      form.reset();
      await this.#fetch();
    }
  }

  render() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)} <button class="button small" @click=${() => this.#fetch()}>${t('again')}</button></p>`;
    if (!this.#view) return html`<p class="empty" role="status">${t('loading')}</p>`;
    const view = this.#view;
    return html`<h2 class="print-only">${pick(store.snapshot.site)} · ${t('settlement.day-book')} · ${date(view.day)}</h2>
      <dl class="totals">${Object.entries(view.methods).map(([method, fen]) => html`<div class="total"><dt>${named('method', method)}</dt><dd>${amount(fen)}</dd></div>`)}</dl>
      ${store.mayAct ? html`<form class="pay no-print" @submit=${this.#cashUp}>
        <label class="field"><span>${t('settlement.cash-up.counted')}</span><input name="counted" inputmode="decimal" autocomplete="off" required @input=${(e) => e.target.setCustomValidity('')}></label>
        <label class="field"><span>${t('settlement.note')}</span><input name="note" maxlength="80"></label>
        <button class="button primary">${t('settlement.cash-up')}</button><button type="button" class="button" @click=${() => print()}>${t('settlement.print')}</button></form>` : nothing}
      ${view.cashUps.map((cash) => this.#counted(cash))}
      ${view.payments.length === 0 ? html`<p class="empty">${t('settlement.no-payments')}</p>` : html`<div class="table-scroll"><table class="table money">
        <thead><tr><th scope="col">${t('settlement.paper.number')}</th><th scope="col">${t('settlement.at')}</th><th scope="col">${t('settlement.name')}</th><th scope="col">${t('settlement.method')}</th><th scope="col" class="fen">${t('settlement.amount')}</th><th scope="col">${t('settlement.paper.by')}</th></tr></thead>
        <tbody>${view.payments.map((paid) => html`<tr class=${paid.voided ? 'voided' : ''}><td>${paid.receipt}</td><td>${time(paid.at)}</td><td><a href=${to('settlement', { person: paid.person })}>${paid.name}</a></td><td>${named('method', paid.method)}</td><td class="fen">${amount(paid.fen)}</td><td>${paid.by}${paid.voided ? ` · ${t('settlement.voided', { reason: paid.voided })}` : ''}</td></tr>`)}</tbody></table></div>`}`;
  }

  #counted(cash) {
    const off = cash.countedFen - cash.expectedFen;
    return html`<p class="cash-up ${off === 0 ? 'even' : 'off'}" role="status">${icon(off === 0 ? 'check' : 'alert')}
      ${seconds(cash.at)} ${cash.by}:${t('settlement.cash-up.line')} ${amount(cash.countedFen)} / ${amount(cash.expectedFen)}
      ${off === 0 ? t('settlement.cash-up.even') : html`${t(off > 0 ? 'settlement.cash-up.over' : 'settlement.cash-up.short')} ${amount(Math.abs(off))}`}${cash.note ? ` · ${cash.note}` : ''}</p>`;
  }
}

customElements.define('jin-day-book', JinDayBook);
