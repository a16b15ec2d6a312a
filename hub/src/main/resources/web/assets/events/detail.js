import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { date, seconds } from '/shared/format.js';
import { act } from '/assets/act.js';
import { store } from '/assets/store.js';
import { t, named } from '/assets/words.js';
import { View } from '/assets/view.js';
import { outcome } from '/assets/parts/latest.js';
import { lateness } from '/assets/events/columns.js';

const MAX_REASON_LENGTH = 80;

/**
 * `<jin-event-detail>`: one event in a dialog, and taking it back, which asks once for the reason
 * and names what will happen. Fires `closed` and `voided`.
 */
class JinEventDetail extends View {
  static properties = { row: { attribute: false } };

  updated(changed) {
    if (!changed.has('row')) return;
    const dialog = this.querySelector('dialog');
    if (this.row && !dialog.open) dialog.showModal();
    if (!this.row && dialog.open) dialog.close();
  }

  async #void(event) {
    event.preventDefault();
    const reason = event.target.reason.value.trim();
    const row = this.row;
    const done = await act(
      event.submitter,
      () => store.api.post('/api/void', { event: row.event, reason }),
      () => t('void.done', { name: row.name || t('void.nameless') }),
    );
    if (done) this.dispatchEvent(new CustomEvent('voided', { detail: row.event }));
  }

  render() {
    return html`<dialog class="dialog" aria-labelledby="event-title" @close=${() => this.dispatchEvent(new CustomEvent('closed'))} @click=${(e) => e.target === e.currentTarget && e.currentTarget.close()}>
      ${this.row ? this.#content(this.row) : nothing}
    </dialog>`;
  }

  #content(row) {
    const fact = (key, value) => (value ? html`<div><dt>${t(`detail.${key}`)}</dt><dd>${value}</dd></div>` : nothing);
    return html`<div class="dialog-body">
      <header><h2 id="event-title">${row.name || named('type', row.type)}</h2>${outcome(row)}
        <button class="button quiet small" @click=${(e) => e.target.closest('dialog').close()} aria-label=${t('close')}>${icon('close')}</button></header>
      <dl class="facts">
        ${fact('type', named('type', row.type))} ${fact('occasion', pick(row.occasionLabel))} ${fact('place', pick(row.place))}
        ${fact('way', row.way ? named('way', row.way) : '')} ${fact('ticket', row.ticket)}
        ${fact('at', `${date(row.at)} ${seconds(row.at)}`)}
        ${fact('received', `${date(row.received)} ${seconds(row.received)}${lateness(row) ? ` · ${t('events.late.why')}` : ''}`)}
        ${fact('counted', t(row.counted ? 'counted.yes' : 'counted.no'))}
        <div class="wide"><dt>${t('detail.event')}</dt><dd><code>${row.event}</code></dd></div>
      </dl>
      ${row.voided || row.type !== 'scan' || !store.mayAct ? nothing : this.#voidForm(row)}
    </div>`;
  }

  #voidForm(row) {
    const what = { name: row.name || t('void.nameless'), time: seconds(row.at).slice(0, 5), what: pick(row.occasionLabel) || named('type', row.type) };
    return html`<details class="undo"><summary>${icon('undo')}${t('void.open')}</summary>
      <form @submit=${this.#void}>
        <p>${t('void.ask', what)}</p>
        <label class="field">${t('void.reason')}<input name="reason" required maxlength=${MAX_REASON_LENGTH} autocomplete="off" list="void-reasons"></label>
        <datalist id="void-reasons">${['wrong-card', 'left', 'test'].map((id) => html`<option value=${t(`void.reason.${id}`)}></option>`)}</datalist>
        <button class="button danger">${icon('undo')}${t('void.do')}</button>
      </form></details>`;
  }
}

customElements.define('jin-event-detail', JinEventDetail);
