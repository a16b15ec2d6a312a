import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { to } from '/assets/route.js';
import { attendance } from '/assets/attendance/watch.js';
import { t, ago, named } from '/assets/words.js';
import { deviceName } from '/assets/parts/device-name.js';

const MAX_GONE_LINES = 3;

/** What needs somebody, beside calls for help: one line each, loudest first, each a way to it. */
export function problems(store) {
  const lines = [...trouble(store), ...refused(), ...handOvers(store), ...children(), ...fullRooms(store), ...offline(store), ...troubled(store), ...review(store)];
  if (lines.length === 0) return html`<p class="all-well">${icon('check')}${t('problems.none')}</p>`;
  return html`<ul class="problems" aria-label=${t('problems.label')}>${lines}</ul>`;
}

/** How many things on a page wait for somebody; the rail shows it. */
export function attention(snapshot, page) {
  if (!snapshot) return 0;
  if (page === 'classes') return snapshot.handovers?.length ?? 0;
  if (page === 'devices') return (snapshot.devices ?? []).filter((d) => (!d.online && d.lastSeenMs != null) || d.problems?.length).length;
  if (page === 'rooms') return (snapshot.roomAlerts ?? []).filter((alert) => !alert.by).length;
  if (page === 'review') return snapshot.review ?? 0;
  return 0;
}

function line(tone, symbol, href, text, detail = nothing) {
  return html`<li><a class="problem ${tone}" href=${href}>${icon(symbol)}<span>${text}</span><small>${detail}</small>${icon('right')}</a></li>`;
}

function trouble({ snapshot }) {
  return snapshot.trouble ? [line('bad', 'alert', to('devices'), t(`trouble.${snapshot.trouble}`))] : [];
}

/** Children that did not arrive, or are still here. */
function children() {
  const n = attendance.alarms.length;
  return n > 0 ? [line('bad', 'child', to('attendance'), t('problems.children', { n }))] : [];
}

/** Adults who came for children and were refused. */
function refused() {
  const n = attendance.refused.length;
  return n > 0 ? [line('bad', 'alert', to('attendance'), t('problems.refused', { n }))] : [];
}

/** Rooms at their firm limit that nobody sees to. */
function fullRooms({ snapshot }) {
  const full = (snapshot.roomAlerts ?? []).filter((alert) => alert.level === 'full' && !alert.by);
  return full.map((alert) => line('bad', 'room', to('rooms'), t('problems.full-room', { place: pick(snapshot.places.find((one) => one.id === alert.place)) })));
}

/** What the hub still offers, for those who may press; the others only see how many cards were shown. */
function handOvers(store) {
  const waiting = store.mayAct ? attendance.handOvers : (store.snapshot.handovers ?? []);
  if (waiting.length === 0) return [];
  return [line('info', 'child', to('classes'), t('problems.handovers', { n: waiting.length }))];
}

/** Those that were here and are gone, one by one up to a few; those that never came, as a number. */
function offline(store) {
  const away = (store.snapshot.devices ?? []).filter((device) => !device.online);
  const gone = away.filter((device) => device.lastSeenMs != null);
  const lines =
    gone.length > MAX_GONE_LINES
      ? [line('bad', 'offline', to('devices'), t('problems.many-offline', { n: gone.length }), gone.slice(0, MAX_GONE_LINES).map(deviceName).join(' · '))]
      : gone.map((device) =>
          line('bad', 'offline', to('devices'), t('problems.offline', { name: deviceName(device) }), t('problems.last-seen', { age: ago(store.elapsed(device.lastSeenMs)) })));
  const never = away.length - gone.length;
  return never > 0 ? [...lines, line('', 'offline', to('devices'), t('problems.never-seen', { n: never }))] : lines;
}

function troubled(store) {
  return (store.snapshot.devices ?? [])
    .filter((device) => device.online && device.problems?.length)
    .map((device) =>
      line('warn', 'alert', to('devices'), deviceName(device), device.problems.map((id) => named('problem', id)).join(' · ')));
}

function review({ snapshot }) {
  if (!snapshot.review) return [];
  return [line('warn', 'review', to('review'), t('problems.review', { n: snapshot.review }))];
}
