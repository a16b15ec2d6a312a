/**
 * A USB scanner types a code and Enter, or Tab, or nothing at all. Its keys are caught before anything else sees them
 * and are never shown. Paste counts as one code, for scanner programs that paste.
 */

/** Longest gap within a code, in milliseconds: a page that was held up for half a second must not cut a card in two. */
const MAX_GAP_MS = 2000;

/** A whole card after which nothing comes for this long is a code: some scanners send no Enter. */
const SILENCE_MS = 500;

/** One more than the kiosk reads: longer codes are cut here and answered as too long. */
const MAX_CHARS = 4297;

/** A card by its places on an American board, perhaps with something around it. */
const CARD = /J1[0-9A-Z]{26}/;

/** A key by its place on the board: for input methods that swallow letters, and for wrong layouts. */
function placeOf(event) {
  const match = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code);
  return match ? match[1] : '';
}

function charOf(event) {
  if (event.key.length === 1) return event.key;
  return event.key === 'Process' || event.key === 'Unidentified' || event.key === 'Dead' ? placeOf(event) : '';
}

/** Ctrl+M and Ctrl+J are what some scanners make of a line end. */
const endsCode = (event) =>
  event.key === 'Enter' || event.key === 'Tab' || (event.ctrlKey && (event.code === 'KeyM' || event.code === 'KeyJ'));

/** @param onCode called with a code's characters and the same keys by their places */
export function listen(target, onCode) {
  let text = '';
  let places = '';
  let last = 0;
  let silence;

  const end = () => {
    clearTimeout(silence);
    const code = [text, places];
    text = places = '';
    if (code[0] !== '' || code[1] !== '') onCode(...code);
  };

  target.addEventListener('keydown', (event) => {
    // When the key was pressed, not when this page came to hear of it.
    if (event.timeStamp - last > MAX_GAP_MS) text = places = '';
    const underWay = text !== '' || places !== '';
    if (underWay && endsCode(event)) {
      event.preventDefault();
      event.stopPropagation();
      end();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    last = event.timeStamp;
    const char = charOf(event);
    // A space on a focused button is a press, unless a code is under way.
    if (char === '' || (char === ' ' && !underWay)) return;
    event.preventDefault();
    event.stopPropagation();
    if (text.length < MAX_CHARS) {
      text += char;
      places += placeOf(event);
    }
    clearTimeout(silence);
    if (CARD.test(places)) silence = setTimeout(end, SILENCE_MS);
  }, true);

  target.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text') ?? '';
    event.preventDefault();
    if (pasted !== '') onCode(pasted.slice(0, MAX_CHARS), '');
  }, true);
}
