import { html, svg } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { t } from '/assets/words.js';

/** Light squares that must stand around a QR code (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code from its rows, dark on white in either scheme, with its quiet zone. */
function qr(rows) {
  const size = rows.length + 2 * QUIET;
  const path = rows
    .flatMap((row, y) => [...row].map((square, x) => (square === '1' ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('');
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label=${t('card.qr')}>
    ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path>`}
  </svg>`;
}

/**
 * A new card, as it is printed: 85.6 × 54 mm, its code 26 mm wide. The code comes once and is kept
 * nowhere, so leaving without a print means printing the card again under another code.
 */
export function cardSheet(issued, person, site, close) {
  return html`<dialog class="dialog card-sheet" aria-labelledby="card-sheet-title" @close=${close}>
    <div class="dialog-body">
      <header><h2 id="card-sheet-title">${t('card.new', { name: person.name })}</h2>
        <button class="button quiet small" @click=${(e) => e.target.closest('dialog').close()} aria-label=${t('close')}>${icon('close')}</button></header>
      <p class="once">${icon('info')}${t('card.once')}</p>
      <div class="paper-card">
        ${qr(issued.squares)}
        <p class="paper-name">${person.name}</p>
        <p class="paper-number">${issued.number}</p>
        <p class="paper-site">${pick(site)}</p>
      </div>
      <div class="sheet-actions"><button class="button primary" @click=${() => print()}>${icon('export')}${t('card.print')}</button></div>
    </div>
  </dialog>`;
}
