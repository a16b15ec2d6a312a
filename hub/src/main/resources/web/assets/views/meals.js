import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { closures } from '/assets/canteen/closures.js';
import { rulesForm } from '/assets/canteen/rules.js';
import '/assets/canteen/day-form.js';
import '/assets/canteen/week-form.js';

/** `<jin-meals>`: meals of the week, one day's menu, rules of the canteen, and closures. */
class JinMeals extends View {
  #settings = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  #load = async () => {
    try {
      this.#settings = await store.api.get('/api/canteen/settings');
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  };

  render() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)} <button class="button small" @click=${this.#load}>${t('again')}</button></p>`;
    if (!this.#settings) return html`<p class="empty" role="status">${t('loading')}</p>`;
    return html`<div class="meals-settings">
      <section class="panel"><h2>${t('meals.day')}</h2><p class="muted">${t('meals.day.hint')}</p><jin-day-form .settings=${this.#settings} @saved=${this.#load}></jin-day-form></section>
      <section class="panel"><h2>${t('closure.title')}</h2><p class="muted">${t('closure.hint')}</p>${closures(store)}</section>
      <section class="panel"><h2>${t('meals.week')}</h2><p class="muted">${t('meals.week.hint')}</p><jin-week-form .settings=${this.#settings} @saved=${this.#load}></jin-week-form></section>
      <section class="panel"><h2>${t('meals.rules')}</h2>${rulesForm(store, this.#settings, this.#load)}</section>
    </div>`;
  }
}

customElements.define('jin-meals', JinMeals);
