import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { level } from '/shared/parts.js';
import { number } from '/shared/format.js';
import { act } from '/assets/act.js';
import { ago, named, t } from '/assets/words.js';
import { seatLevel } from '/assets/parts/canteen.js';

/** Seats taken of all, how that is known, and a count by hand, which stands until people move on. */
export function counterSeats(store) {
  const now = store.snapshot.seats;
  const known = now.basis !== 'none';
  return html`<p class="seat-figure"><b class="figure">${known ? number(now.taken) : '–'}</b><span>/ ${number(now.capacity)} ${t('unit.seats')}</span>${level(t, known ? seatLevel(now) : 'none', 'seat')}</p>
    <p class="basis">${named('basis', now.basis)}${known ? html` · ${ago(store.elapsed(now.ageMs))}` : nothing}</p>
    ${store.mayServe ? form(store, now) : nothing}`;
}

function form(store, now) {
  const step = (event, by) => {
    const field = event.target.closest('form').people;
    field.value = Math.max(0, Math.min(now.capacity, Number(field.value || now.taken) + by));
  };
  return html`<form class="stepper" @submit=${(event) => submit(event, store)} aria-label=${t('counter.seats.enter')}>
    <button type="button" class="button" @click=${(e) => step(e, -1)} aria-label=${t('rooms.fewer')}>−</button>
    <input name="people" type="number" inputmode="numeric" min="0" max=${now.capacity} required placeholder=${now.taken} aria-label=${t('counter.seats.enter')}>
    <button type="button" class="button" @click=${(e) => step(e, 1)} aria-label=${t('rooms.more')}>+</button>
    <button class="button primary">${icon('check')}${t('rooms.save')}</button>
  </form>`;
}

async function submit(event, store) {
  event.preventDefault();
  const form = event.target;
  const people = Number(form.people.value);
  const done = await act(event.submitter, () => store.api.post('/api/canteen/seats', { people }), () => t('counter.seats.saved', { n: people }));
  if (done) form.reset();
}
