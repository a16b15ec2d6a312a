import { html, nothing } from 'lit';
import { pick } from '/shared/i18n.js';
import { level } from '/shared/parts.js';
import { number } from '/shared/format.js';
import { to } from '/assets/route.js';
import { t } from '/assets/words.js';

/** Steps of a fill, so that a style sheet can hold them all. */
const STEPS = 20;

/** A simple plan: each place as a vessel that is as full as the place, zones within their rooms. */
export function floor(snapshot, within) {
  const list = snapshot.places ?? [];
  const outer = list.filter((place) => !within[place.id]);
  return html`<div class="floor" role="list" aria-label=${t('rooms.floor')}>${outer.map((place) => room(place, list, within))}</div>`;
}

function room(place, list, within) {
  const known = place.basis && place.basis !== 'none';
  const fill = known ? Math.min(STEPS, Math.round((STEPS * place.people) / place.capacity)) : 0;
  const inner = list.filter((one) => within[one.id] === place.id);
  return html`<div role="listitem" class="floor-room ${known ? place.level : 'none'} ${inner.length ? 'wide' : ''}" data-room=${place.id}>
    <span class="floor-fill fill-${fill}" aria-hidden="true"></span>
    <a href=${to('rooms', { heat: place.id })} class="floor-name">${pick(place)}</a>
    <p class="floor-people"><b class="figure">${known ? number(place.people) : '–'}</b>${place.doubt > 0 ? html`<span>±${number(place.doubt)}</span>` : nothing}<span>/ ${number(place.capacity)}</span></p>
    ${level(t, known ? place.level : 'none')}
    ${inner.length ? html`<div class="floor-inner" role="list" aria-label=${t('rooms.inside', { place: pick(place) })}>${inner.map((one) => room(one, list, within))}</div>` : nothing}
  </div>`;
}
