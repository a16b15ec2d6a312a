import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { act } from '/assets/act.js';
import { t } from '/assets/words.js';
import { deviceNameOf } from '/assets/parts/device-name.js';

const MAX_CAP = 8;

/** The rules of a canteen: how many one collects for others, dinner with lunch, take-away kiosks. */
export function rulesForm(store, settings, saved) {
  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    const takeAway = [...form.querySelectorAll('[name=takeAway]:checked')].map((box) => box.value);
    const body = { place: settings.place, proxyCap: Number(form.cap.value), dinnerWithLunch: form.dinner.checked, takeAway };
    if (await act(event.submitter, () => store.api.post('/api/canteen/rules', body), () => t('meals.rules.saved'))) saved();
  };
  return html`<form class="rules-form" @submit=${submit}>
    <label class="field narrow">${t('meals.rules.cap')}<input name="cap" type="number" min="0" max=${MAX_CAP} required .value=${String(settings.proxyCap)}></label>
    <label class="tick"><input type="checkbox" name="dinner" .checked=${settings.dinnerWithLunch}><span>${t('meals.rules.dinner')}</span></label>
    ${settings.devices.length > 0 ? html`<fieldset><legend>${t('meals.rules.take-away')}</legend>${settings.devices.map((device) => html`
      <label class="tick"><input type="checkbox" name="takeAway" value=${device.id} .checked=${settings.takeAway.includes(device.id)}><span>${deviceNameOf(device.id, device.name)}</span></label>`)}</fieldset>` : nothing}
    <button class="button primary">${icon('check')}${t('meals.rules.save')}</button>
  </form>`;
}
