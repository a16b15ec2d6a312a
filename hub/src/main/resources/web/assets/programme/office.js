import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { date, seconds } from '/shared/format.js';
import { t } from '/assets/words.js';
import { consents, submitted } from '/assets/programme/records.js';

/** What the privacy officer sees: who can open it, the access log, consents; no notes, no tasks. */
export function office(view) {
  const { members, holders, log } = view.content;
  const nameOf = (id) => members.find((one) => one.id === id)?.name ?? (id ? t('programme.gone') : '');
  return html`<div class="programme">
    <section class="panel"><h2>${t('programme.holders')}</h2>
      <ul class="programme-members">${holders.map((one) => html`<li><span>${icon('key')}${one.account} · ${t(`programme.opener.${one.opener.toLowerCase()}`)}</span>
        ${one.opener === 'CLINICIAN' ? html`<button class="button small danger" @click=${() => take(view, one)}>${t('programme.take')}</button>` : ''}</li>`)}</ul>
      <form class="programme-form" @submit=${(e) => give(e, view)}>
        <label class="field">${t('programme.account')}<input name="account" required maxlength="40" autocomplete="off"></label>
        <label class="field">${t('programme.first-passphrase')}<input name="passphrase" type="password" required minlength="12" maxlength="128" autocomplete="off"></label>
        <button class="button">${icon('key')}${t('programme.give')}</button>
      </form></section>
    <section class="panel"><h2>${t('programme.consents')}</h2>
      ${members.length === 0 ? html`<p class="empty">${t('programme.members.none')}</p>` : members.map((one) => html`<details><summary>${one.name}</summary>${consents(view, one)}</details>`)}</section>
    <section class="panel programme-person"><h2>${t('programme.log')}</h2>
      <div class="programme-log" tabindex="0" role="region" aria-label=${t('programme.log')}><table><thead><tr><th>${t('programme.log.at')}</th><th>${t('programme.account')}</th><th>${t('programme.log.act')}</th><th>${t('programme.name')}</th></tr></thead>
        <tbody>${log.map((one) => html`<tr><td>${date(one.atMillis)} ${seconds(one.atMillis)}</td><td>${one.account}</td><td>${act(one.act)}</td><td>${nameOf(one.member)}</td></tr>`)}</tbody></table></div></section>
  </div>`;
}

/** The acts as the store names them; one about a key carries its account. */
function act(name) {
  const [word, account] = name.startsWith('no key ') ? ['no-key', name.slice(7)] : name.split(' ');
  const key = `programme.act.${word}`;
  const said = t.has(key) ? t(key) : word;
  return account ? `${said} ${account}` : said;
}

async function take(view, holder) {
  if (confirm(t('programme.take.sure', { account: holder.account }))) await view.does('unkey', { account: holder.account }, t('programme.did.take'));
}

function give(event, view) {
  event.preventDefault();
  submitted(event.target, (given) => view.does('key', given, t('programme.did.give')));
}
