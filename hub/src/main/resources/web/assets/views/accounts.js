import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { date, time } from '/shared/format.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { named, t } from '/assets/words.js';
import { View } from '/assets/view.js';

/** `<jin-staff-accounts>`: who of the staff may do what; a first password is shown once, to be handed over. */
class JinAccounts extends View {
  #all = null;
  #problem = null;
  #once = null;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      this.#all = await store.api.get('/api/accounts');
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  async #do(event, path, body, done) {
    event.preventDefault();
    let answer;
    const saved = await act(
      event.submitter ?? event.currentTarget,
      async () => (answer = await store.api.post(`/api/accounts/${path}`, body)),
      () => t(done, { account: body.account }),
    );
    if (!saved) return false;
    this.#once = answer.password ? answer : null;
    await this.#load();
    if (this.#once) this.querySelector('.account-once')?.focus();
    return true;
  }

  async #add(event) {
    const form = event.target;
    if (await this.#do(event, 'add', { account: form.account.value.trim(), roles: chosen(form) }, 'accounts.added')) form.reset();
  }

  render() {
    if (this.#problem) return html`<section class="panel"><p class="empty" role="alert">${icon('alert')}${explain(this.#problem)} <button class="button" @click=${() => this.#load()}>${t('accounts.again')}</button></p></section>`;
    if (!this.#all) return html`<section class="panel"><p class="empty" role="status">${t('loading')}</p></section>`;
    return html`${this.#handOver()}
      <section class="panel"><div class="panel-head"><h2>${t('accounts.title')}</h2><span class="panel-count">${t('accounts.count', { n: this.#all.accounts.length })}</span></div>
        <p class="muted">${t('accounts.hint')}</p><ul class="accounts">${this.#all.accounts.map((one) => this.#account(one))}</ul></section>
      <section class="panel" id="add"><h2>${t('accounts.add')}</h2><form class="account-form" @submit=${(event) => this.#add(event)}>
        <label class="field">${t('accounts.name')}<input name="account" required maxlength="40" pattern="[a-z0-9\\-]+" autocapitalize="none" autocomplete="off" spellcheck="false" aria-describedby="account-name-hint"></label>
        <p class="muted" id="account-name-hint">${t('accounts.name.hint')}</p>
        ${this.#roles([])}<button class="button primary">${icon('check')}${t('accounts.add.do')}</button></form></section>
      ${this.#deeds()}`;
  }

  #handOver() {
    if (!this.#once) return nothing;
    const { account, password } = this.#once;
    return html`<section class="panel account-once" tabindex="-1" role="status"><h2>${t('accounts.once', { account })}</h2>
      <p class="account-password" translate="no">${password}</p><p>${t('accounts.once.hint')}</p>
      <p class="row"><button class="button" @click=${() => print()}>${icon('export')}${t('accounts.print')}</button>
        <button class="button primary" @click=${() => { this.#once = null; this.requestUpdate(); }}>${icon('check')}${t('accounts.once.done')}</button></p></section>`;
  }

  #roles(held) {
    return html`<fieldset class="account-roles"><legend>${t('accounts.roles')}</legend>${this.#all.roles.map((role) => html`
      <label><input type="checkbox" name="role" value=${role} .checked=${held.includes(role)}><span><b>${named('role', role)}</b><small>${t.has(`role.${role}.hint`) ? t(`role.${role}.hint`) : nothing}</small></span></label>`)}</fieldset>`;
  }

  #account(one) {
    const own = one.account === store.session.account;
    return html`<li class="account ${one.suspended ? 'suspended' : ''}" data-account=${one.account}>
      <p class="account-head"><strong translate="no">${one.account}</strong>${own ? html` <span class="muted">${t('accounts.own')}</span>` : nothing}
        ${one.roles.map((role) => html`<span class="account-role">${named('role', role)}</span>`)}</p>
      <p class="muted">${state(one)}</p>
      <div class="row">
        <details class="undo"><summary>${t('accounts.change')}</summary><form class="account-form" @submit=${(event) => this.#do(event, 'roles', { account: one.account, roles: chosen(event.target) }, 'accounts.changed')}>
          ${this.#roles(one.roles)}<p class="muted">${t('accounts.change.hint')}</p><button class="button primary">${icon('check')}${t('accounts.change.do')}</button></form></details>
        <details class="undo"><summary>${t('accounts.reset')}</summary><form @submit=${(event) => this.#do(event, 'password', { account: one.account }, 'accounts.reset.done')}>
          <p>${t('accounts.reset.ask', { account: one.account })}</p><button class="button primary">${icon('key')}${t('accounts.reset.do')}</button></form></details>
        ${own ? nothing : this.#suspend(one)}</div></li>`;
  }

  #suspend(one) {
    if (one.suspended) return html`<button class="button small" data-test="restore" @click=${(event) => this.#do(event, 'restore', { account: one.account }, 'accounts.restored')}>${icon('check')}${t('accounts.restore')}</button>`;
    return html`<details class="undo"><summary class="loud">${t('accounts.suspend')}</summary><form @submit=${(event) => this.#do(event, 'suspend', { account: one.account }, 'accounts.suspended')}>
      <p>${t('accounts.suspend.ask', { account: one.account })}</p><button class="button danger">${icon('close')}${t('accounts.suspend.do')}</button></form></details>`;
  }

  #deeds() {
    if (this.#all.deeds.length === 0) return nothing;
    return html`<section class="panel"><h2>${t('accounts.deeds')}</h2><div class="table-scroll"><table class="table"><thead><tr>${['when', 'by', 'account', 'deed'].map((name) => html`<th scope="col"><span>${t(`accounts.${name}`)}</span></th>`)}</tr></thead>
      <tbody>${this.#all.deeds.map((one) => html`<tr><td>${date(one.at)} ${time(one.at)}</td><td>${one.by || t('accounts.command')}</td><td>${one.account}</td><td>${t(`accounts.did.${one.deed}`)}${one.roles.length > 0 ? html` ${one.roles.map((role) => named('role', role)).join('、')}` : nothing}</td></tr>`)}</tbody></table></div></section>`;
  }
}

function chosen(form) {
  return [...form.querySelectorAll('input[name=role]:checked')].map((box) => box.value);
}

function state(one) {
  if (one.suspended) return html`${icon('close')}${t('accounts.is-suspended')}`;
  const last = one.entered ? t('accounts.entered', { when: `${date(one.entered)} ${time(one.entered)}` }) : t('accounts.never');
  const first = one.mustChange ? ` · ${t('accounts.first')}` : '';
  const now = one.browsers > 0 ? ` · ${t('accounts.browsers', { n: one.browsers })}` : '';
  return last + first + now;
}

customElements.define('jin-staff-accounts', JinAccounts);
