import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { qr } from '/assets/parts/card-sheet.js';
import { when } from '/assets/attendance/child-forms.js';
import { t, named } from '/assets/words.js';

/** A delegate's code, large, to print or to photograph, and as text; it comes once and is kept nowhere. */
export function codeSheet(made, child, close) {
  return html`<dialog class="dialog card-sheet code-sheet" aria-labelledby="code-sheet-title" @close=${close}>
    <div class="dialog-body">
      <header><h2 id="code-sheet-title">${t('collection.code.new', { name: made.name })}</h2>
        <button class="button quiet small" @click=${(e) => e.target.closest('dialog').close()} aria-label=${t('close')}>${icon('close')}</button></header>
      <p class="once">${icon('info')}${t('collection.code.once')}</p>
      <div class="paper-code">${qr(made.squares)}
        <p class="paper-name">${made.name} · ${named('relation', made.relation)}</p>
        <p>${t('collection.code.collects', { names: child.name })}</p>
        <p>${when(made.from)} – ${when(made.until)}</p>
        <p class="paper-text">${made.code}</p></div>
      <div class="sheet-actions"><button class="button primary" @click=${() => print()}>${icon('export')}${t('card.print')}</button></div>
    </div>
  </dialog>`;
}
