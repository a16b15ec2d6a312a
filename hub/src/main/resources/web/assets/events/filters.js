import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { t } from '/assets/words.js';
import { deviceName } from '/assets/parts/device-name.js';

const TYPES = ['scan', 'departure', 'passage', 'help-call', 'collection', 'hand-count', 'help-answer', 'ticket-call', 'ticket-step', 'hand-over', 'serving', 'stock', 'revocation-held', 'voiding'];
const OUTCOMES = ['accepted', 'already', 'not-now', 'see-staff', 'untimed'];

/**
 * The row of filters above a table of events.
 *
 * @param values what is chosen, by name
 * @param fixed what the page itself has chosen, and nobody can change there
 * @param set told of a choice: set(name, value)
 */
export function filterBar(snapshot, values, fixed, set) {
  const choose = (name, options) => {
    if (name in fixed) return nothing;
    return html`<label class="filter"><span>${t(`filter.${name}`)}</span>
      <select name=${name} @change=${(e) => set(name, e.target.value)}>
        <option value="" ?selected=${!values[name]}>${t('filter.all')}</option>
        ${options.map(([id, label]) => html`<option value=${id} ?selected=${values[name] === id}>${label}</option>`)}
      </select></label>`;
  };
  return html`<form class="filters" aria-label=${t('filter.label')} @submit=${(e) => e.preventDefault()}>
    ${'day' in fixed ? nothing : html`<label class="filter"><span>${t('filter.day')}</span>
      <input type="date" name="day" .value=${values.day ?? ''} max=${snapshot.day ?? nothing} @change=${(e) => set('day', e.target.value)}></label>`}
    ${choose('place', (snapshot.places ?? []).map((place) => [place.id, pick(place)]))}
    ${choose('type', TYPES.map((type) => [type, t(`type.${type}`)]))}
    ${choose('outcome', OUTCOMES.map((one) => [one, t(`outcome.${one}`)]))}
    ${choose('device', (snapshot.devices ?? []).map((device) => [device.id, deviceName(device)]))}
    ${values.occasion && !('occasion' in fixed)
      ? html`<button type="button" class="chip" @click=${() => set('occasion', '')} aria-label=${t('filter.remove', { what: occasionName(snapshot, values.occasion) })}>${occasionName(snapshot, values.occasion)}${icon('close')}</button>`
      : nothing}
  </form>`;
}

function occasionName(snapshot, id) {
  const meal = snapshot.meals?.find((one) => one.occasion === id);
  if (meal) return pick(meal.period);
  const session = snapshot.sessions?.find((one) => one.occasion === id);
  return session ? pick(session.title) : id;
}
