import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { explain } from '/assets/act.js';
import { store } from '/assets/store.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { records } from '/assets/programme/records.js';
import { office } from '/assets/programme/office.js';

const LEAST = 12;

/**
 * `<jin-programme>`: the confidential programme, for its clinicians and its privacy officer. What is
 * shown is kept in this element alone and is gone when the page is left or locked.
 */
class JinProgramme extends View {
  /** null: not asked yet · {open, opener} */
  state = null;
  content = null;
  chosen = 0;
  #problem = '';
  #busy = false;

  connectedCallback() {
    super.connectedCallback();
    this.#ask();
  }

  disconnectedCallback() {
    this.content = null;
    super.disconnectedCallback();
  }

  async #ask() {
    try {
      this.state = await store.api.get('/api/programme');
      if (this.state.open) await this.does('read', { member: 0 });
    } catch (problem) {
      this.#problem = explain(problem);
    }
    this.requestUpdate();
  }

  /** Does something in the store; its answer is what is shown from then on. */
  async does(act, body, said) {
    this.#busy = true;
    this.#problem = '';
    this.requestUpdate();
    try {
      const answer = await store.api.post(`/api/programme/${act}`, body);
      if (answer.members) this.content = answer;
      else this.state = answer;
      if (said) store.say(said);
      return true;
    } catch (problem) {
      this.#problem = explain(problem);
      if (problem.code === 'programme-locked') this.#shut();
      return false;
    } finally {
      this.#busy = false;
      this.requestUpdate();
    }
  }

  #shut() {
    this.state = { open: false, opener: '' };
    this.content = null;
    this.chosen = 0;
  }

  choose(id) {
    this.chosen = id;
    // Whoever looks at one person is in the log with that person.
    if (id > 0) this.does('read', { member: id });
    this.requestUpdate();
  }

  async #open(event) {
    event.preventDefault();
    const form = event.target;
    const act = event.submitter.value;
    if (act === 'create' && !confirm(t('programme.create.sure'))) return;
    const passphrase = form.passphrase.value;
    form.reset();
    if (await this.does(act, { passphrase })) await this.does('read', { member: 0 });
  }

  async #lock() {
    await this.does('lock', {});
    this.#shut();
    this.requestUpdate();
  }

  render() {
    const problem = this.#problem ? html`<p class="form-problem" role="alert">${icon('alert')}${this.#problem}</p>` : nothing;
    if (!this.state) return html`${problem}<p class="whole" role="status">${t('loading')}</p>`;
    if (!this.state.open || !this.content) return this.#closed(problem);
    return html`<section class="panel programme-head"><p>${icon('key')}${t('programme.rule')}</p>
        <button class="button" data-test="lock" @click=${() => this.#lock()}>${icon('close')}${t('programme.lock')}</button></section>
      ${problem}${this.content.opener === 'CLINICIAN' ? records(this) : office(this)}`;
  }

  #closed(problem) {
    return html`<div class="entry-card card"><h2>${t('programme.closed')}</h2><p class="muted">${t('programme.hint', { n: LEAST })}</p>
      <form @submit=${(e) => this.#open(e)}>
        <label class="field">${t('programme.passphrase')}<input name="passphrase" type="password" autocomplete="off" required minlength=${LEAST} maxlength="128"></label>
        ${problem}
        <button class="button primary" value="open" ?disabled=${this.#busy}>${icon('key')}${t('programme.open')}</button>
        ${store.is('privacy-officer') ? html`<details><summary>${t('programme.first')}</summary><p class="muted">${t('programme.create.hint')}</p>
          <button class="button danger" value="create" ?disabled=${this.#busy}>${t('programme.create')}</button></details>` : nothing}
      </form></div>`;
  }
}

customElements.define('jin-programme', JinProgramme);
