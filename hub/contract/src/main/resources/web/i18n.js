import { preferences } from '/shared/preferences.js';
import sharedEn from '/shared/en.js';
import sharedZh from '/shared/zh.js';

/**
 * Makes the `t(key, values)` of a page from its catalogues; the shared words are in it already.
 * A catalogue entry is a text with `{name}` holes, or a function of the values (for plurals).
 * A missing key shows itself, so that a test sees it.
 */
export function catalogue(zh = {}, en = {}) {
  const all = { zh: { ...sharedZh, ...zh }, en: { ...sharedEn, ...en } };
  const say = (language, key, values = {}) => {
    const entry = all[language][key];
    if (entry === undefined) {
      console.error(`no words for "${key}" in ${language}`);
      return key;
    }
    if (typeof entry === 'function') return entry(values);
    return entry.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? values[name] : hole));
  };
  const t = (key, values) => say(preferences.language, key, values);
  /** The words in one named language, for screens that show both. */
  t.in = say;
  /** Whether there are words for a key; for identifiers that came over the wire. */
  t.has = (key) => key in all[preferences.language];
  return t;
}

/** The reader's half of a `{zh, en}` pair; a text stands for itself. */
export function pick(pair) {
  if (pair === null || pair === undefined) return '';
  if (typeof pair === 'string') return pair;
  return pair[preferences.language] || pair.zh || pair.en || '';
}
