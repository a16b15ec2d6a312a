import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { act } from '/assets/act.js';
import { t } from '/assets/words.js';

/** What is closed now or later, and the form that closes a place or the whole centre. */
export function closures(store) {
  const { closures: list, places, day, site } = store.snapshot;
  const now = new Date(store.now()).toLocaleString('sv-SE', { timeZone: site.zone }).replace(' ', 'T').slice(0, 16);
  const director = store.session.roles.includes('director');
  return html`
    ${list.length === 0 ? html`<p class="all-well">${icon('check')}${t('closure.none')}</p>` : html`<ul class="closures">${list.map((one) => html`<li>
      <p><strong>${pick(one.name)}</strong> <span>${when(one.from)} – ${when(one.until)}</span> <span class="muted">${pick(one.reason)}</span></p>
      <button class="button" ?disabled=${one.place === null && !director} @click=${(event) => undo(event.currentTarget, store, one)}>${icon('undo')}${t('closure.undo')}</button></li>`)}</ul>`}
    <form class="closure-form" @submit=${(event) => close(event, store)}>
      <label class="field">${t('closure.place')}<select name="place">${places.map((place) => html`<option value=${place.id}>${pick(place)}</option>`)}
        ${director ? html`<option value="">${t('closure.centre')}</option>` : ''}</select></label>
      <label class="field">${t('closure.from')}<input name="from" type="datetime-local" required .defaultValue=${now}></label>
      <label class="field">${t('closure.until')}<input name="until" type="datetime-local" required .defaultValue=${`${day}T23:59`}></label>
      <label class="field">${t('closure.reason')}<input name="reason" required maxlength="80" autocomplete="off"></label>
      <label class="field">${t('closure.reason.en')}<input name="english" maxlength="80" autocomplete="off"></label>
      <button class="button danger">${icon('close')}${t('closure.do')}</button>
    </form>`;
}

async function close(event, store) {
  event.preventDefault();
  const form = event.target;
  const body = { place: form.place.value || null, from: form.from.value, until: form.until.value, reason: form.reason.value.trim(), reasonEnglish: form.english.value.trim() };
  const name = form.place.selectedOptions[0].textContent.trim();
  if (await act(event.submitter, () => store.api.post('/api/closures', body), () => t('closure.done', { place: name }))) form.reset();
}

function undo(button, store, closure) {
  return act(button, () => store.api.post('/api/closures/end', { id: closure.id }), () => t('closure.undone', { place: pick(closure.name) }));
}

const when = (moment) => `${moment.slice(5, 10)} ${moment.slice(11, 16)}`;
