import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { act } from '/assets/act.js';
import { deviceNameOf } from '/assets/parts/device-name.js';
import { t, ago } from '/assets/words.js';

/**
 * Calls for help: on every page, ringing, until somebody says that they are going. The
 * growing age is hidden from screen readers, or they would read the call again every second.
 */
export function helpCalls(store, audible) {
  const calls = store.snapshot?.help ?? [];
  if (calls.length === 0) return nothing;
  return html`<section class="calls" role="alert" aria-label=${t('help.label')}>
    ${calls.map(
      (call) => html`<div class="call">
        <span class="call-bell">${icon('hand')}</span>
        <p><strong>${t('help.call', { place: pick(call.place) })}</strong>
          <span>${deviceNameOf(call.device)} <span aria-hidden="true">· ${ago(store.elapsed(call.sinceMs))}</span></span></p>
        ${store.mayServe || store.isNurse ? html`<button class="button" @click=${(event) => answer(store, call, event.currentTarget)}>${icon('check')}${t('help.answer')}</button>` : nothing}
      </div>`,
    )}
    ${audible ? nothing : html`<p class="call-muted">${icon('bell-off')}${t('help.muted')}</p>`}
  </section>`;
}

function answer(store, call, button) {
  return act(
    button,
    () => store.api.post('/api/help/answer', { device: call.device, call: call.call }),
    () => t('help.answered', { place: pick(call.place) }),
  );
}
