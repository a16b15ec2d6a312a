/** Days as texts, `2026-11-24`, counted without any zone. */
const NOON = 'T12:00:00Z';

/** The day so many days later. */
export function plus(day, days) {
  const moment = new Date(`${day}${NOON}`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** 0 for Monday … 6 for Sunday. */
export function weekday(day) {
  return (new Date(`${day}${NOON}`).getUTCDay() + 6) % 7;
}

/** The Monday on or before a day. */
export const monday = (day) => plus(day, -weekday(day));

/** The names that the hub gives to days of the week. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
