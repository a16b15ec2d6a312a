import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { state } from '/shared/parts.js';
import { date, seconds } from '/shared/format.js';
import { t } from '/assets/words.js';

const MAX_REASON_LENGTH = 100;
const REASONS = ['lost', 'damaged', 'moved', 'died'];

/** A card of a person: what it is, and while it works, what can be done with it; each asks once. */
export function cardRow(card, person, acts) {
  const dead = card.revoked !== null;
  return html`<li class="held-card ${dead ? 'dead' : ''}">
    <p class="held-number">${icon('card')}<b>${card.number}</b>${dead ? state('bad', 'close', t('card.dead')) : state('ok', 'check', t('card.works'))}</p>
    <p class="muted">${t('card.issued', { when: when(card.issued) })}${dead ? html` · ${t('card.revoked', { when: when(card.revoked) })}${card.reason ? ` · ${reason(card.reason)}` : ''}` : nothing}</p>
    ${dead ? nothing : html`<div class="held-acts">${reprint(card, person, acts)} ${revoke(card, person, acts)}</div>`}
  </li>`;
}

function reprint(card, person, acts) {
  return html`<details class="undo"><summary>${icon('repeat')}${t('card.reprint')}</summary>
    <form @submit=${(event) => acts.reprint(event, card)}>
      <p>${t('card.reprint.ask', { name: person.name, number: card.number })}</p>
      <button class="button primary">${icon('repeat')}${t('card.reprint.do')}</button>
    </form></details>`;
}

function revoke(card, person, acts) {
  return html`<details class="undo"><summary class="loud">${icon('close')}${t('card.revoke')}</summary>
    <form @submit=${(event) => acts.revoke(event, card)}>
      <p>${t('card.revoke.ask', { name: person.name, number: card.number })}</p>
      <label class="field">${t('void.reason')}<input name="reason" required maxlength=${MAX_REASON_LENGTH} autocomplete="off" list="card-reasons"></label>
      <datalist id="card-reasons">${REASONS.map((id) => html`<option value=${t(`card.reason.${id}`)}></option>`)}</datalist>
      <button class="button danger">${icon('close')}${t('card.revoke.do')}</button>
    </form></details>`;
}

/** What the hub itself notes is an identifier; what staff wrote stands as they wrote it. */
function reason(text) {
  return text === 'reprint' ? t('card.reason.reprint') : text;
}

function when(at) {
  return `${date(at)} ${seconds(at).slice(0, 5)}`;
}
