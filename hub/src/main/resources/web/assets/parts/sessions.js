import { html, nothing } from 'lit';
import { pick } from '/shared/i18n.js';
import { meter } from '/shared/parts.js';
import { number, time } from '/shared/format.js';
import { to } from '/assets/route.js';
import { t, named } from '/assets/words.js';
import { phase } from '/assets/parts/canteen.js';

/** Sessions of today with their headcounts; those that are over last. */
export function sessions(snapshot) {
  const list = [...(snapshot.sessions ?? [])].sort((a, b) => rank(a) - rank(b) || String(a.starts).localeCompare(String(b.starts)));
  if (list.length === 0) return html`<p class="empty">${t('sessions.empty')}</p>`;
  return html`<ul class="sessions">${list.map(session)}</ul>`;
}

function rank(one) {
  return { open: 0, before: 1, after: 2 }[one.state] ?? 3;
}

function session(one) {
  const most = one.capacity || one.enrolled || 0;
  const over = one.capacity > 0 && one.headcount >= one.capacity;
  return html`<li class="session ${one.state}">
    <p class="session-time">${time(one.starts)}<span>–${time(one.ends)}</span></p>
    <p class="session-title"><strong>${pick(one.title)}</strong><span class="muted">${pick(one.place)} · ${named('category', one.category)}</span></p>
    ${phase(one.state)}
    <p class="session-count"><a class="figure-link" href=${to('events', { occasion: one.occasion, outcome: 'accepted' })} aria-label=${t('sessions.count', { title: pick(one.title), n: one.headcount })}><b class="figure">${number(one.headcount)}</b></a>
      <span>${one.enrolled ? t('sessions.enrolled', { n: one.enrolled }) : one.capacity ? t('sessions.capacity', { n: one.capacity }) : t('unit.people')}</span></p>
    ${most > 0 ? meter(one.headcount, most, over ? 'bad' : '') : nothing}
  </li>`;
}
