import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { day } from '/shared/format.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { t, named } from '/assets/words.js';
import { View } from '/assets/view.js';
import { fenOf, yuan } from '/assets/settlement/money.js';

const TIERS = ['extreme-hardship', 'low-income', 'low-income-edge', 'veteran-family'];
const plain = (fen) => (fen === undefined ? '' : yuan(fen).replaceAll(',', ''));

/** `<jin-tariff>`: what meals cost, who pays less, and who pays the rest; edited as a whole, from a day on. */
class JinTariff extends View {
  #tariff = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    this.#fetch();
  }

  async #fetch() {
    try {
      this.#tariff = await store.api.get('/api/settlement/tariff');
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  /** The form as a tariff; a field that is no amount is shown and nothing is sent. */
  #read(form) {
    const money = (input) => {
      const fen = fenOf(input.value);
      input.setCustomValidity(Number.isInteger(fen) && fen >= 0 ? '' : t('settlement.amount.wrong'));
      return fen;
    };
    const periods = Object.keys(this.#tariff.meals);
    const meals = Object.fromEntries(periods.map((period) => [period, money(form[`full-${period}`])]));
    const rules = this.#tariff.rules.map((rule, i) => ({
      ...rule,
      zh: form[`rule-zh-${i}`].value.trim(),
      en: form[`rule-en-${i}`].value.trim(),
      fromAge: Number(form[`age-${i}`].value),
      tiers: TIERS.filter((tier) => form[`tier-${i}-${tier}`].checked),
      pays: Object.fromEntries(periods.filter((period) => form[`pays-${i}-${period}`].value.trim() !== '').map((period) => [period, money(form[`pays-${i}-${period}`])])),
    }));
    const payers = this.#tariff.payers.map((payer, i) => {
      const last = i === this.#tariff.payers.length - 1;
      return { id: payer.id, zh: form[`payer-zh-${i}`].value.trim(), en: form[`payer-en-${i}`].value.trim(), ...(last ? {} : { mostFen: money(form[`most-${i}`]) }) };
    });
    return { meals, rules, payers };
  }

  async #save(event) {
    event.preventDefault();
    const form = event.target;
    const tariff = this.#read(form);
    if (!form.reportValidity()) return;
    const validFrom = form.from.value;
    if (await act(event.submitter, () => store.api.post('/api/settlement/tariff', { validFrom, tariff }), () => t('settlement.tariff.done', { day: validFrom }))) await this.#fetch();
  }

  #change(change) {
    this.#tariff = change(structuredClone(this.#read(this.querySelector('form'))));
    this.requestUpdate();
  }

  #newId(list, stem) {
    let n = list.length + 1;
    while (list.some((one) => one.id === `${stem}-${n}`)) n++;
    return `${stem}-${n}`;
  }

  render() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)}</p>`;
    if (!this.#tariff) return html`<p class="empty" role="status">${t('loading')}</p>`;
    const tariff = this.#ready(this.#tariff);
    const order = (store.snapshot.meals ?? []).map((meal) => meal.id);
    const periods = Object.keys(tariff.meals).sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const disabled = !store.mayAct;
    const clear = (e) => e.target.setCustomValidity?.('');
    return html`<form class="tariff" @submit=${this.#save} @input=${clear}>
      <h3>${t('settlement.tariff.full')}</h3>
      <div class="grid">${periods.map((period) => html`<label class="field"><span>${named('period', period)}</span><input name="full-${period}" inputmode="decimal" required ?disabled=${disabled} .value=${plain(tariff.meals[period])}></label>`)}</div>
      <h3>${t('settlement.tariff.rules')}</h3><p class="muted">${t('settlement.tariff.rules.hint')}</p>
      ${tariff.rules.map((rule, i) => html`<fieldset class="rule"><legend>${i + 1}</legend><div class="grid">
        <label class="field"><span>${t('settlement.tariff.zh')}</span><input name="rule-zh-${i}" required maxlength="40" ?disabled=${disabled} .value=${rule.zh}></label>
        <label class="field"><span>${t('settlement.tariff.en')}</span><input name="rule-en-${i}" required maxlength="40" ?disabled=${disabled} .value=${rule.en}></label>
        <label class="field"><span>${t('settlement.tariff.age')}</span><input name="age-${i}" type="number" min="0" max="150" required ?disabled=${disabled} .value=${String(rule.fromAge)}></label>
        ${periods.map((period) => html`<label class="field"><span>${t('settlement.tariff.pays', { meal: named('period', period) })}</span><input name="pays-${i}-${period}" inputmode="decimal" ?disabled=${disabled} .value=${plain(rule.pays[period])}></label>`)}</div>
        <div class="tiers">${TIERS.map((tier) => html`<label><input type="checkbox" name="tier-${i}-${tier}" ?disabled=${disabled} .checked=${rule.tiers.includes(tier)}> ${named('tier', tier)}</label>`)}
        ${disabled ? nothing : html`<button type="button" class="button small danger" @click=${() => this.#change((now) => ({ ...now, rules: now.rules.filter((_, at) => at !== i) }))}>${t('settlement.tariff.remove')}</button>`}</div></fieldset>`)}
      ${disabled ? nothing : html`<button type="button" class="button small" @click=${() => this.#change((now) => ({ ...now, rules: [...now.rules, { id: this.#newId(now.rules, 'rule'), zh: '', en: '', tiers: [], fromAge: 60, pays: {} }] }))}>${t('settlement.tariff.add')}</button>`}
      <h3>${t('settlement.payers')}</h3><p class="muted">${t('settlement.tariff.payers.hint')}</p>
      ${tariff.payers.map((payer, i) => html`<div class="grid"><label class="field"><span>${t('settlement.tariff.zh')}</span><input name="payer-zh-${i}" required maxlength="40" ?disabled=${disabled} .value=${payer.zh}></label>
        <label class="field"><span>${t('settlement.tariff.en')}</span><input name="payer-en-${i}" required maxlength="40" ?disabled=${disabled} .value=${payer.en}></label>
        ${i === tariff.payers.length - 1 ? html`<p class="rest">${t('settlement.tariff.rest')}</p>` : html`<label class="field"><span>${t('settlement.tariff.most')}</span><input name="most-${i}" inputmode="decimal" required ?disabled=${disabled} .value=${plain(payer.mostFen)}></label>`}</div>`)}
      ${disabled ? nothing : html`<div class="save"><label class="field"><span>${t('settlement.tariff.from')}</span><input type="date" name="from" required .value=${day(store.now())}></label>
        <button class="button primary">${t('settlement.tariff.save')}</button></div><p class="muted">${t('settlement.tariff.save.hint')}</p>`}</form>`;
  }

  /** A site that has no tariff yet begins with its meal periods and one payer. */
  #ready(tariff) {
    if (Object.keys(tariff.meals).length > 0) return tariff;
    const meals = Object.fromEntries((store.snapshot.meals ?? []).map((meal) => [meal.id, 0]));
    this.#tariff = { meals, rules: [], payers: [{ id: 'payer-1', zh: '镇(街)', en: 'Town or street' }] };
    return this.#tariff;
  }
}

customElements.define('jin-tariff', JinTariff);
