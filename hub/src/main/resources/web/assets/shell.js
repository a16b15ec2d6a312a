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
import '/assets/views/overview.js';
import '/assets/views/canteen.js';
import '/assets/views/clinic.js';
import '/assets/views/classes.js';
import '/assets/views/rooms.js';
import '/assets/views/residents.js';
import '/assets/views/events.js';
import '/assets/views/devices.js';
import '/assets/views/review.js';
import '/assets/views/settlement.js';
import '/assets/views/audit.js';
import '/assets/views/programme.js';

/** The pages in the order of the rail: what is drawn, its icon, whether a phone's bar has it, and whether it is only for those who may act. */
const PAGES = {
  overview: { view: () => html`<jin-overview></jin-overview>`, symbol: 'overview', bar: true },
  canteen: { view: () => html`<jin-canteen></jin-canteen>`, symbol: 'meal', bar: true },
  clinic: { view: () => html`<jin-clinic></jin-clinic>`, symbol: 'clinic', bar: true },
  classes: { view: () => html`<jin-classes></jin-classes>`, symbol: 'class', bar: true },
  rooms: { view: () => html`<jin-rooms></jin-rooms>`, symbol: 'room', bar: true },
  settlement: { view: () => html`<jin-settlement></jin-settlement>`, symbol: 'money' },
  residents: { view: () => html`<jin-residents></jin-residents>`, symbol: 'person', acting: true },
  events: { view: () => html`<jin-events-view></jin-events-view>`, symbol: 'card' },
  devices: { view: () => html`<jin-devices></jin-devices>`, symbol: 'device' },
  review: { view: () => html`<jin-review></jin-review>`, symbol: 'review' },
  audit: { view: () => html`<jin-audit></jin-audit>`, symbol: 'review', roles: ['auditor', 'director'] },
  programme: { view: () => html`<jin-programme></jin-programme>`, symbol: 'key', roles: ['clinician', 'privacy-officer'] },
  password: { view: () => html`<jin-password></jin-password>`, symbol: 'key', hidden: true },
};

/** The addresses of all pages, for whoever goes through them one by one. */
export const pageNames = Object.keys(PAGES);

const MAX_BADGE = 99;

/** Whether this account has a page at all. */
const has = (id) => Boolean(PAGES[id]) && (!PAGES[id].roles || store.is(...PAGES[id].roles));

/** Whether a page stands in the menus of this account. */
function listed(id) {
  return has(id) && !PAGES[id].hidden && (!PAGES[id].acting || store.mayAct);
}

/** `<jin-shell>`: the rail, the bar above, calls for help on every page, and the page itself. */
class JinShell extends View {
  #page = '';

  disconnectedCallback() {
    sound.ring(false);
    super.disconnectedCallback();
  }

  updated() {
    sound.ring(sound.ready && (store.snapshot?.help?.length ?? 0) > 0);
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
    const current = has(page) ? page : 'overview';
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
    const count = attention(store.snapshot, id);
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
      <button class="tool" @click=${() => store.logout().catch(() => {})} data-test="logout">${icon('logout')}<span>${t('nav.logout', { account: store.session.account })}</span></button>
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
      ${Object.keys(PAGES).filter((id) => PAGES[id].bar).map((id) => this.#link(id, current))}
      <button popovertarget="more">${icon('menu')}<span>${t('nav.more')}</span></button>
    </nav>`;
  }

  #more(current) {
    const rest = Object.keys(PAGES).filter((id) => !PAGES[id].bar && listed(id));
    return html`<div id="more" class="sheet" popover @click=${(e) => e.target.closest('a, button') && e.currentTarget.hidePopover()}>
      ${rest.map((id) => this.#link(id, current))} ${this.#tools()}
    </div>`;
  }
}

customElements.define('jin-shell', JinShell);
