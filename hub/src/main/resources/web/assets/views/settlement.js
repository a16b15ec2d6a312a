import { html } from 'lit';
import { route, to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import '/assets/settlement/accounts.js';
import '/assets/settlement/account.js';
import '/assets/settlement/day.js';
import '/assets/settlement/month.js';
import '/assets/settlement/tariff.js';

const TABS = {
  accounts: () => html`<jin-accounts></jin-accounts>`,
  day: () => html`<jin-day-book></jin-day-book>`,
  month: () => html`<jin-month></jin-month>`,
  tariff: () => html`<jin-tariff></jin-tariff>`,
};

/** `<jin-settlement>`: the hall desk's money: accounts, the day's cash, the month, the tariff. */
class JinSettlement extends View {
  render() {
    const { params } = route();
    if (params.get('person')) return html`<jin-account></jin-account>`;
    const current = TABS[params.get('tab')] ? params.get('tab') : 'accounts';
    return html`<nav class="tabs no-print" aria-label=${t('nav.settlement')}>${Object.keys(TABS).map((tab) => html`<a href=${to('settlement', { tab })} aria-current=${tab === current ? 'page' : 'false'}>${t(`settlement.tab.${tab}`)}</a>`)}</nav>
      <section class="panel">${TABS[current]()}</section>`;
  }
}

customElements.define('jin-settlement', JinSettlement);
