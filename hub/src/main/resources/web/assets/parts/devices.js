import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { pick } from '/shared/i18n.js';
import { state } from '/shared/parts.js';
import { number } from '/shared/format.js';
import { t, ago, named } from '/assets/words.js';
import { to } from '/assets/route.js';
import { deviceName } from '/assets/parts/device-name.js';

/** Most devices with trouble that the overview lists; the page of devices has all. */
const MAX_BRIEF = 4;

/** How each device is, in a word and a symbol; the worst first. `more` adds to each. */
export function devices(store, more = () => nothing) {
  const list = sorted(store);
  if (list.length === 0) return html`<p class="empty">${t('devices.empty')}</p>`;
  return html`<ul class="devices">${repeat(list, (one) => one.id, (one) => device(store, one, more(one)))}</ul>`;
}

/** For the overview: how many are well, and those that are not. */
export function devicesBrief(store) {
  const list = sorted(store);
  if (list.length === 0) return html`<p class="empty">${t('devices.empty')}</p>`;
  const bad = list.filter((one) => trouble(one) > 0);
  const online = list.filter((one) => one.online).length;
  const never = list.filter((one) => !one.online && one.lastSeenMs == null).length;
  const gone = list.length - online - never;
  const count = (tone, symbol, key, n) => (n > 0 ? state(tone, symbol, t(key, { n })) : nothing);
  return html`<p class="device-counts">${count('ok', 'online', 'devices.n-online', online)} ${count('bad', 'offline', 'devices.n-offline', gone)} ${count('', 'offline', 'devices.n-never', never)}</p>
    ${bad.length > 0 ? html`<ul class="devices">${bad.slice(0, MAX_BRIEF).map((one) => device(store, one, nothing))}</ul>` : nothing}
    ${bad.length > MAX_BRIEF ? html`<p><a href=${to('devices')}>${t('devices.n-more', { n: bad.length - MAX_BRIEF })}</a></p>` : nothing}`;
}

function sorted(store) {
  return [...(store.snapshot.devices ?? [])].sort((a, b) => trouble(b) - trouble(a) || a.id.localeCompare(b.id));
}

function trouble(one) {
  if (!one.online && one.lastSeenMs == null) return -1;
  return (one.online ? 0 : 4) + (one.problems?.length ? 2 : 0) + (one.unsent > 0 ? 1 : 0);
}

function device(store, one, more) {
  const place = store.snapshot.places?.find((p) => p.id === one.place);
  const seen = one.lastSeenMs != null ? ago(store.elapsed(one.lastSeenMs)) : t('devices.never');
  return html`<li class="device ${one.online ? '' : 'gone'}">
    <p class="device-name"><a href=${to('events', { device: one.id, day: store.snapshot.day })}><strong>${deviceName(one)}</strong></a>
      <span class="muted">${place ? pick(place) : pick(one.place)} · ${one.id}</span></p>
    <p class="device-state">${one.online ? state('ok', 'online', t('devices.online')) : state(one.lastSeenMs != null ? 'bad' : '', 'offline', t('devices.offline'))}
      ${one.clockTrusted === false && one.online ? state('warn', 'clock', t('devices.clock')) : nothing}
      ${(one.problems ?? []).map((id) => state('warn', 'alert', named('problem', id)))}</p>
    <p class="device-facts"><span>${t('devices.unsent')} <b class=${one.unsent > 0 ? 'some' : ''}>${number(one.unsent)}</b></span>
      <span>${t('devices.seen')} ${seen}</span>${one.software ? html`<span class="muted">${one.software}</span>` : nothing}</p>
    ${more}
  </li>`;
}
