import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { refine, route } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { WEEKDAYS } from '/assets/timetable/days.js';

const FIRST_HOUR = 6;
const LAST_HOUR = 22;
const HOURS = Array.from({ length: LAST_HOUR - FIRST_HOUR }, (_, i) => FIRST_HOUR + i);
const SHADES = 5;

/** `<jin-heat>`: how full a place was by weekday and hour, as numbers on shades. */
class JinHeat extends View {
  #asked = '';
  #heat = null;
  #problem = null;

  #place() {
    return route().params.get('heat') || store.snapshot?.places?.[0]?.id || '';
  }

  willUpdate() {
    if (!this.#place() || this.#place() === this.#asked) return;
    this.#asked = this.#place();
    this.#load(this.#asked);
  }

  async #load(place) {
    try {
      const heat = await store.api.get('/api/rooms/heat', { place, weeks: 8 });
      if (place !== this.#asked) return;
      this.#heat = heat;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  render() {
    const places = store.snapshot?.places ?? [];
    return html`<div class="filters"><label class="filter"><span>${t('rooms.heat.place')}</span><select @change=${(e) => refine('rooms', { heat: e.target.value })}>${places.map((place) => html`<option value=${place.id} ?selected=${place.id === this.#place()}>${pick(place)}</option>`)}</select></label></div>${this.#content()}`;
  }

  #content() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)}</p>`;
    const heat = this.#heat;
    if (!heat || heat.place !== this.#place()) return html`<p class="empty" role="status">${t('loading')}</p>`;
    if (heat.days.every((n) => n === 0)) return html`<p class="empty">${t('rooms.heat.empty')}</p>`;
    const most = Math.max(1, ...heat.people.flat());
    return html`<div class="table-scroll"><table class="heat"><caption>${t('rooms.heat.caption', { weeks: heat.weeks })}</caption>
      <thead><tr><td></td>${HOURS.map((hour) => html`<th scope="col">${hour}</th>`)}</tr></thead>
      <tbody>${WEEKDAYS.map((weekday, i) => html`<tr><th scope="row">${t(`weekday.${weekday}`)}</th>${HOURS.map((hour) => cell(heat.people[i][hour], most, heat.days[i]))}</tr>`)}</tbody></table></div>`;
  }
}

function cell(people, most, days) {
  if (days === 0) return html`<td class="shade-0">–</td>`;
  const shade = people < 0.5 ? 0 : Math.max(1, Math.ceil((SHADES * people) / most));
  return html`<td class="shade-${shade}">${people < 0.5 ? nothing : Math.round(people)}</td>`;
}

customElements.define('jin-heat', JinHeat);
