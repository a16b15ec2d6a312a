import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { date, number } from '/shared/format.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { t, named } from '/assets/words.js';
import { View } from '/assets/view.js';

const REFRESH_MS = 600_000;
const WAYS = ['dine-in', 'collect', 'deliver', 'by-proxy'];

/** `<jin-forecast>`: how many portions to cook, what the figure is made of, and how the last one did. */
class JinForecast extends View {
  #day = 'tomorrow';
  #view = null;
  #problem = null;
  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#fetch();
    this.#timer = setInterval(() => this.#fetch(), REFRESH_MS);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    super.disconnectedCallback();
  }

  async #fetch() {
    const asked = this.#day;
    try {
      const view = await store.api.get('/api/canteen/forecast', { day: asked === 'today' ? store.snapshot.day : '' });
      if (asked !== this.#day) return;
      this.#view = view;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  #choose(day) {
    this.#day = day;
    this.#fetch();
  }

  render() {
    return html`<div class="chips" role="group" aria-label=${t('forecast.title')}>${['today', 'tomorrow'].map((day) => html`<button class="chip" aria-pressed=${day === this.#day} @click=${() => this.#choose(day)}>${t(`forecast.${day}`)}</button>`)}</div>${this.#content()}`;
  }

  #content() {
    if (this.#problem && !this.#view) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)} <button class="button small" @click=${() => this.#fetch()}>${t('again')}</button></p>`;
    if (!this.#view) return html`<p class="empty" role="status">${t('loading')}</p>`;
    if (this.#view.meals.length === 0) return html`<p class="empty">${t('forecast.no-meals')}</p>`;
    return html`<p class="muted">${date(this.#view.day)}</p><ul class="forecast">${this.#view.meals.map((meal) => this.#meal(meal))}</ul>`;
  }

  #meal(meal) {
    // Nothing to forecast from is no forecast of nothing.
    if (!meal.closed && meal.portions === null) {
      return html`<li data-meal=${meal.meal}><h3>${pick(meal.name)}</h3><p><strong>${t('forecast.unknown')}</strong></p><p>${this.#ways(meal)}</p><p>${t('forecast.ordered', { n: meal.ordered })}</p></li>`;
    }
    const figure = meal.closed ? t('forecast.closed') : number(meal.portions);
    return html`<li data-meal=${meal.meal}><h3>${pick(meal.name)}</h3><b class="figure">${figure}</b>
      ${meal.closed ? nothing : html`<p class="forecast-ways">${this.#ways(meal)}</p><p>${this.#parts(meal)}</p>`}
      ${meal.last ? html`<p class="muted">${t('forecast.last', { day: date(meal.last.day), forecast: meal.last.forecast, portions: meal.last.portions, error: signed(meal.last.forecast - meal.last.portions) })}${meal.usualError === null ? nothing : ` · ${t('forecast.error', { n: meal.usualError })}`}</p>` : nothing}</li>`;
  }

  /** 堂食 120 · 自取 20 · 送餐 12. */
  #ways(meal) {
    return WAYS.filter((way) => meal.ways?.[way]).map((way) => `${named('way', way)} ${number(meal.ways[way])}`).join(' · ');
  }

  #parts(meal) {
    const weekday = t(`weekday.${new Date(`${this.#view.day}T12:00:00Z`).getUTCDay()}`);
    const parts = [t('forecast.ordered', { n: meal.ordered }), t(meal.weeks ? 'forecast.usual' : 'forecast.usual-any', { weekday, n: meal.usual, weeks: meal.weeks })];
    if (meal.classes) parts.push(t('forecast.classes', { n: signed(meal.classes) }));
    if (meal.trend) parts.push(t('forecast.trend', { n: signed(meal.trend) }));
    return parts.join(' · ');
  }
}

/** +7, −7 or 0. */
const signed = (n) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');

customElements.define('jin-forecast', JinForecast);
