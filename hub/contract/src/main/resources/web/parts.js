import { html, nothing, svg } from 'lit';
import { style } from '/shared/style.js';
import { icon } from '/shared/icons.js';

/** Small drawn parts, as templates. They take words that are ready to show. */

/** Tone of a level: how loud it is. The symbol and the word say the same. */
export const LEVEL_TONE = { 'empty': '', 'ok': 'ok', 'nearly-full': 'warn', 'full': 'bad', 'none': '' };

/** A symbol and a word. Tones: '', ok, warn, bad, info. */
export function state(tone, symbol, word) {
  return html`<span class="state ${tone}">${icon(symbol)}${word}</span>`;
}

/** empty · ok · nearly-full · full · none, in words of `t`; `kind` is level (rooms) or seat (canteen). */
export function level(t, name, kind = 'level') {
  const known = name in LEVEL_TONE ? name : 'none';
  return state(LEVEL_TONE[known], `level-${known}`, t(`${kind}.${known}`));
}

/** A bar from 0 to capacity. */
export function meter(value, capacity, tone = '') {
  const part = capacity > 0 ? Math.min(1, Math.max(0, value / capacity)) : 0;
  return html`<span class="meter ${tone}" aria-hidden="true"><i ${style({ '--part': part })}></i></span>`;
}

/** Most seats drawn one by one; above it, a bar. */
const MAX_SEATS_DRAWN = 200;

/** Every seat as a square. */
export function seats(taken, capacity, tone, label) {
  if (capacity > MAX_SEATS_DRAWN || capacity < 1) return meter(taken, capacity, tone);
  const squares = Array.from({ length: capacity }, (_, i) => html`<i class=${i < taken ? 'taken' : nothing}></i>`);
  return html`<div class="seats ${tone}" role="img" aria-label=${label}>${squares}</div>`;
}

/**
 * The day as a curve.
 *
 * @param values people per slot, oldest first
 * @param slots how many slots the whole width stands for, so that an unfinished day stays to the left
 * @param limit the capacity, drawn as a dashed line; 0 for none
 */
export function curve(values, slots, limit, label) {
  const top = Math.max(limit, 1, ...values) * 1.08;
  const x = (i) => ((i / Math.max(1, slots - 1)) * 300).toFixed(1);
  const y = (v) => (60 - (v / top) * 60).toFixed(1);
  const points = values.map((v, i) => `${x(i)},${y(v)}`).join(' ');
  const last = x(Math.max(0, values.length - 1));
  return html`<svg class="curve" viewBox="0 0 300 60" preserveAspectRatio="none" role="img" aria-label=${label}>
    <line class="base" x1="0" x2="300" y1="60" y2="60"></line>
    ${limit > 0 ? svg`<line class="limit" x1="0" x2="300" y1=${y(limit)} y2=${y(limit)}></line>` : nothing}
    ${values.length > 0
      ? svg`<polygon class="area" points="0,60 ${points} ${last},60"></polygon>
            <polyline class="line" points=${points}></polyline>`
      : nothing}
  </svg>`;
}
