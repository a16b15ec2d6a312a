import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { time } from '/shared/format.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { act } from '/assets/act.js';
import { attendance, watchAttendance } from '/assets/attendance/watch.js';
import { t, ago, named } from '/assets/words.js';

/** Who must not collect a child, in words, colour and symbol; also on paper. */
export function banList(bans) {
  if (bans.length === 0) return nothing;
  return html`<ul class="bans">${bans.map((ban) => html`<li class="ban">${icon('alert')}<strong>${t('collection.ban')}</strong> ${ban.who} <span>${ban.reason}</span></li>`)}</ul>`;
}

/** Children who wait for the teacher to press 已交接; for those who may press. */
export function handOverList() {
  const waiting = store.mayAct ? attendance.handOvers : [];
  if (waiting.length === 0) return nothing;
  return html`<section class="panel handovers"><h2>${t('handover.title')}</h2><p class="muted">${t('handover.rule')}</p>
    <ul>${waiting.map((one) => html`<li>
      <p><strong>${t('handover.adult', { name: one.adult.name || t('handover.someone') })}</strong>
        ${one.adult.code ? html`<span class="state info">${icon('ticket')}${t('collection.delegate')}</span>` : nothing}
        <span class="muted">${one.adult.phone} ${ago(store.now() - one.at)}</span></p>
      <div class="handover-children">${one.children.map((child) => html`<span class="handover-child">${icon('child')}<span>${child.name} <span class="muted">${named('relation', child.relation)}</span></span>
        ${child.seen ? nothing : html`<span class="state warn">${icon('alert')}${t('collection.not-seen')}</span>`}
        <button class="button primary small" @click=${(e) => press(one, child, e.currentTarget)} aria-label=${t('handover.label', { child: child.name, adult: one.adult.name })}>${icon('check')}${t('handover.done')}</button>
        ${banList(child.bans)}</span>`)}</div>
    </li>`)}</ul></section>`;
}

async function press(waiting, child, button) {
  await act(
    button,
    () => store.api.post('/api/hand-over', { event: waiting.event, child: child.ref }),
    () => t('handover.did', { child: child.name, adult: waiting.adult.name }),
  );
  await watchAttendance();
}

/** Adults whom the kiosk sent to staff, and why, until somebody says that they have seen it. */
export function refusalList() {
  if (!store.mayAct || attendance.refused.length === 0) return nothing;
  return html`<section class="child-alarm" role="alert" data-alarm="refused"><h2>${icon('alert')}${t('collection.refused', { n: attendance.refused.length })}</h2>
    <p>${t('collection.refused.do')}</p>
    <ul class="refusals">${attendance.refused.map((one) => html`<li data-why=${one.why}><span><strong>${one.adult.name || t('collection.nobody')}</strong>${one.adult.code ? html` ${t('collection.delegate')}` : nothing} ${time(one.at)}${one.times > 1 ? html` ${t('collection.times', { n: one.times })}` : nothing} · ${t(`collection.why.${one.why}`)}${one.children.length ? html` · ${one.children.join('、')}` : nothing}${pick(place(one.place)) ? html` · ${pick(place(one.place))}` : nothing}</span>
      <button class="button small" @click=${(e) => see(one, e.currentTarget)} aria-label=${t('collection.seen.label', { name: one.adult.name || t('collection.nobody') })}>${icon('check')}${t('collection.seen')}</button></li>`)}</ul></section>`;
}

function place(id) {
  return (store.snapshot?.places ?? []).find((one) => one.id === id);
}

async function see(refused, button) {
  await act(button, () => store.api.post('/api/collection/seen', { ref: refused.ref, at: refused.at }), () => t('collection.seen.done'));
  await watchAttendance();
}
