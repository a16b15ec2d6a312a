import { html, svg } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { t } from '/assets/words.js';

/** Light squares that must stand around a QR code (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code from its rows, dark on white in either scheme, with its quiet zone. */
export function qr(rows) {
  const size = rows.length + 2 * QUIET;
  const path = rows
    .flatMap((row, y) => [...row].map((square, x) => (square === '1' ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('');
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label=${t('card.qr')}>
    ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path>`}
  </svg>`;
}

const PICTURE_SQUARE = 24;
const PICTURE_FOOT = 330;

/** The card as a picture for a phone: the code large, name and number below; nothing is sent. */
function savePicture(issued, person, site) {
  const rows = issued.squares;
  const width = (rows.length + 2 * QUIET) * PICTURE_SQUARE;
  const canvas = Object.assign(document.createElement('canvas'), { width, height: width + PICTURE_FOOT });
  const draw = canvas.getContext('2d');
  draw.fillStyle = '#fff';
  draw.fillRect(0, 0, canvas.width, canvas.height);
  draw.fillStyle = '#000';
  rows.forEach((row, y) => [...row].forEach((square, x) => {
    if (square === '1') draw.fillRect((x + QUIET) * PICTURE_SQUARE, (y + QUIET) * PICTURE_SQUARE, PICTURE_SQUARE, PICTURE_SQUARE);
  }));
  draw.textAlign = 'center';
  const line = (text, size, y) => {
    draw.font = `700 ${size}px "Noto Sans SC", "Noto Sans CJK SC", sans-serif`;
    draw.fillText(text, width / 2, width + y, width - 2 * PICTURE_SQUARE);
  };
  line(person.name, 120, 90);
  line(issued.number, 70, 190);
  line(site, 44, 270);
  canvas.toBlob((picture) => {
    const url = URL.createObjectURL(picture);
    Object.assign(document.createElement('a'), { href: url, download: `card-${issued.number}.png` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  });
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
      <div class="sheet-actions"><button class="button" @click=${() => savePicture(issued, person, pick(site))}>${icon('export')}${t('card.picture')}</button> <button class="button primary" @click=${() => print()}>${icon('export')}${t('card.print')}</button></div>
    </div>
  </dialog>`;
}
