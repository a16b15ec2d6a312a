import { html, nothing } from 'lit';
import { pick } from '/shared/i18n.js';
import { state } from '/shared/parts.js';
import { number } from '/shared/format.js';
import { t, ago, named } from '/assets/words.js';
import { to } from '/assets/route.js';

/** How each device is, in a word and a symbol; the worst first. */
export function devices(store) {
  const list = [...(store.snapshot.devices ?? [])].sort((a, b) => trouble(b) - trouble(a) || a.id.localeCompare(b.id));
  if (list.length === 0) return html`<p class="empty">${t('devices.empty')}</p>`;
  return html`<ul class="devices">${list.map((one) => device(store, one))}</ul>`;
}

function trouble(one) {
  if (!one.online && one.lastSeenMs == null) return -1;
  return (one.online ? 0 : 4) + (one.problems?.length ? 2 : 0) + (one.unsent > 0 ? 1 : 0);
}

function device(store, one) {
  const place = store.snapshot.places?.find((p) => p.id === one.place);
  const seen = one.lastSeenMs != null ? ago(store.elapsed(one.lastSeenMs)) : t('devices.never');
  return html`<li class="device ${one.online ? '' : 'gone'}">
    <p class="device-name"><a href=${to('events', { device: one.id, day: store.snapshot.day })}><strong>${one.name}</strong></a>
      <span class="muted">${place ? pick(place) : pick(one.place)} · ${one.id}</span></p>
    <p class="device-state">${one.online ? state('ok', 'online', t('devices.online')) : state(one.lastSeenMs != null ? 'bad' : '', 'offline', t('devices.offline'))}
      ${one.clockTrusted === false && one.online ? state('warn', 'clock', t('devices.clock')) : nothing}
      ${(one.problems ?? []).map((id) => state('warn', 'alert', named('problem', id)))}</p>
    <p class="device-facts"><span>${t('devices.unsent')} <b class=${one.unsent > 0 ? 'some' : ''}>${number(one.unsent)}</b></span>
      <span>${t('devices.seen')} ${seen}</span>${one.software ? html`<span class="muted">${one.software}</span>` : nothing}</p>
  </li>`;
}
