import { html } from 'lit';
import { preferences } from '/shared/preferences.js';

/** 12.00 · −3.50, of whole fen; never through a fraction. */
export function yuan(fen) {
  if (!Number.isInteger(fen)) return '–';
  const whole = Math.abs(fen);
  const text = `${Math.floor(whole / 100).toLocaleString('en-US')}.${String(whole % 100).padStart(2, '0')}`;
  return fen < 0 ? `−${text}` : text;
}

/** With its unit. */
export const amount = (fen) => html`<span class="amount">${preferences.language === 'zh' ? html`${yuan(fen)} 元` : html`¥${yuan(fen)}`}</span>`;

/** Whole fen of what somebody typed, or NaN: 12, 12.5 and 12.50 are the same. */
export function fenOf(text) {
  const match = /^\s*(-?)(\d{1,6})(?:[.。](\d{1,2}))?\s*$/.exec(text);
  if (!match) return NaN;
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] ? -fen : fen;
}
