import { html } from 'lit';
import { store } from '/assets/store.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { sessions } from '/assets/parts/sessions.js';
import { handOverList, refusalList } from '/assets/attendance/hand-overs.js';
import { ribbon } from '/assets/parts/ribbon.js';

/** `<jin-classes>`: children to hand over first, then the day and its sessions. */
class JinClasses extends View {
  render() {
    return html`${refusalList()} ${handOverList()} ${ribbon(store)}
      <section class="panel"><h2>${t('classes.today')}</h2>${sessions(store.snapshot)}</section>`;
  }
}

customElements.define('jin-classes', JinClasses);
