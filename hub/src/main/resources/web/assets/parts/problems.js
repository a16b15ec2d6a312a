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
  const lines = [...trouble(store), ...handOvers(store), ...children(), ...fullRooms(store), ...offline(store), ...troubled(store), ...review(store)];
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

/** Rooms at their firm limit that nobody sees to. */
function fullRooms({ snapshot }) {
  const full = (snapshot.roomAlerts ?? []).filter((alert) => alert.level === 'full' && !alert.by);
  return full.map((alert) => line('bad', 'room', to('rooms'), t('problems.full-room', { place: pick(snapshot.places.find((one) => one.id === alert.place)) })));
}

function handOvers({ snapshot }) {
  const waiting = snapshot.handovers ?? [];
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

/** Children who wait for the teacher to press 已交接. */
export function handOverList(store, press) {
  const waiting = store.snapshot.handovers ?? [];
  if (waiting.length === 0) return nothing;
  return html`<section class="panel handovers"><h2>${t('handover.title')}</h2><p class="muted">${t('handover.rule')}</p>
    <ul>${waiting.map(
      (one) => html`<li>
        <p><strong>${t('handover.adult', { name: pick(one.adult?.name) || t('handover.someone') })}</strong> <span class="muted">${ago(store.elapsed(one.sinceMs))}</span></p>
        <div class="handover-children">${(one.children ?? []).map(
          (child) => html`<span class="handover-child">${icon('child')}${pick(child.name)}
            <button class="button primary small" ?disabled=${!store.mayAct} @click=${(e) => press(one, child, e.currentTarget)}>${icon('check')}${t('handover.done')}</button></span>`,
        )}</div>
      </li>`,
    )}</ul></section>`;
}
