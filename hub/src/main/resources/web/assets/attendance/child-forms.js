import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { date, day, time } from '/shared/format.js';
import { store } from '/assets/store.js';
import { t, named } from '/assets/words.js';

const MAX_TEXT = { who: 40, reason: 80, name: 20, relation: 20, phone: 20, signer: 40 };

const field = (name, required = true) => html`<label class="field">${t(`collection.${name}`)}<input name=${name} ?required=${required} maxlength=${MAX_TEXT[name]} autocomplete="off"></label>`;

/** When, of milliseconds. */
export const when = (at) => `${date(at)} ${time(at)}`;

/** Who must not collect the child, with what is over, and the form for another. */
export function bans(child, { add, end }) {
  return html`<section class="panel" aria-labelledby="bans-title"><h2 id="bans-title">${t('collection.bans')}</h2><p class="muted">${t('collection.bans.hint')}</p>
    ${child.bans.length === 0 ? html`<p class="muted">${t('collection.none')}</p>` : html`<ul class="decided">${child.bans.map((ban) => html`<li class=${ban.ended ? 'over' : 'ban'}>${ban.ended ? nothing : icon('alert')}<strong>${ban.who}</strong> ${ban.reason} <small class="muted">${when(ban.at)} · ${ban.by}${ban.ended ? ` · ${t('collection.ended', { when: when(ban.ended) })}` : ''}</small>
      ${ban.ended ? nothing : html`<details class="undo calm no-print"><summary>${icon('undo')}${t('collection.end')}</summary><form @submit=${(e) => end(e, ban)}>${field('reason')}<button class="button">${t('collection.end')}</button></form></details>`}</li>`)}</ul>`}
    <details class="undo calm no-print"><summary>${icon('plus')}${t('collection.ban.add')}</summary><form @submit=${add} data-form="ban">
      <label class="field">${t('collection.adult')}<select name="adult" @change=${(e) => (e.target.form.who.disabled = e.target.value !== '')}><option value="">${t('collection.adult.other')}</option>${child.guardians.map((one) => html`<option value=${one.person}>${one.name} · ${named('relation', one.relation)}</option>`)}</select></label>
      ${field('who')}${field('reason')}<button class="button primary">${icon('check')}${t('collection.ban.do')}</button></form></details></section>`;
}

/** Codes for delegates, and the form for a new one: as a rule for today, until the evening. */
export function codes(child, { make, withdraw }) {
  const today = day(store.now());
  const live = (code) => !code.over && code.until > store.now();
  return html`<section class="panel" aria-labelledby="codes-title"><h2 id="codes-title">${t('collection.codes')}</h2><p class="muted">${t('collection.codes.hint')}</p>
    ${child.codes.length === 0 ? html`<p class="muted">${t('collection.none')}</p>` : html`<ul class="decided">${child.codes.map((code) => html`<li class=${live(code) ? '' : 'over'}><strong>${code.name}</strong> ${named('relation', code.relation)} ${code.phone} · ${code.children.join('、')} · ${when(code.from)}–${when(code.until)} <small class="muted">${code.by} · ${live(code) ? t('collection.code.holds') : t(`collection.code.${code.why || 'ended'}`)}</small>
      ${live(code) ? html`<button class="button small no-print" @click=${(e) => withdraw(e.currentTarget, code)} aria-label=${t('collection.code.withdraw.label', { name: code.name })}>${icon('undo')}${t('collection.code.withdraw')}</button>` : nothing}</li>`)}</ul>`}
    <details class="undo calm no-print"><summary>${icon('plus')}${t('collection.code.add')}</summary><form @submit=${make} data-form="code">
      ${field('name')}${field('relation')}${field('phone', false)}
      ${child.siblings.length ? html`<fieldset><legend>${t('collection.siblings')}</legend>${child.siblings.map((one) => html`<label><input type="checkbox" name="sibling" value=${one.person}> ${one.name}</label>`)}</fieldset>` : nothing}
      <label class="field">${t('collection.from')}<input type="datetime-local" name="from" required .value=${`${today}T00:00`}></label>
      <label class="field">${t('collection.until')}<input type="datetime-local" name="until" required .value=${`${today}T20:00`}></label>
      <button class="button primary">${icon('check')}${t('collection.code.do')}</button></form></details></section>`;
}

/** Signed authorisations to leave alone, and the form for one. */
export function alone(child, { allow, end }) {
  const today = day(store.now());
  const live = (one) => !one.ended && one.until >= today;
  const young = child.age < child.aloneFrom;
  return html`<section class="panel" aria-labelledby="alone-title"><h2 id="alone-title">${t('collection.alone')}</h2><p class="muted">${t('collection.alone.hint', { n: child.aloneFrom })}</p>
    ${child.alone.length === 0 ? html`<p class="muted">${t('collection.none')}</p>` : html`<ul class="decided">${child.alone.map((one) => html`<li class=${live(one) ? '' : 'over'}>${one.from} – ${one.until} · ${t('collection.signed', { who: one.signer })} <small class="muted">${one.by}${one.ended ? ` · ${t('collection.ended', { when: when(one.ended) })}` : ''}</small>
      ${live(one) ? html`<button class="button small no-print" @click=${(e) => end(e.currentTarget, one)} aria-label=${t('collection.alone.end.label', { from: one.from })}>${icon('undo')}${t('collection.end')}</button>` : nothing}</li>`)}</ul>`}
    ${young ? html`<p>${icon('info')} ${t('collection.alone.young', { age: child.age, n: child.aloneFrom })}</p>` : html`<details class="undo calm no-print"><summary>${icon('plus')}${t('collection.alone.add')}</summary><form @submit=${allow} data-form="alone">
      ${field('signer')}<label class="field">${t('collection.from')}<input type="date" name="from" required .value=${today}></label><label class="field">${t('collection.until')}<input type="date" name="until" required min=${today} .value=${today}></label>
      <button class="button primary">${icon('check')}${t('collection.alone.do')}</button></form></details>`}</section>`;
}
