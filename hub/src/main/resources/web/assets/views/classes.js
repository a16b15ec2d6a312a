import { html } from 'lit';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { act } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { sessions } from '/assets/parts/sessions.js';
import { handOverList } from '/assets/parts/problems.js';
import { ribbon } from '/assets/parts/ribbon.js';

/** `<jin-classes>`: children to hand over first, then the day and its sessions. */
class JinClasses extends View {
  render() {
    return html`${handOverList(store, handOver)} ${ribbon(store)}
      <section class="panel"><h2>${t('classes.today')}</h2>${sessions(store.snapshot)}</section>`;
  }
}

function handOver(waiting, child, button) {
  return act(
    button,
    () => store.api.post('/api/hand-over', { event: waiting.event, child: child.ref }),
    () => t('handover.did', { child: pick(child.name), adult: pick(waiting.adult?.name) }),
  );
}

customElements.define('jin-classes', JinClasses);
