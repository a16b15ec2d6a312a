import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { t } from '/assets/words.js';

/** What went wrong, in words for people. */
export function explain(problem) {
  if (problem.words) return pick(problem.words);
  if (problem.status === 0) return t('error.unreachable');
  return t('error.other', { code: problem.code ?? problem.message });
}

/**
 * Does something at the hub for a button: the button waits meanwhile, success and refusal are said.
 *
 * @param work returns the promise
 * @param done makes the words for success from the answer
 * @returns whether it was done
 */
export async function act(button, work, done) {
  if (button) button.disabled = true;
  try {
    const answer = await work();
    store.say(done(answer));
    return true;
  } catch (problem) {
    store.say(explain(problem), 'bad');
    return false;
  } finally {
    if (button) button.disabled = false;
  }
}
