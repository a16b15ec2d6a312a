import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { number } from '/shared/format.js';
import { store } from '/assets/store.js';
import { act } from '/assets/act.js';
import { t, ago } from '/assets/words.js';

/** Rooms at their limits: who sees to each, or a button for whoever goes. */
export function roomAlerts(snapshot) {
  const alerts = snapshot.roomAlerts ?? [];
  if (alerts.length === 0) return nothing;
  return html`<ul class="room-alerts" aria-label=${t('rooms.alerts')}>${alerts.map((alert) => {
    const place = snapshot.places.find((one) => one.id === alert.place);
    return html`<li class=${alert.level} data-alert=${alert.place}>${icon('alert')}<span><strong>${t(`rooms.alert.${alert.level}`, { place: pick(place), n: number(place?.people), most: number(place?.capacity) })}</strong> ${ago(store.elapsed(alert.sinceMs))}</span>
      ${alert.by ? html`<span class="state ok">${icon('check')}${t('rooms.alert.by', { who: alert.by })}</span>` : store.mayAct ? html`<button class="button small" @click=${(e) => answer(e.currentTarget, alert, place)}>${t('rooms.alert.go')}</button>` : nothing}</li>`;
  })}</ul>`;
}

const answer = (button, alert, place) => act(button, () => store.api.post('/api/rooms/alert', { place: alert.place, level: alert.level }), () => t('rooms.alert.did', { place: pick(place) }));
