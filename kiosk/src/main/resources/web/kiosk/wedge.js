/**
 * A USB scanner types a code and Enter. Its keys are caught before anything else sees them and are
 * never shown. Paste counts as one code, for scanner programs that paste.
 */

/** Longest gap within a code, in milliseconds: a page that was held up for half a second must not cut a card in two. */
const MAX_GAP_MS = 2000;

/** One more than the kiosk reads: longer codes are cut here and answered as too long. */
const MAX_CHARS = 4297;

/** Keys by their place on the board, for when an input method swallows the letters. */
function charOf(event) {
  if (event.key.length === 1) return event.key;
  if (event.key !== 'Process' && event.key !== 'Unidentified') return '';
  const match = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code);
  return match ? match[1] : '';
}

export function listen(target, onCode) {
  let buffer = '';
  let last = 0;

  target.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // When the key was pressed, not when this page came to hear of it.
    if (event.timeStamp - last > MAX_GAP_MS) buffer = '';
    last = event.timeStamp;
    if (event.key === 'Enter') {
      if (buffer === '') return;
      const code = buffer;
      buffer = '';
      event.preventDefault();
      event.stopPropagation();
      onCode(code);
      return;
    }
    const char = charOf(event);
    // A space on a focused button is a press, unless a code is under way.
    if (char === '' || (char === ' ' && buffer === '')) return;
    event.preventDefault();
    event.stopPropagation();
    if (buffer.length < MAX_CHARS) buffer += char;
  }, true);

  target.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text') ?? '';
    event.preventDefault();
    if (text !== '') onCode(text.slice(0, MAX_CHARS));
  }, true);
}
