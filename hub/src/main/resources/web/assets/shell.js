import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { preferences } from '/shared/preferences.js';
import { pick } from '/shared/i18n.js';
import '/shared/clock.js';
import { sound } from '/assets/alarm.js';
import { store } from '/assets/store.js';
import { route, to } from '/assets/route.js';
import { t, ago } from '/assets/words.js';
import { View } from '/assets/view.js';
import { helpCalls } from '/assets/parts/help.js';
import { attention } from '/assets/parts/problems.js';
import '/assets/views/attendance.js';
import '/assets/views/pickup.js';
import '/assets/views/timetable.js';
import { leave } from '/assets/deliveries/leave.js';
import { attendance, watchAttendance } from '/assets/attendance/watch.js';
import '/assets/views/overview.js';
import '/assets/views/canteen.js';
import '/assets/views/counter.js';
import '/assets/views/meals.js';
import '/assets/views/orders.js';
import '/assets/views/deliveries.js';
import '/assets/views/clinic.js';
import '/assets/views/classes.js';
import '/assets/views/rooms.js';
import '/assets/views/residents.js';
import '/assets/views/import.js';
import '/assets/views/card-batches.js';
import '/assets/views/events.js';
import '/assets/views/devices.js';
import '/assets/views/review.js';
import '/assets/views/settlement.js';
import '/assets/views/audit.js';
import '/assets/views/programme.js';
import '/assets/views/access-log.js';
import '/assets/views/accounts.js';

/** The pages in the order of the rail: what is drawn, its icon, whether a phone's bar has it, and whether it is only for those who may act. */
const PAGES = {
  overview: { view: () => html`<jin-overview></jin-overview>`, symbol: 'overview', bar: true },
  canteen: { view: () => html`<jin-canteen></jin-canteen>`, symbol: 'meal', bar: true },
  counter: { view: () => html`<jin-counter></jin-counter>`, symbol: 'seat', counter: true },
  meals: { view: () => html`<jin-meals></jin-meals>`, symbol: 'class', hidden: true },
  orders: { view: () => html`<jin-orders></jin-orders>`, symbol: 'clock', roles: ['director', 'staff', 'auditor'] },
  deliveries: { view: () => html`<jin-deliveries></jin-deliveries>`, symbol: 'right', roles: ['director', 'staff', 'auditor'] },
  clinic: { view: () => html`<jin-clinic></jin-clinic>`, symbol: 'clinic', bar: true },
  classes: { view: () => html`<jin-classes></jin-classes>`, symbol: 'class', bar: true },
  attendance: { view: () => html`<jin-attendance></jin-attendance>`, symbol: 'child', acting: true },
  pickup: { view: () => html`<jin-pickup></jin-pickup>`, symbol: 'child', acting: true, hidden: true },
  timetable: { view: () => html`<jin-timetable></jin-timetable>`, symbol: 'calendar' },
  rooms: { view: () => html`<jin-rooms></jin-rooms>`, symbol: 'room', bar: true },
  settlement: { view: () => html`<jin-settlement></jin-settlement>`, symbol: 'money', roles: ['director', 'staff', 'auditor'] },
  residents: { view: () => html`<jin-residents></jin-residents>`, symbol: 'person', acting: true },
  events: { view: () => html`<jin-events-view></jin-events-view>`, symbol: 'card' },
  devices: { view: () => html`<jin-devices></jin-devices>`, symbol: 'device' },
  review: { view: () => html`<jin-review></jin-review>`, symbol: 'review' },
  audit: { view: () => html`<jin-audit></jin-audit>`, symbol: 'review', roles: ['auditor', 'director'] },
  programme: { view: () => html`<jin-programme></jin-programme>`, symbol: 'key', roles: ['clinician', 'privacy-officer'] },
  accounts: { view: () => html`<jin-staff-accounts></jin-staff-accounts>`, symbol: 'person', roles: ['director'] },
  'access-log': { view: () => html`<jin-access-log></jin-access-log>`, symbol: 'review', roles: ['director'] },
  'card-batches': { view: () => html`<jin-card-batches></jin-card-batches>`, symbol: 'card', acting: true, hidden: true },
  import: { view: () => html`<jin-import></jin-import>`, symbol: 'person', acting: true, hidden: true },
  password: { view: () => html`<jin-password></jin-password>`, symbol: 'key', hidden: true },
};

/** The addresses of all pages, for whoever goes through them one by one. */
export const pageNames = Object.keys(PAGES);

const MAX_BADGE = 99;

/** Whether somebody works at the counter of the canteen and nowhere else. */
const onlyCook = () => (store.session?.roles ?? []).every((role) => role === 'canteen');

/** What the cook's own account has: the counter, and what it opens to. */
const COOK = ['canteen', 'counter', 'meals', 'events', 'password'];

/** Whether this account has a page at all. */
function has(id) {
  const page = PAGES[id];
  if (!page) return false;
  return onlyCook() ? COOK.includes(id) : !page.roles || store.is(...page.roles);
}

/** Whether a page stands in the menus of this account. */
function listed(id) {
  if (onlyCook()) return has(id) && !PAGES[id].hidden && id !== 'events';
  return has(id) && !PAGES[id].hidden && (!PAGES[id].acting || store.mayAct);
}

