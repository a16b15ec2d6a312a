import { pick } from '/shared/i18n.js';
import { act } from '/assets/act.js';
import { store } from '/assets/store.js';
import { t } from '/assets/words.js';

/** What a nurse does at the hub; each says what it did and can be taken back. */

const post = (path, body) => store.api.post(`/api/clinic/${path}`, body);

export const roomName = (page, id) => pick(page.rules.rooms.find((room) => room.id === id)) || '';
export const queueName = (page, id) => pick(page.queues.find((queue) => queue.id === id)) || id;

/** The next of a queue to a room. */
export const callNext = (button, page, queue, room) => act(
  button, () => post('call', { queue: queue.id, room }),
  ({ ticket }) => t('clinic.did-call-to', { ticket, room: roomName(page, room) }),
);

/** This number to a room. */
export const callNumber = (button, page, ticket, room) => act(
  button, () => post('call', { ticket, room }),
  () => t('clinic.did-call-to', { ticket, room: roomName(page, room) }),
);

/** recall, skip, return, serve, leave or prefer. */
export const step = (button, name, ticket, more = {}) => act(
  button, () => post('step', { ticket, step: name, ...more }), () => t(`clinic.did.${name}`, { ticket }),
);

export const transfer = (button, page, ticket, to) => act(
  button, () => post('step', { ticket, step: 'transfer', to }),
  () => t('clinic.did.transfer', { ticket, queue: queueName(page, to) }),
);

/** A number for somebody without a card; a plate's, or else the next of the hub's own. */
export const issue = (button, page, queue, plate) => act(
  button, () => post('issue', plate ? { queue, plate } : { queue }),
  ({ ticket }) => t(plate ? 'clinic.did.lend' : 'clinic.did.issue', { ticket, queue: queueName(page, queue) }),
);

export const close = (button, queue, closed) => act(
  button, () => post('queue', { queue: queue.id, closed }),
  () => t(closed ? 'clinic.did.close' : 'clinic.did.reopen', { queue: pick(queue) }),
);

export const undo = (button, page, last) => act(
  button, () => post('undo', { event: last.event }), () => t('clinic.did.undo', { what: stepWords(page, last) }),
);

export const saveQueues = (button, queues) => act(button, () => post('queues', { queues }), () => t('clinic.did.queues'));

export const saveRules = (button, rules) => act(button, () => post('rules', rules), () => t('clinic.did.rules'));

/** 叫 103 号 → 诊室1, of a step that was taken. */
export function stepWords(page, last) {
  const values = { ticket: last.ticket ?? '', queue: queueName(page, last.to ?? last.queue), room: roomName(page, last.room) };
  return t(last.step === 'call' && values.room ? 'clinic.step.call-to' : `clinic.step.${last.step}`, values);
}
