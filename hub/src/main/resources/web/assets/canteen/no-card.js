import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { PeopleFinder } from '/assets/parts/people-finder.js';

const MAX_PORTIONS = 20;
const WAYS = ['dine-in', 'collect'];
/** Whether a person is named: always, never, or as it happens. */
const NAMED = { 'forgotten-card': 'must', guest: 'no', 'staff-meal': 'no', 'second-portion': 'may' };

/** `<jin-no-card>`: a dialog that serves a meal without a card. `open(kind)` shows it. */
class JinNoCard extends View {
  static properties = { meal: { attribute: false } };
  #kind = 'guest';
  #person = null;
  #finder = new PeopleFinder(this);

  open(kind) {
    this.#kind = kind;
    this.#person = null;
    this.#finder.clear();
    this.requestUpdate();
    this.updateComplete.then(() => {
      const dialog = this.querySelector('dialog');
      dialog.querySelector('form').reset();
      if (!dialog.open) dialog.showModal();
      dialog.querySelector('input').focus();
    });
  }

  #close = () => this.querySelector('dialog').close();

  #choose(person) {
    this.#person = person;
    this.requestUpdate();
  }

  async #submit(event) {
    event.preventDefault();
    const form = event.target;
    const body = {
      meal: this.meal.occasion.split(':')[1], kind: this.#kind, person: this.#person?.person ?? null,
      way: form.way.value, portions: Number(form.portions?.value ?? 1), reason: form.reason.value.trim(),
    };
    const done = await act(event.submitter, () => store.api.post('/api/canteen/serve', body),
      () => t('no-card.done', { who: this.#person?.name ?? t(`kind.${this.#kind}`), n: body.portions }));
    if (done) this.#close();
  }

  render() {
    const kind = this.#kind;
    const meal = this.meal;
    return html`<dialog class="no-card" aria-labelledby="no-card-title">
      <form @submit=${(event) => this.#submit(event)}>
        <header><h2 id="no-card-title">${t(`kind.${kind}`)} · ${pick(meal?.period)}</h2>
          <button type="button" class="button quiet" @click=${this.#close} aria-label=${t('close')}>${icon('close')}</button></header>
        <p class="muted">${t(`no-card.${kind}.hint`)}</p>
        ${NAMED[kind] === 'no' ? nothing : this.#who(kind)}
        <fieldset class="ways-choice"><legend>${t('column.way')}</legend>${WAYS.map((way, index) => html`
          <label><input type="radio" name="way" value=${way} ?checked=${index === 0}>${t(`way.${way}`)}</label>`)}</fieldset>
        ${kind === 'forgotten-card' ? nothing : html`<label class="field">${t('no-card.portions')}<input name="portions" type="number" inputmode="numeric" min="1" max=${MAX_PORTIONS} value="1" required></label>`}
        <label class="field">${t('void.reason')}<input name="reason" required maxlength="80" autocomplete="off" .defaultValue=${t.in('zh', `no-card.${kind}.reason`)}></label>
        <button class="button primary" ?disabled=${NAMED[kind] === 'must' && !this.#person}>${icon('check')}${this.#person ? t('no-card.serve.person', { name: this.#person.name }) : t('no-card.serve')}</button>
      </form>
    </dialog>`;
  }

  #who(kind) {
    if (this.#person) {
      return html`<p class="chosen">${icon('person')}<strong>${this.#person.name}</strong><span class="muted">${about(this.#person)}</span>
        <button type="button" class="button small" @click=${() => this.#choose(null)}>${t('no-card.other')}</button></p>`;
    }
    return html`<label class="field">${t(kind === 'forgotten-card' ? 'no-card.find' : 'no-card.find.may')}
        <input type="search" autocomplete="off" spellcheck="false" maxlength="40" placeholder=${t('no-card.find.hint')} @input=${this.#finder.type}></label>
      ${this.#finder.problem ? html`<p role="alert" class="form-problem">${explain(this.#finder.problem)}</p>` : nothing}
      <div class="found" role="status">${this.#found()}</div>`;
  }

  #found() {
    const { rows } = this.#finder;
    if (!rows) return nothing;
    if (rows.length === 0) return html`<p class="empty">${t('no-card.nobody')}</p>`;
    return rows.map((person) => html`<button type="button" class="button" @click=${() => this.#choose(person)}><strong>${person.name}</strong><span class="muted">${about(person)}</span></button>`);
  }
}

/** What tells homonyms apart. */
function about({ sex, age, address, phone }) {
  return [t('no-card.age', { sex: t(`sex.${sex}`), n: age }), address, phone].filter(Boolean).join(' · ');
}

customElements.define('jin-no-card', JinNoCard);
