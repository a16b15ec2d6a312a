import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { date, day, seconds } from '/shared/format.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { route, to } from '/assets/route.js';
import { t, named } from '/assets/words.js';
import { View } from '/assets/view.js';
import { amount, fenOf, yuan } from '/assets/settlement/money.js';

const KINDS = ['guest', 'staff-meal', 'second-portion'];
const METHODS = ['cash', 'wechat', 'alipay', 'transfer'];

/** `<jin-account>`: what one person ate, paid and owes; taking money gives a receipt to print. */
class JinAccount extends View {
  #person = '';
  #view = null;
  #problem = null;
  #receipt = null;
  #wrong = false;

  willUpdate() {
    const person = route().params.get('person') ?? '';
    if (person === this.#person) return;
    this.#person = person;
    this.#view = null;
    this.#receipt = null;
    this.#fetch();
  }

  async #fetch() {
    try {
      this.#view = await store.api.get('/api/settlement/account', { person: this.#person });
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  async #pay(event) {
    event.preventDefault();
    const form = event.target;
    const fen = fenOf(form.amount.value);
    this.#wrong = !Number.isInteger(fen) || fen === 0;
    if (this.#wrong) {
      form.amount.focus();
      return this.requestUpdate();
    }
    const method = form.method.value;
    let answer;
    const done = await act(
      event.submitter,
      async () => (answer = await store.api.post('/api/settlement/payment', { person: this.#view.person, fen, method, note: form.note.value.trim() })),
      () => t('settlement.done', { amount: yuan(fen) }),
    );
    if (!done) return;
    this.#receipt = { ...answer, fen, method };
    form.reset();
    await this.#fetch();
  }

  async #void(event, receipt) {
    event.preventDefault();
    const reason = event.target.reason.value.trim();
    if (!reason) return;
    if (await act(event.submitter, () => store.api.post('/api/settlement/payment/void', { receipt, reason }), () => t('settlement.void.done', { receipt }))) await this.#fetch();
  }

  render() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)}</p>`;
    if (!this.#view) return html`<p class="empty" role="status">${t('loading')}</p>`;
    const view = this.#view;
    return html`<section class="panel no-print"><p><a class="back" href=${to('settlement')}>${t('settlement.back')}</a></p>
        <h2>${view.name} <small>${view.address}${view.phoneEnd ? ` · …${view.phoneEnd}` : ''}</small></h2>
        <dl class="totals three">
          <div class="total"><dt>${t('settlement.charged')}</dt><dd><span class="figure">${yuan(view.chargedFen)}</span>${t('settlement.unit')}</dd></div>
          <div class="total"><dt>${t('settlement.paid')}</dt><dd><span class="figure">${yuan(view.paidFen)}</span>${t('settlement.unit')}</dd></div>
          <div class="total"><dt>${t(view.owedFen < 0 ? 'settlement.credit' : 'settlement.owed')}</dt><dd><span class="figure" data-test="owed">${yuan(Math.abs(view.owedFen))}</span>${t('settlement.unit')}</dd></div>
        </dl>${store.mayAct ? this.#form(view) : nothing}${this.#last()}</section>
      ${this.#paper(view)}
      <section class="panel no-print"><h2>${t('settlement.statement')}</h2>${this.#charges(view)}</section>
      <section class="panel no-print"><h2>${t('settlement.payments')}</h2>${this.#payments(view)}</section>`;
  }

  #form(view) {
    const due = Math.max(0, view.owedFen);
    return html`<form class="pay" @submit=${this.#pay}>
      <label class="field"><span>${t('settlement.amount')}</span><input name="amount" inputmode="decimal" autocomplete="off" required .defaultValue=${due ? yuan(due).replaceAll(',', '') : ''} aria-invalid=${this.#wrong}></label>
      <label class="field"><span>${t('settlement.method')}</span><select name="method">${METHODS.map((method) => html`<option value=${method}>${named('method', method)}</option>`)}</select></label>
      <label class="field"><span>${t('settlement.note')}</span><input name="note" maxlength="80" autocomplete="off"></label>
      <button class="button primary" data-test="pay">${t('settlement.pay')}</button>
      ${this.#wrong ? html`<p class="wrong" role="alert">${t('settlement.amount.wrong')}</p>` : nothing}
      <p class="muted">${t('settlement.pay.hint')}</p></form>`;
  }

  #last() {
    if (!this.#receipt) return nothing;
    return html`<p class="receipt-done" role="status">${icon('check')}${t('settlement.receipt', { receipt: this.#receipt.receipt })}
      <button class="button small" @click=${() => print()} data-test="print">${t('settlement.print')}</button></p>`;
  }

  /** The receipt on paper: seen only by the printer. */
  #paper(view) {
    if (!this.#receipt) return nothing;
    const { receipt, at, fen, method } = this.#receipt;
    return html`<section class="paper" aria-hidden="true"><h2>${pick(store.snapshot.site)} · ${t('settlement.paper')}</h2>
      <p>${t('settlement.paper.number')} ${receipt}</p><p>${t('settlement.name')} ${view.name}　${view.address}</p>
      <p>${t('settlement.paper.received')} <strong>${amount(fen)}</strong>　${named('method', method)}</p>
      <p>${t('settlement.paper.rest')} ${amount(view.owedFen)}</p><p>${date(at)} ${seconds(at)}　${t('settlement.paper.by')} ${store.session.account}</p><p class="sign">${t('settlement.paper.sign')} ____________</p></section>`;
  }

  #charges(view) {
    if (view.charges.length === 0) return html`<p class="empty">${t('settlement.no-meals')}</p>`;
    return html`<div class="table-scroll"><table class="table money"><thead><tr><th scope="col">${t('settlement.day')}</th><th scope="col">${t('settlement.meal')}</th><th scope="col" class="fen">${t('settlement.full')}</th><th scope="col" class="fen">${t('settlement.subsidy')}</th><th scope="col" class="fen">${t('settlement.pays')}</th></tr></thead>
      <tbody>${view.charges.map((charge) => html`<tr><td><a href=${to('events', { day: charge.day, open: charge.event })}>${date(charge.day)}</a></td>
        <td>${named('period', charge.period)}${charge.way ? ` · ${named('way', charge.way)}` : ''}${KINDS.includes(charge.rule) ? ` · ${t(`kind.${charge.rule}`)}` : ''}</td><td class="fen">${amount(charge.fullFen)}</td><td class="fen">${amount(charge.subsidyFen)}</td><td class="fen">${amount(charge.paysFen)}</td></tr>`)}</tbody></table></div>`;
  }

  #payments(view) {
    if (view.payments.length === 0) return html`<p class="empty">${t('settlement.no-payments')}</p>`;
    const today = day(store.now());
    return html`<ul class="payments">${view.payments.map((paid) => html`<li class=${paid.voided ? 'voided' : ''}>
      <span><strong>${amount(paid.fen)}</strong> ${named('method', paid.method)} · ${paid.receipt} · ${date(paid.at)} ${seconds(paid.at)} · ${paid.by}${paid.note ? ` · ${paid.note}` : ''}</span>
      ${paid.voided ? html`<em>${t('settlement.voided', { reason: paid.voided })}</em>` : paid.day === today && store.mayAct ? html`<form class="void" @submit=${(e) => this.#void(e, paid.receipt)}>
        <input name="reason" maxlength="80" required aria-label=${t('settlement.void.reason')} placeholder=${t('settlement.void.reason')}><button class="button small danger">${t('settlement.void')}</button></form>` : nothing}</li>`)}</ul>`;
  }
}

customElements.define('jin-account', JinAccount);
