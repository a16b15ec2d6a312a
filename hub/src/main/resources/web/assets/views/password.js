import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';

const LEAST_LENGTH = 10;

/** `<jin-password>`: a new password; with `first`, the one that must be chosen before anything else. */
class JinPassword extends View {
  static properties = { first: { type: Boolean } };
  #problem = '';
  #busy = false;

  async #submit(event) {
    event.preventDefault();
    const { old, next, again } = Object.fromEntries(new FormData(event.target));
    this.#problem = '';
    if (next.length < LEAST_LENGTH) this.#problem = t('password.short', { n: LEAST_LENGTH });
    else if (next !== again) this.#problem = t('password.differ');
    else if (next === old) this.#problem = t('password.same');
    if (!this.#problem) await this.#change(event.target, old, next);
    this.requestUpdate();
  }

  async #change(form, old, next) {
    this.#busy = true;
    this.requestUpdate();
    try {
      await store.changePassword(old, next);
      form.reset();
      store.say(t('password.done'));
    } catch (problem) {
      this.#problem = problem.status === 403 && !problem.words ? t('password.wrong') : explain(problem);
    }
    this.#busy = false;
  }

  render() {
    const field = (name, kind) => html`<label class="field">${t(`password.${name}`)}
      <input name=${name} type="password" autocomplete=${kind} required maxlength="128"></label>`;
    return html`<div class="entry-card card">
      <h2>${t(this.first ? 'password.first' : 'password.title')}</h2>
      <p class="muted">${t('password.hint', { n: LEAST_LENGTH })}</p>
      <form @submit=${this.#submit}>
        ${field('old', 'current-password')} ${field('next', 'new-password')} ${field('again', 'new-password')}
        <p class="form-problem" role="alert">${this.#problem ? html`${icon('alert')}${this.#problem}` : nothing}</p>
        <button class="button primary" ?disabled=${this.#busy}>${t('password.submit')}</button>
      </form>
    </div>`;
  }
}

customElements.define('jin-password', JinPassword);
