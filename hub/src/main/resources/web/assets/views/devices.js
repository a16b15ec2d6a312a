import { html } from 'lit';
import { store } from '/assets/store.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { devices } from '/assets/parts/devices.js';

/** `<jin-devices>`: the kiosks' health, and what the words mean. */
class JinDevices extends View {
  render() {
    return html`<section class="panel large">${devices(store)}</section>
      <section class="panel"><p class="muted">${t('devices.hint')}</p></section>`;
  }
}

customElements.define('jin-devices', JinDevices);
