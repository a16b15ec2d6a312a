import { store } from '/assets/store.js';

const EVERY_MS = 15_000;

/** The sessions of today and the children somebody must look after; asked for as long as somebody may act. */
export const attendance = { sessions: [], alarms: [], problem: null };

let timer = 0;

async function ask() {
  if (!store.session || !store.mayAct || store.session.mustChangePassword) return;
  try {
    const { sessions = [], alarms = [] } = await store.api.get('/api/attendance/today');
    Object.assign(attendance, { sessions, alarms, problem: null });
  } catch (problem) {
    attendance.problem = problem;
  }
  store.changed();
}

/** Begins to ask; again only asks at once. */
export function watchAttendance() {
  if (!timer) timer = setInterval(ask, EVERY_MS);
  return ask();
}
