import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { number } from '/shared/format.js';
import { store } from '/assets/store.js';
import { to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { problems } from '/assets/parts/problems.js';
import { ribbon } from '/assets/parts/ribbon.js';
import { meals, seatsNow } from '/assets/parts/canteen.js';
import { queues } from '/assets/parts/clinic.js';
import { sessions } from '/assets/parts/sessions.js';
import { places } from '/assets/parts/places.js';
import { devicesBrief } from '/assets/parts/devices.js';
import { latest } from '/assets/parts/latest.js';

/** `<jin-overview>`: what is going on now, and what needs me. */
class JinOverview extends View {
  render() {
    const snapshot = store.snapshot;
    return html`
      ${problems(store)} ${this.#totals(snapshot)} ${ribbon(store)}
      <div class="overview">
        ${panel('canteen', 'meal', html`<div class="canteen-now">${meals(snapshot)}${seatsNow(store)}</div>`)}
        ${panel('classes', 'class', sessions(snapshot))}
        ${panel('clinic', 'clinic', queues(snapshot), snapshot.clinic?.waiting)}
        ${panel('rooms', 'room', places(store))}
        ${panel('events', 'card', latest(snapshot))}
        ${panel('devices', 'device', devicesBrief(store))}
      </div>
    `;
  }

  #totals({ attendances = {}, day }) {
    const total = (key, filters) => html`<div class="total">
      <dt>${t(`total.${key}`)}</dt>
      <dd><a class="figure-link" href=${to('events', { day, ...filters })}><b class="figure">${number(attendances[key])}</b></a><span>${t(`total.${key}.unit`)}</span></dd>
    </div>`;
    return html`<dl class="totals" aria-label=${t('total.label')}>
      ${total('meals', { outcome: 'accepted', type: 'scan' })} ${total('today', { outcome: 'accepted' })}
      ${total('people', { outcome: 'accepted' })} ${total('sessions', { outcome: 'accepted' })}
    </dl>`;
  }
}

function panel(page, symbol, content, count) {
  return html`<section class="panel ${page}" aria-labelledby="panel-${page}">
    <header class="panel-head"><h2 id="panel-${page}"><a href=${to(page)}>${icon(symbol)}${t(`panel.${page}`)}${icon('right')}</a></h2>
      ${typeof count === 'number' ? html`<span class="panel-count">${t(`panel.${page}.count`, { n: count })}</span>` : ''}</header>
    ${content}
  </section>`;
}

customElements.define('jin-overview', JinOverview);
