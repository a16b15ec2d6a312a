import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { store } from '/assets/store.js';
import { act } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { deviceName } from '/assets/parts/device-name.js';
import { devices } from '/assets/parts/devices.js';

/** `<jin-devices>`: the kiosks' health, what the words mean, and what to do when one is gone for good. */
class JinDevices extends View {
  render() {
    return html`<section class="panel large">${devices(store, (one) => (store.mayAct ? html`${settle(one)}${lost(one)}` : nothing))}</section>
      <section class="panel"><p class="muted">${t('devices.hint')}</p></section>`;
  }
}

/** What the hub holds against a device stays until somebody says that they have seen it. */
function settle(one) {
  if (!one.held?.length) return nothing;
  return html`<button class="button small device-settle" @click=${(event) => act(
    event.currentTarget,
    () => store.api.post('/api/devices/settle', { device: one.id }),
    () => t('devices.settled', { name: deviceName(one) }),
  )}>${icon('check')}${t('devices.settle')}</button>`;
}

/** Asks once, and names what will happen. */
function lost(one) {
  return html`<details class="undo device-lost"><summary>${icon('alert')}${t('devices.lost')}</summary>
    <form @submit=${(event) => submit(event, one)}>
      <p>${t('devices.lost.ask', { name: deviceName(one) })}</p>
      <button class="button danger">${icon('offline')}${t('devices.lost.do')}</button>
    </form></details>`;
}

function submit(event, one) {
  event.preventDefault();
  return act(
    event.submitter,
    () => store.api.post('/api/devices/lost', { device: one.id }),
    () => t('devices.lost.done', { name: deviceName(one) }),
  );
}

customElements.define('jin-devices', JinDevices);
