import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { number } from '/shared/format.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { refine, route, to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { amount } from '/assets/settlement/money.js';

/** A pause in typing before the hub is asked. */
const TYPING_MS = 250;

/** `<jin-accounts>`: who owes how much; search by name, door or the last four digits of a phone. */
class JinAccounts extends View {
  #asked = null;
  #view = null;
  #problem = null;
  #typing = 0;

  willUpdate() {
    const { params } = route();
    const asked = `${params.get('q') ?? ''}|${params.get('owing') ?? ''}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#fetch(params.get('q') ?? '', params.get('owing') ?? '');
  }

  async #fetch(q, owing) {
    const asked = this.#asked;
    try {
      const view = await store.api.post('/api/settlement/accounts', { text: q, owing: owing !== '' });
      if (asked !== this.#asked) return;
      this.#view = view;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  #refine(changes) {
    const { params } = route();
    refine('settlement', { ...Object.fromEntries(params), ...changes });
  }

  #typed(event) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#refine({ q: event.target.value.trim() }), TYPING_MS);
  }

  render() {
    const { params } = route();
    return html`<div class="filters">
        <label class="filter"><span>${t('settlement.search')}</span>
          <input type="search" .value=${params.get('q') ?? ''} placeholder=${t('settlement.search.hint')} @input=${this.#typed} data-test="account-search"></label>
        <button class="chip" aria-pressed=${params.get('owing') ? 'true' : 'false'} @click=${() => this.#refine({ owing: params.get('owing') ? '' : '1' })}>
          ${icon(params.get('owing') ? 'check' : 'review')}${t('settlement.owing')}</button>
      </div>${this.#list()}`;
  }

  #list() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)} <button class="button small" @click=${() => { this.#asked = null; this.requestUpdate(); }}>${t('again')}</button></p>`;
    if (!this.#view) return html`<p class="empty" role="status">${t('loading')}</p>`;
    const { rows, people, owedFen } = this.#view;
    if (rows.length === 0) return html`<p class="empty">${t('settlement.nobody')}</p>`;
    return html`<p class="muted">${t('settlement.sum', { n: number(people) })} ${amount(owedFen)}</p>
      <div class="table-scroll"><table class="table money">
        <thead><tr><th scope="col">${t('settlement.name')}</th><th scope="col">${t('settlement.address')}</th><th scope="col" class="fen">${t('settlement.meals')}</th><th scope="col" class="fen">${t('settlement.charged')}</th><th scope="col" class="fen">${t('settlement.paid')}</th><th scope="col" class="fen">${t('settlement.owed')}</th></tr></thead>
        <tbody>${rows.map((row) => html`<tr>
          <td><a href=${to('settlement', { person: row.person })}>${row.name}</a></td><td>${row.address}${row.phoneEnd ? html` <small>…${row.phoneEnd}</small>` : ''}</td>
          <td class="fen">${number(row.meals)}</td><td class="fen">${amount(row.chargedFen)}</td><td class="fen">${amount(row.paidFen)}</td><td class="fen"><strong>${amount(row.owedFen)}</strong></td></tr>`)}</tbody>
      </table></div>
      ${people > rows.length ? html`<p class="muted">${t('settlement.more', { n: number(people - rows.length) })}</p>` : ''}`;
  }
}

customElements.define('jin-accounts', JinAccounts);
