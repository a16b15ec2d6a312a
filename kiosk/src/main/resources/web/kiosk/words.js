/** What an answer says: symbol, words, tone and clips of every state. Pure. */

/** The site's date and time of day at a moment, as {date: '2026-11-24', time: '11:42', weekday: 2}. */
export function local(millis, zone) {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'short',
      hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
    }).formatToParts(millis).map((part) => [part.type, part.value]));
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
    weekday: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(parts.weekday),
  };
}

const dayAfter = (date) => new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** '11:00', '明天 11:00' or '11月26日 11:00' for a local date and time, seen from today. */
export function when(dateTime, today, t) {
  const [date, time] = [dateTime.slice(0, 10), dateTime.slice(11, 16)];
  if (date === today) return time;
  const [, month, day] = date.split('-').map(Number);
  const name = date === dayAfter(today) ? t('day.tomorrow') : t('day.other', { month, day });
  return `${name} ${time}`;
}

/** kind of an occasion → the catalogue's word for it */
const kindOf = (screen) => (screen.kind === 'meal' || screen.kind === 'session' ? screen.kind : 'visit');

/** Above this many minutes only every fifth is said: nobody can know it better. */
const EXACT_MINUTES = 10;

/** Who is before a number, if the hub said so lately; what to do. */
function ahead(s, t, paper) {
  const todo = t(paper ? `ticket.${paper}` : 'ticket.do');
  if (s.people === undefined) return todo;
  if (s.people === 0) return paper ? `${t('ticket.next')}\n${todo}` : t('ticket.next');
  const n = s.minutes > EXACT_MINUTES ? Math.ceil(s.minutes / 5) * 5 : s.minutes;
  return `${t('ticket.ahead', { people: s.people, n })}\n${todo}`;
}

const states = {
  ok: (s, t, x) => ({
    symbol: 'ok', tone: 'rise', title: t(`ok.${kindOf(s)}`, x), detail: t(`ok.${kindOf(s)}.do`, x),
    clip: `ok-${kindOf(s)}`,
  }),
  already: (s, t, x) => ({
    symbol: 'already', tone: 'level', title: t(`already.${kindOf(s)}`, x),
    detail: t(`already.${kindOf(s)}.do`, x), clip: `already-${kindOf(s)}`,
  }),
  ask: (s, t) => ({ symbol: 'ask', tone: 'level', title: t('ask'), detail: '', clip: 'ask' }),
  'ask-late': (s, t) => ({
    symbol: 'see-staff', tone: 'none', title: t('ask.late'), detail: t('ask.late.do'), clip: 'ask-late',
  }),
  ticket: (s, t, x, service, paper) => ({
    symbol: 'ticket', tone: s.repeated ? 'level' : 'rise',
    title: t(s.repeated ? 'ticket.again' : 'ticket.your'), detail: ahead(s, t, paper), clip: 'ticket',
  }),
  'not-now': (s, t, x) => ({
    symbol: 'not-now', tone: 'low', title: t(s.opens ? 'not-now.opens' : 'not-now.closed', x),
    detail: t(s.opens ? 'not-now.opens.do' : 'not-now.closed.do'), clip: 'not-now',
  }),
  'see-staff': (s, t) => ({
    symbol: 'see-staff', tone: 'low', title: t('see-staff'), detail: t('see-staff.do'), clip: 'see-staff',
  }),
  collecting: (s, t) => ({
    symbol: 'collecting', tone: 'rise', title: t('collecting'), detail: t('collecting.do', { n: s.children }),
    clip: 'collecting',
  }),
  collected: (s, t, x) => ({
    symbol: 'ok', tone: 'rise', title: t('collected', x), detail: t('collected.do', { taken: s.taken, cap: s.cap }),
    clip: 'collected',
  }),
  proxy: (s, t) => ({
    symbol: s.step === 'full' ? 'see-staff' : s.step === 'own-card' ? 'unreadable' : 'proxy',
    tone: 'level', title: t(`proxy.${s.step}`, { taken: s.taken }),
    detail: t(`proxy.${s.step}.do`, { taken: s.taken, cap: s.cap }), clip: `proxy-${s.step}`,
  }),
  'sold-out': (s, t, x) => ({
    symbol: 'sold-out', tone: 'low', title: t('sold-out', x), detail: t(s.next ? 'sold-out.next' : 'sold-out.do', x),
    clip: 'sold-out',
  }),
  closed: (s, t, x) => ({
    symbol: 'closed', tone: 'low', title: t('closed'), detail: t(s.next ? 'closed.next' : 'closed.until', x),
    clip: 'closed',
  }),
  left: (s, t) => ({ symbol: 'left', tone: 'rise', title: t('left'), detail: t('left.do'), clip: 'left' }),
  untimed: (s, t, x, service) => ({
    symbol: 'untimed', tone: 'rise', title: t('untimed'),
    detail: t(service === 'canteen' ? 'untimed.do.canteen' : 'untimed.do'), clip: 'untimed',
  }),
  unreadable: (s, t) => ({
    symbol: s.reason === 'damaged' ? 'damaged' : 'unreadable', tone: 'low',
    title: t(`unreadable.${s.reason}`), detail: t(`unreadable.${s.reason}.do`), clip: `unreadable-${s.reason}`,
  }),
  'out-of-service': (s, t) => ({
    symbol: 'out-of-service', tone: 'low', title: t('out-of-service'), detail: t('out-of-service.do'),
    clip: 'out-of-service',
  }),
};

/**
 * The answer on the screen.
 *
 * @param screen as the kiosk sent it: {state, name, voice, kind, label: {zh, en}, at, opens …}
 * @param t catalogue lookup, (key, values) → text
 * @param lang 'zh' or 'en'
 * @param about {today: '2026-11-24', service: 'canteen' …, paper: what is wrong with the printer}
 */
export function words(screen, t, lang, about) {
  const values = {
    label: screen.label?.[lang] ?? '',
    at: screen.at ?? '',
    opens: screen.opens ? when(screen.opens, about.today, t) : '',
    reason: screen.reason?.[lang] ?? '',
    until: screen.until ? when(screen.until, about.today, t) : '',
    next: screen.next ? `${screen.next.label[lang]} ${when(screen.next.opens, about.today, t)}` : '',
  };
  return states[screen.state](screen, t, values, about.service, about.paper);
}

export const isAnswer = (state) => Object.hasOwn(states, state);
