import { store } from '/assets/store.js';
import { t } from '/assets/words.js';
import { keeping } from '/assets/deliveries/keeping.js';
import { queue } from '/assets/deliveries/queue.js';

/** Signs out and takes everything that this browser keeps of deliveries away; asks first when some of it was never sent. */
export async function leave() {
  const unsent = queue.waiting.length;
  if (unsent > 0 && !confirm(t('deliveries.leave', { n: unsent }))) return;
  queue.clear();
  await keeping.forget();
  await store.logout().catch(() => {});
}
