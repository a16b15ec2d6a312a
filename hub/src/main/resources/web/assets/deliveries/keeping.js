import { day, time, useZone } from '/shared/format.js';
import { store } from '/assets/store.js';

const PAGE = '/deliveries/';
const WORKER = '/deliveries/worker.js';
/** The same name stands in worker.js. */
const CACHE = 'jinlin-deliveries';
const ROUND = 'jinlin.round';
const FILES = /^\/(assets|shared|webjars)\//;

/** The hub's time by a clock of this phone that may be wrong. */
const hubNow = (round) => Date.now() + round.aheadMs;

/**
 * What lets the page of deliveries open again without a network. Its files, which say nothing of
 * anybody, are kept by a worker of this path alone. Today's lists are kept beside what waits to be
 * sent: masked names, doors, diets. They go with the day, with the login, and with another account.
 */
class Keeping extends EventTarget {
  /** kept · pending · insecure: without https no browser keeps a page · refused: this one does not. */
  page = globalThis.navigator?.serviceWorker?.controller ? 'kept' : 'pending';
  #account = undefined;

  constructor() {
    super();
    store.addEventListener('change', () => this.#arrive());
  }

  /** Who was here, to go on without the hub: {account, roles}; null for nobody. */
  get who() {
    const { account, roles } = this.#read() ?? {};
    return account ? { account, roles } : null;
  }

  /** Keeps the list of a meal of today. */
  keep(list) {
    const before = this.#read();
    const same = before?.account === store.session.account && before.day === list.day;
    const lists = { ...(same ? before.lists : {}), [list.meal]: { list, at: Date.now() } };
    this.#write({ account: store.session.account, roles: store.session.roles, zone: list.zone, day: list.day, aheadMs: list.at - Date.now(), lists });
  }

  /** The list of a meal as it was kept, {list, at}; without a meal the one that is on or comes next. */
  read(meal) {
    const round = this.#read();
    if (!round || round.account !== store.session?.account) return null;
    useZone(round.zone);
    if (round.day !== day(hubNow(round))) {
      if (Object.keys(round.lists).length > 0) this.#write({ ...round, lists: {} });
      return null;
    }
    if (meal) return round.lists[meal] ?? null;
    const [some] = Object.values(round.lists);
    const now = time(hubNow(round));
    const next = some?.list.meals.find((one) => time(one.closes) > now && round.lists[one.meal]);
    return round.lists[next?.meal] ?? Object.values(round.lists).at(-1) ?? null;
  }

  /** Lets the worker keep the files that this page is made of. */
  async keepPage() {
    if (!globalThis.caches || !navigator.serviceWorker) return this.#set('insecure');
    try {
      await navigator.serviceWorker.register(WORKER, { scope: PAGE });
      const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
      const files = [PAGE, ...new Set(loaded.filter((path) => FILES.test(path)))];
      const cache = await caches.open(CACHE);
      await cache.addAll(files);
      for (const request of await cache.keys()) {
        if (!files.includes(new URL(request.url).pathname)) await cache.delete(request);
      }
      await navigator.serviceWorker.ready;
      this.#set('kept');
    } catch {
      this.#set('refused');
    }
  }

  /** Takes everything away: lists, files, the worker. */
  async forget() {
    this.#write(null);
    this.page = 'pending';
    try {
      await globalThis.caches?.delete(CACHE);
      const worker = await navigator.serviceWorker?.getRegistration(PAGE);
      if (worker?.scope.endsWith(PAGE)) await worker.unregister();
    } catch {
      // A browser that keeps nothing has nothing to take away.
    }
  }

  /** The lists go when the login is over, or somebody else comes. */
  #arrive() {
    const account = store.session === undefined ? undefined : (store.session?.account ?? null);
    if (account === this.#account || account === undefined) return;
    this.#account = account;
    if (this.#read() && this.#read().account !== account) this.#write(null);
  }

  #set(page) {
    this.page = page;
    this.dispatchEvent(new Event('change'));
  }

  #read() {
    try {
      return JSON.parse(localStorage.getItem(ROUND));
    } catch {
      return null;
    }
  }

  #write(round) {
    try {
      if (round) localStorage.setItem(ROUND, JSON.stringify(round));
      else localStorage.removeItem(ROUND);
    } catch {
      this.page = 'refused';
    }
  }
}

export const keeping = new Keeping();
