import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { day } from '/shared/format.js';
import { store } from '/assets/store.js';
import { to } from '/assets/route.js';
import { t } from '/assets/words.js';

const STATES = ['moved', 'died', 'active'];

/** What the register says of a person besides, and the form for a change of whether they are here. */
export function personFile({ person, file }, enter) {
  const newest = file.states[0];
  return html`<dl class="facts">
      ${file.number ? html`<div><dt>${t('field.number')}</dt><dd>${file.number}</dd></div>` : nothing}
      ${file.identityEnd ? html`<div><dt>${t('field.identity')}</dt><dd>**** ${file.identityEnd}</dd></div>` : nothing}
      ${file.lunar ? html`<div><dt>${t('people.lunar')}</dt><dd>${file.lunar}</dd></div>` : nothing}
      ${file.categories.length ? html`<div class="wide"><dt>${t('field.categories')}</dt><dd>${file.categories.map((one) => html`<p>${t(`category.${one.kind}`)} <span class="muted">${one.until ? t('category.past', { from: one.from, until: one.until }) : t('category.since', { from: one.from })}</span></p>`)}</dd></div>` : nothing}
      ${file.household.length ? html`<div class="wide"><dt>${t('people.household')}</dt><dd class="people-household">${file.household.map((one) => html`<a href=${to('residents', { person: one.person })}>${one.name} <span class="muted">${t('people.years', { n: one.age })}</span></a>`)}</dd></div>` : nothing}
    </dl>
    ${file.states.length ? html`<ul class="states">${file.states.map((one) => html`<li>${t(`state.${one.state}.since`, { day: one.day })} <span class="muted">${t('state.known', { known: one.known, account: one.account })}</span></li>`)}</ul>` : nothing}
    <details class="undo calm"><summary>${icon('repeat')}${t('state.enter')}</summary>
      <form @submit=${(event) => enter(event, person)}>
        <label class="field">${t('state.what')}<select name="state">${STATES.filter((state) => state !== (newest?.state ?? 'active')).map((state) => html`<option value=${state}>${t(`state.${state}`)}</option>`)}</select></label>
        <label class="field">${t('state.day')}<input type="date" name="day" required max=${day(store.now())}></label>
        <label class="field">${t('state.known.day')}<input type="date" name="known" required max=${day(store.now())} .value=${day(store.now())}></label>
        <p class="muted">${t('state.ask')}</p>
        <button class="button primary">${icon('check')}${t('state.do')}</button>
      </form></details>`;
}
