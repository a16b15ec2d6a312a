import { html } from 'lit';
import { route, to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import '/assets/orders/day.js';
import '/assets/orders/person.js';
import '/assets/orders/cut-offs.js';

const TABS = {
  day: () => html`<jin-orders-day></jin-orders-day>`,
  person: () => html`<jin-orders-person></jin-orders-person>`,
  'cut-offs': () => html`<jin-cut-offs></jin-cut-offs>`,
};

/** `<jin-orders>`: meals ordered ahead: of a day, of a person, and until when they can be changed. */
class JinOrders extends View {
  render() {
    const { params } = route();
    const current = TABS[params.get('tab')] ? params.get('tab') : 'day';
    return html`<nav class="tabs no-print" aria-label=${t('nav.orders')}>${Object.keys(TABS).map((tab) => html`<a href=${to('orders', { tab })} aria-current=${tab === current ? 'page' : 'false'}>${t(`orders.tab.${tab}`)}</a>`)}</nav>
      <section class="panel orders">${TABS[current]()}</section>`;
  }
}

customElements.define('jin-orders', JinOrders);
