import { store } from '/assets/store.js';

const EVERY_MS = 15_000;

/**
 * The sessions of today, the children somebody must look after, adults to whom children may be
 * handed, and adults who were refused; asked for as long as somebody may act.
 */
export const attendance = { sessions: [], alarms: [], handOvers: [], refused: [], problem: null };

let timer = 0;
let news = '';
let asking = null;
let again = false;

async function ask() {
  if (!store.session || !store.mayAct || store.session.mustChangePassword) {
    Object.assign(attendance, { sessions: [], alarms: [], handOvers: [], refused: [] });
    return;
  }
  try {
    const { sessions = [], alarms = [], handOvers = [], refused = [] } = await store.api.get('/api/attendance/today');
    Object.assign(attendance, { sessions, alarms, handOvers, refused, problem: null });
  } catch (problem) {
    attendance.problem = problem;
  }
  store.changed();
}

/** One question at a time; news that come meanwhile are asked for once more. */
async function askOnce() {
  if (asking) {
    again = true;
    return asking;
  }
  asking = (async () => {
    do {
      again = false;
      await ask();
    } while (again);
  })().finally(() => { asking = null; });
  return asking;
}

/** A card at the door is seen at once, not with the next question. */
function noticed() {
  const { handovers = [], latest = [] } = store.snapshot ?? {};
  const now = JSON.stringify([handovers.map((one) => [one.event, one.children?.length]), latest.find((row) => row.outcome === 'see-staff')?.event]);
  if (now === news) return;
  news = now;
  if (store.mayAct) askOnce();
}

/** Begins to ask; again only asks at once. */
export function watchAttendance() {
  if (!timer) {
    timer = setInterval(askOnce, EVERY_MS);
    store.addEventListener('change', noticed);
  }
  return askOnce();
}
