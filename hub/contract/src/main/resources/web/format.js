import { preferences } from '/shared/preferences.js';

/** Days and times of day are those of the site, wherever the browser is. */
const DEFAULT_ZONE = 'Asia/Shanghai';
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let zone = DEFAULT_ZONE;
let made = new Map();

/** Sets the site's zone, for example `Asia/Shanghai`. An unknown one is refused by Intl. */
export function useZone(id) {
  if (!id || id === zone) return;
  zone = id;
  made = new Map();
}

function formatter(name, locale, options) {
  const key = `${name} ${locale}`;
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  return made.get(key);
}

/** 11:42, of milliseconds; what is already a text such as "11:00" or "2026-11-24T11:00" keeps its time. */
export function time(moment) {
  if (typeof moment === 'string') return moment.includes('T') ? moment.slice(11, 16) : moment.slice(0, 5);
  if (!moment) return '–';
  return formatter('time', 'en-GB', { hour: '2-digit', minute: '2-digit' }).format(moment);
}

/** 11:42:07. */
export function seconds(moment) {
  if (!moment) return '–';
  return formatter('seconds', 'en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(moment);
}

/** 11月24日 周二 · Tue 24 Nov, of milliseconds or of "2026-11-24". */
export function date(moment) {
  const when = typeof moment === 'string' ? Date.parse(`${moment}T12:00:00Z`) : moment;
  const chinese = preferences.language === 'zh';
  const parts = formatter('date', chinese ? 'zh-CN' : 'en-GB', {
    month: chinese ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
  }).formatToParts(when);
  const part = (type) => parts.find((p) => p.type === type)?.value ?? '';
  if (chinese) return `${part('month').replace(/月$/, '')}月${part('day')}日 ${part('weekday')}`;
  return `${part('weekday')} ${part('day')} ${part('month')}`;
}

/** 2026-11-24 at the site, of milliseconds. */
export function day(moment) {
  return formatter('day', 'sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
}

/** Minutes since midnight at the site. */
export function minuteOfDay(moment) {
  const [hours, minutes] = time(moment).split(':').map(Number);
  return hours * 60 + minutes;
}

/** An age as `{key, n}` for the catalogue: age.now, age.seconds, age.minutes, age.hours, age.days. */
export function age(ms) {
  if (ms < 5 * SECOND) return { key: 'age.now', n: 0 };
  if (ms < MINUTE) return { key: 'age.seconds', n: Math.floor(ms / SECOND) };
  if (ms < HOUR) return { key: 'age.minutes', n: Math.floor(ms / MINUTE) };
  if (ms < DAY) return { key: 'age.hours', n: Math.floor(ms / HOUR) };
  return { key: 'age.days', n: Math.floor(ms / DAY) };
}

/** 1,234 · a missing number is a dash, never a zero. */
export function number(value) {
  return typeof value === 'number' && Number.isFinite(value) ? value.toLocaleString('en-US') : '–';
}
