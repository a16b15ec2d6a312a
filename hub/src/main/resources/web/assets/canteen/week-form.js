import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { store } from '/assets/store.js';
import { act } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { MAX_MEALS, newPeriod, periodRows } from '/assets/canteen/periods.js';

/** `<jin-week-form>`: the meal periods of the week. What is wrong is said by the hub, naming the periods. */
class JinWeekForm extends View {
  static properties = { settings: { attribute: false } };
  #meals = null;

  willUpdate(changed) {
    if (changed.has('settings')) this.#meals = this.settings.meals;
  }

  #change = (meals) => {
    this.#meals = meals;
    this.requestUpdate();
  };

  async #submit(event) {
    event.preventDefault();
    const body = { place: this.settings.place, earlyGraceMinutes: Number(event.target.grace.value), meals: this.#meals };
    const done = await act(event.submitter, () => store.api.post('/api/canteen/week', body), () => t('meals.week.saved'));
    if (done) this.dispatchEvent(new Event('saved'));
  }

  render() {
    return html`<form class="week-form" @submit=${(event) => this.#submit(event)}>
      ${periodRows(this.#meals, this.#change, true)}
      <p><button type="button" class="button" ?disabled=${this.#meals.length >= MAX_MEALS} @click=${() => this.#change([...this.#meals, newPeriod(this.#meals)])}>${t('meals.week.add')}</button></p>
      <label class="field narrow">${t('meals.week.grace')}<input name="grace" type="number" min="0" max="120" required .value=${String(this.settings.earlyGraceMinutes)}></label>
      <button class="button primary">${icon('check')}${t('meals.week.save')}</button>
    </form>`;
  }
}

customElements.define('jin-week-form', JinWeekForm);
