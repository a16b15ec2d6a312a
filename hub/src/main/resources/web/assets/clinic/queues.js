import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '/shared/icons.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { saveQueues } from '/assets/clinic/actions.js';

const MOST = 8;
const MAX_LENGTH = 20;

/**
 * `<jin-clinic-queues>`: the choices on the kiosk with their hours, in a dialog. What is typed stays
 * until it is saved or the dialog is closed.
 */
class JinClinicQueues extends View {
  static properties = { page: { attribute: false } };
  #rows = [];
  #next = 0;

  open() {
    this.#rows = this.page.queues.map(({ id, zh, en, opens, closes }) => ({ key: ++this.#next, id, zh, en, opens: opens.slice(0, 5), closes: closes.slice(0, 5) }));
    this.requestUpdate();
    this.updateComplete.then(() => this.querySelector('dialog').showModal());
  }

  #change(row, name, value) {
    row[name] = value;
  }

  #move(row, by) {
    const at = this.#rows.indexOf(row);
    const to = at + by;
    if (to < 0 || to >= this.#rows.length) return;
    [this.#rows[at], this.#rows[to]] = [this.#rows[to], this.#rows[at]];
    this.requestUpdate();
  }

  #remove(row) {
    this.#rows = this.#rows.filter((one) => one !== row);
    this.requestUpdate();
  }

  #add() {
    this.#rows = [...this.#rows, { key: ++this.#next, zh: '', en: '', opens: '08:00', closes: '17:30' }];
    this.requestUpdate();
    this.updateComplete.then(() => this.querySelector('fieldset:last-of-type input').focus());
  }

  async #save(event) {
    event.preventDefault();
    const queues = this.#rows.map(({ id, zh, en, opens, closes }) => ({ ...(id ? { id } : {}), zh: zh.trim(), en: en.trim(), opens, closes }));
    if (await saveQueues(event.submitter, queues)) this.querySelector('dialog').close();
  }

  render() {
    return html`<button class="button small quiet" data-test="queues" @click=${() => this.open()}>${t('clinic.queues')}</button>
      <dialog class="dialog wide" aria-labelledby="queues-title"><form class="dialog-body" @submit=${(e) => this.#save(e)}>
        <header><h2 id="queues-title">${t('clinic.queues')}</h2><button type="button" class="button quiet small" @click=${(e) => e.target.closest('dialog').close()} aria-label=${t('close')}>${icon('close')}</button></header>
        <p class="muted">${t('clinic.queues.hint')}</p>
        ${repeat(this.#rows, (row) => row.key, (row, i) => this.#row(row, i))}
        <div class="clinic-acts">
          <button type="button" class="button" data-test="add-queue" ?disabled=${this.#rows.length >= MOST} @click=${() => this.#add()}>${icon('ticket')}${t('clinic.queues.add')}</button>
          <button class="button primary" ?disabled=${this.#rows.length === 0}>${icon('check')}${t('clinic.rules.save')}</button>
        </div>
      </form></dialog>`;
  }

  #row(row, i) {
    const name = row.zh || t('clinic.queues.new');
    const field = (key, type, more = {}) => html`<label class="field">${t(`clinic.queues.${key}`)}
      <input name=${key} type=${type} required maxlength=${more.max ?? 20} .value=${row[key]} @input=${(e) => this.#change(row, key, e.target.value)}></label>`;
    const button = (key, symbol, disabled, done) => html`<button type="button" class="button small quiet" ?disabled=${disabled} aria-label=${t(`clinic.queues.${key}`, { queue: name })} @click=${done}>${icon(symbol)}</button>`;
    return html`<fieldset class="clinic-queue"><legend>${t('clinic.queues.nth', { n: i + 1 })}</legend>
      ${field('zh', 'text', { max: MAX_LENGTH })} ${field('en', 'text', { max: MAX_LENGTH })} ${field('opens', 'time')} ${field('closes', 'time')}
      <div class="clinic-queue-acts">${button('up', 'up', i === 0, () => this.#move(row, -1))}${button('down', 'down', i === this.#rows.length - 1, () => this.#move(row, 1))}${button('remove', 'close', false, () => this.#remove(row))}</div>
    </fieldset>`;
  }
}

customElements.define('jin-clinic-queues', JinClinicQueues);
