import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { preferences } from '/shared/preferences.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';

/** `<jin-login>`: one thing on the page. A throttled login says how long to wait, and counts down. */
class JinLogin extends View {
  #busy = false;
  #problem = '';
  #until = 0;
  #timer = 0;

  disconnectedCallback() {
    clearInterval(this.#timer);
    super.disconnectedCallback();
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  async #submit(event) {
    event.preventDefault();
    const data = new FormData(event.target);
    this.#busy = true;
    this.#problem = '';
    this.requestUpdate();
    try {
      await store.login(data.get('account').trim(), data.get('password'));
    } catch (problem) {
      this.#problem = problem.status === 401 && !problem.words ? t('login.wrong') : explain(problem);
      if (problem.status === 429) this.#throttle(problem.retryAfterSeconds || 30);
      event.target.password.value = '';
      event.target.password.focus();
    }
    this.#busy = false;
    this.requestUpdate();
  }

  #throttle(seconds) {
    this.#until = Date.now() + seconds * 1000;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      if (Date.now() >= this.#until) {
        clearInterval(this.#timer);
        this.#problem = '';
      }
      this.requestUpdate();
    }, 1000);
  }

  render() {
    const wait = Math.ceil((this.#until - Date.now()) / 1000);
    const problem = wait > 0 ? t('login.wait', { n: wait }) : this.#problem;
    return html`<main class="entry">
      <div class="entry-card card">
        <p class="entry-mark"><span class="seal" aria-hidden="true">近邻</span><span>${t('brand.long')}</span></p>
        <h1>${t('login.title')}</h1>
        <form @submit=${this.#submit}>
          <label class="field">${t('login.account')}<input name="account" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="64"></label>
          <label class="field">${t('login.password')}<input name="password" type="password" autocomplete="current-password" required maxlength="200"></label>
          <p class="form-problem" role="alert">${problem ? html`${icon('alert')}${problem}` : nothing}</p>
          <button class="button primary" ?disabled=${this.#busy || wait > 0}>${this.#busy ? t('login.busy') : t('login.submit')}</button>
        </form>
        <p class="entry-foot">
          <a href="/board">${icon('board')}${t('nav.board')}</a>
          <button class="button quiet small" data-test="language" @click=${() => (preferences.language = preferences.language === 'zh' ? 'en' : 'zh')} lang=${preferences.language === 'zh' ? 'en' : 'zh-CN'}>${t('language.other')}</button>
        </p>
      </div>
    </main>`;
  }
}

customElements.define('jin-login', JinLogin);
