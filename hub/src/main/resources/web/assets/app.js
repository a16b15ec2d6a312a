import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { preferences } from '/shared/preferences.js';
import '/assets/alarm.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import '/assets/views/login.js';
import '/assets/views/password.js';
import '/assets/shell.js';

const RETRY_MS = 3_000;
const TICK_MS = 1_000;

/** `<jin-app>`: who is there decides what is shown. */
class JinApp extends View {
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    preferences.addEventListener('change', () => this.#title());
    // Ages grow without any news from the hub.
    setInterval(() => store.snapshot && store.changed(), TICK_MS);
    this.#start();
  }

  async #start() {
    try {
      await store.start();
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
      setTimeout(() => this.#start(), RETRY_MS);
    }
    this.requestUpdate();
  }

  #title() {
    const calls = store.snapshot?.help?.length ?? 0;
    document.title = calls > 0 ? t('title.calls', { n: calls }) : t('title');
  }

  render() {
    this.#title();
    return html`${this.#screen()}
      <div class="toasts" role="status" aria-live="polite">
        ${store.toasts.map((toast) => html`<p class="toast ${toast.tone}">${icon(toast.tone === 'ok' ? 'check' : 'alert')}${toast.text}</p>`)}
      </div>`;
  }

  updated() {
    if (store.session && !store.session.mustChangePassword && store.onlyDelivers) location.replace('/deliveries/');
  }

  #screen() {
    if (store.session === undefined) {
      return html`<p class="whole" role="status">${this.#problem ? explain(this.#problem) : t('loading')}</p>`;
    }
    if (store.session === null) return html`<jin-login></jin-login>`;
    if (store.session.mustChangePassword) return html`<main class="entry"><jin-password first></jin-password></main>`;
    if (store.onlyDelivers) return html`<p class="whole" role="status">${t('loading')}</p>`;
    return html`<jin-shell></jin-shell>`;
  }
}

customElements.define('jin-app', JinApp);
