import { html } from 'lit';
import { route, to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import '/assets/timetable/week.js';
import '/assets/timetable/series-list.js';
import '/assets/timetable/series-form.js';
import '/assets/timetable/calendar.js';
import '/assets/timetable/files.js';

const TABS = {
  week: () => html`<jin-week></jin-week>`,
  series: () => html`<jin-series-list></jin-series-list>`,
  calendar: () => html`<jin-opening-calendar></jin-opening-calendar>`,
  files: () => html`<jin-timetable-files></jin-timetable-files>`,
};

/** `<jin-timetable>`: the week, the activities and their rules, holidays and terms, files. */
class JinTimetable extends View {
  render() {
    const { params } = route();
    const current = TABS[params.get('tab')] ? params.get('tab') : 'week';
    const editing = current === 'series' && params.get('id');
    return html`<nav class="tabs no-print" aria-label=${t('nav.timetable')}>${Object.keys(TABS).map((tab) => html`<a href=${to('timetable', { tab })} aria-current=${tab === current ? 'page' : 'false'}>${t(`timetable.tab.${tab}`)}</a>`)}</nav>
      <section class="panel">${editing ? html`<jin-series-form></jin-series-form>` : TABS[current]()}</section>`;
  }
}

customElements.define('jin-timetable', JinTimetable);
