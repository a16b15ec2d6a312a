import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { refine, route, to } from '/assets/route.js';
import { t, named } from '/assets/words.js';
import { View } from '/assets/view.js';
import { WEEKDAYS } from '/assets/timetable/days.js';

const WAIT_MS = 200;

/** `<jin-series-list>`: the activities and when they are, by title. */
class JinSeriesList extends View {
  #asked = null;
  #found = null;
  #problem = null;
  #timer = 0;

  willUpdate() {
    const text = route().params.get('q') ?? '';
    if (text === this.#asked) return;
    this.#asked = text;
    this.#load(text);
  }

  async #load(text) {
    try {
      const found = await store.api.get('/api/timetable/series', { q: text });
      if (text !== this.#asked) return;
      this.#found = found;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  #type(event) {
    const q = event.target.value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => refine('timetable', { tab: 'series', q }), WAIT_MS);
  }

  render() {
    return html`<div class="filters"><label class="filter"><span>${t('timetable.find')}</span><input type="search" maxlength="40" .value=${this.#asked ?? ''} @input=${(e) => this.#type(e)}></label>
      ${store.mayAct ? html`<a class="button primary" href=${to('timetable', { tab: 'series', id: 'new' })}>${icon('plus')}${t('timetable.new')}</a>` : nothing}</div>${this.#content()}`;
  }

  #content() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)}</p>`;
    if (!this.#found) return html`<p class="empty" role="status">${t('loading')}</p>`;
    if (this.#found.rows.length === 0) return html`<p class="empty">${t(this.#asked ? 'timetable.none-found' : 'timetable.no-series')}</p>`;
    return html`<div class="table-scroll"><table class="table"><thead><tr>${['title', 'when', 'place', 'teacher', 'category'].map((head) => html`<th scope="col">${t(`timetable.${head}`)}</th>`)}</tr></thead>
      <tbody>${this.#found.rows.map((one) => html`<tr data-series=${one.id}><td><a href=${to('timetable', { tab: 'series', id: one.id })}>${pick({ zh: one.title, en: one.titleEnglish })}</a></td><td>${when(one)}</td><td>${placeName(one.place)}</td><td>${one.teacher}</td><td>${named('category', one.category)}</td></tr>`)}</tbody></table></div>
      ${this.#found.more ? html`<p class="muted">${t('timetable.more')}</p>` : nothing}`;
  }
}

function placeName(id) {
  return pick(store.snapshot?.places?.find((place) => place.id === id)) || id;
}

/** Mon Thu 09:00–10:30, every other week. */
function when(one) {
  const byTime = new Map();
  for (const weekday of WEEKDAYS) {
    const slot = one.slots[weekday];
    if (slot) {
      const times = `${slot.starts}–${slot.ends}`;
      byTime.set(times, [...(byTime.get(times) ?? []), t(`weekday.${weekday}`)]);
    }
  }
  const once = one.from === one.until;
  const parts = [...byTime].map(([times, names]) => `${once ? one.from : names.join(t('weekday.join'))} ${times}`);
  if (one.everyWeeks > 1) parts.push(t('timetable.every', { n: one.everyWeeks }));
  return parts.join(' · ') || t('timetable.single-dates');
}

customElements.define('jin-series-list', JinSeriesList);