/** Whether a phone's bar has a page; the cook's has all of theirs. */
const inBar = (id) => listed(id) && (onlyCook() || PAGES[id].bar);

/** `<jin-shell>`: the rail, the bar above, calls for help on every page, and the page itself. */
class JinShell extends View {
  #page = '';

  connectedCallback() {
    super.connectedCallback();
    watchAttendance();
  }

  disconnectedCallback() {
    sound.ring(false);
    super.disconnectedCallback();
  }

  updated() {
    sound.ring(sound.ready && ((store.snapshot?.help?.length ?? 0) > 0 || attendance.alarms.length > 0 || attendance.refused.length > 0));
    const { page } = route();
    if (this.#page && this.#page !== page) this.#arrive();
    this.#page = page;
  }

  /** A new page starts at its top, also for whoever hears it. */
  #arrive() {
    scrollTo(0, 0);
    document.getElementById('main').focus({ preventScroll: true });
  }

  render() {
    const { page } = route();
    const current = has(page) ? page : onlyCook() ? 'counter' : 'overview';
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${t('nav.skip')}</a>
      ${this.#rail(current)}
      <div class="page">
        ${this.#bar(current)} ${this.#connection()}
        ${helpCalls(store, sound.ready)}
        <main id="main" tabindex="-1">${store.snapshot ? PAGES[current].view() : html`<p class="whole" role="status">${t('loading')}</p>`}</main>
      </div>
      ${this.#bottom(current)} ${this.#more(current)}
    `;
  }

  #skip(event) {
    event.preventDefault();
    document.getElementById('main').focus();
  }

  #link(id, current) {
    const count = attention(store.snapshot, id) + (id === 'attendance' ? attendance.alarms.length + attendance.refused.length : 0);
    return html`<a href=${to(id)} aria-current=${id === current ? 'page' : nothing}>
      ${icon(PAGES[id].symbol)}<span>${t(`nav.${id}`)}</span>
      ${count > 0 ? html`<b class="badge" aria-label=${t('nav.attention', { n: count })}>${count > MAX_BADGE ? `${MAX_BADGE}+` : count}</b>` : nothing}
    </a>`;
  }

  #rail(current) {
    return html`<nav class="rail" aria-label=${t('nav.label')}>
      <a class="mark" href=${to('overview')} aria-label=${pick(store.snapshot?.site) || t('brand')}><span class="seal" aria-hidden="true">近邻</span><span>${pick(store.snapshot?.site) || t('brand')}</span></a>
      <div class="rail-links">${Object.keys(PAGES).filter(listed).map((id) => this.#link(id, current))}</div>
      <div class="rail-foot">${this.#tools()}</div>
    </nav>`;
  }

  #tools() {
    return html`
      <a class="tool" href="/board" target="_blank" rel="noopener">${icon('board')}<span>${t('nav.board')}</span></a>
      <button class="tool" @click=${() => (preferences.language = preferences.language === 'zh' ? 'en' : 'zh')} data-test="language">
        <span class="glyph" aria-hidden="true">${preferences.language === 'zh' ? 'En' : '中'}</span><span lang=${preferences.language === 'zh' ? 'en' : 'zh-CN'}>${t('language.other')}</span>
      </button>
      <button class="tool" @click=${() => (preferences.theme = preferences.dark ? 'light' : 'dark')} data-test="theme">
        ${icon(preferences.dark ? 'sun' : 'moon')}<span>${t(preferences.dark ? 'theme.light' : 'theme.dark')}</span>
      </button>
      <a class="tool" href=${to('password')}>${icon('key')}<span>${t('nav.password')}</span></a>
      <button class="tool" @click=${() => leave()} data-test="logout">${icon('logout')}<span>${t('nav.logout', { account: store.session.account })}</span></button>
    `;
  }

  #bar(current) {
    return html`<header class="bar">
      <h1>${t(`nav.${current}`)}</h1>
      <jin-clock></jin-clock>
      <span class="live ${store.connection}">${icon(store.connection === 'lost' ? 'offline' : 'online')}${t(`live.${store.connection}`)}</span>
    </header>`;
  }

  #connection() {
    if (store.connection !== 'lost') return nothing;
    return html`<p class="lost" role="alert">${icon('offline')}${t('connection.lost')} <span aria-hidden="true">${t('connection.age', { age: ago(store.silence()) })}</span></p>`;
  }

  #bottom(current) {
    return html`<nav class="bottom" aria-label=${t('nav.label')}>
      ${Object.keys(PAGES).filter(inBar).map((id) => this.#link(id, current))}
      <button popovertarget="more">${icon('menu')}<span>${t('nav.more')}</span></button>
    </nav>`;
  }

  #more(current) {
    const rest = Object.keys(PAGES).filter((id) => !inBar(id) && listed(id));
    return html`<div id="more" class="sheet" popover @click=${(e) => e.target.closest('a, button') && e.currentTarget.hidePopover()}>
      ${rest.map((id) => this.#link(id, current))} ${this.#tools()}
    </div>`;
  }
}

customElements.define('jin-shell', JinShell);
