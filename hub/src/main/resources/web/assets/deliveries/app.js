import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { preferences } from '/shared/preferences.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { keeping } from '/assets/deliveries/keeping.js';
import { leave } from '/assets/deliveries/leave.js';
import { queue } from '/assets/deliveries/queue.js';
import '/assets/views/login.js';
import '/assets/views/password.js';
import '/assets/views/deliveries.js';

const RETRY_MS = 5_000;
/** A network that leads nowhere is not waited for longer. */
const PATIENCE_MS = 3_000;

/**
 * `<jin-doors>`: the page of deliveries alone, for a phone at doors. Once it was open with a network
 * it opens again without one, as whoever was signed in, with today's list and what waits to be sent.
 */
class JinDoors extends View {
  #problem = null;
  #timer = 0;
  #confirmed = null;
  #again = () => this.#start();

  connectedCallback() {
    super.connectedCallback();
    store.listens = false;
    addEventListener('online', this.#again);
    this.#start();
  }

  disconnectedCallback() {
    removeEventListener('online', this.#again);
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  /** Asks the hub who is here; until it answers, whoever was. */
  async #start() {
    clearTimeout(this.#timer);
    const patience = setTimeout(() => this.#resume(), PATIENCE_MS);
    try {
      await store.start();
      this.#problem = null;
      queue.send();
    } catch (problem) {
      this.#problem = problem;
      this.#resume();
      this.#timer = setTimeout(this.#again, RETRY_MS);
    } finally {
      clearTimeout(patience);
    }
    this.requestUpdate();
  }

  #resume() {
    const who = keeping.who;
    if (store.session === undefined && who) store.resume(who.account, who.roles);
  }

  /** The hub knows who is here: what this page is made of may stay on the phone. */
  updated() {
    const account = store.session?.csrf && !store.session.mustChangePassword ? store.session.account : null;
    if (account && account !== this.#confirmed) keeping.keepPage();
    if (account || store.session === null) this.#confirmed = account;
  }

  render() {
    document.title = t('deliveries.title');
    return html`${this.#screen()}
      <div class="toasts" role="status" aria-live="polite">
        ${store.toasts.map((toast) => html`<p class="toast ${toast.tone}">${icon(toast.tone === 'ok' ? 'check' : 'alert')}${toast.text}</p>`)}
      </div>`;
  }

  #screen() {
    if (store.session === undefined) return html`<p class="whole" role="status">${this.#problem ? explain(this.#problem) : t('loading')}</p>`;
    if (store.session === null) return html`<jin-login></jin-login>`;
    if (store.session.mustChangePassword) return html`<main class="entry"><jin-password first></jin-password></main>`;
    return html`<header class="door-bar no-print"><h1>${t('nav.deliveries')}</h1>
        ${store.onlyDelivers ? nothing : html`<a class="button small" href="/#/deliveries">${t('deliveries.console')}</a>`}
        <button class="button small" data-test="language" lang=${preferences.language === 'zh' ? 'en' : 'zh-CN'} @click=${() => (preferences.language = preferences.language === 'zh' ? 'en' : 'zh')}>${t('language.other')}</button>
        <button class="button small" data-test="logout" @click=${() => leave()}>${icon('logout')}${t('nav.logout', { account: store.session.account })}</button></header>
      <main id="main" class="door-page">${store.mayDeliver || store.mayReadDeliveries ? html`<jin-deliveries kept></jin-deliveries>` : html`<p class="empty" role="alert">${icon('alert')}${t('deliveries.not-yours')} <a href="/">${t('deliveries.console')}</a></p>`}</main>`;
  }
}

customElements.define('jin-doors', JinDoors);
