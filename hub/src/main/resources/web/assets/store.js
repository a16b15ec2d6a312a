import { Api } from '/assets/api.js';
import { LiveStream } from '/shared/live.js';
import { useZone } from '/shared/format.js';
import { leaving } from '/assets/leaving.js';

const TOAST_MS = 6_000;

/**
 * What the console knows: who is logged in, the newest snapshot, and how the connection is. Views
 * read it and are told of every change; only this file writes it.
 */
class Store extends EventTarget {
  api = new Api();
  /** undefined: not asked yet · null: nobody · else {account, roles, csrf, mustChangePassword}. */
  session = undefined;
  /** The newest snapshot, or null before the first. */
  snapshot = null;
  /** idle · connecting · live · lost. */
  connection = 'idle';
  toasts = [];
  /** Whether this page wants the live figures; the one of deliveries does without. */
  listens = true;
  #received = 0;
  #stream = null;
  #toast = 0;

  constructor() {
    super();
    this.api.onLoginOver = () => this.#end();
  }

  changed() {
    this.dispatchEvent(new Event('change'));
  }

  /** Asks who is logged in; a hub that does not answer leaves the session unknown. */
  async start() {
    try {
      const session = await this.api.get('/api/session');
      if (leaving.is(session.account)) {
        this.api.csrf = session.csrf;
        return await this.logout();
      }
      this.#begin(session);
    } catch (problem) {
      if (problem.status !== 401) throw problem;
      this.#end();
    }
  }

  async login(account, password) {
    const session = await this.api.post('/api/login', { account, password });
    leaving.clear();
    this.#begin(session);
  }

  /** Somebody who was here before goes on without the hub; it is asked who they are once it answers. */
  resume(account, roles) {
    this.session = { account, roles, csrf: '', mustChangePassword: false };
    this.changed();
  }

  /** Without the hub the login goes on there: the next time it answers, it is ended first of all. */
  async logout() {
    if (this.session) leaving.set(this.session.account);
    try {
      await this.api.post('/api/logout');
      leaving.clear();
    } finally {
      this.#end();
    }
  }

  async changePassword(old, next) {
    await this.api.post('/api/password', { old, new: next });
    await this.start();
  }

  /** Whether this account has one of the roles. */
  is(...roles) {
    return (this.session?.roles ?? []).some((role) => roles.includes(role));
  }

  /** Whether this account may do the day's work, or only look. */
  get mayAct() {
    return this.is('director', 'staff');
  }

  /** Whether this account enters what happened at doors. */
  get mayDeliver() {
    return this.is('director', 'staff', 'delivery');
  }

  /** Whether this account may know the names and numbers of those who get deliveries. */
  get mayReadDeliveries() {
    return this.is('director', 'staff', 'auditor');
  }

  /** Whether this account is a volunteer's, who has the page of deliveries and no other. */
  get onlyDelivers() {
    return this.session?.roles.length === 1 && this.is('delivery');
  }

  /** Whether this account serves at the counter of the canteen. */
  get mayServe() {
    return this.is('director', 'staff', 'canteen');
  }

  /** Whether this account calls numbers at the clinic. */
  get isNurse() {
    return this.is('director', 'nurse');
  }

  /** The hub's time now, by its newest snapshot. */
  now() {
    return this.snapshot ? this.snapshot.at + this.staleness() : Date.now();
  }

  /** Milliseconds since the newest snapshot came. */
  staleness() {
    return this.#received ? performance.now() - this.#received : 0;
  }

  /** Milliseconds since the hub was last heard, news or not. */
  silence() {
    return this.#stream?.silence() ?? 0;
  }

  /** An age now, of one that was true when the snapshot came. */
  elapsed(ms) {
    return ms + this.staleness();
  }

  /** A passing message, read aloud; tone is ok or bad. */
  say(text, tone = 'ok') {
    const id = ++this.#toast;
    this.toasts = [...this.toasts, { id, text, tone }];
    this.changed();
    setTimeout(() => {
      this.toasts = this.toasts.filter((toast) => toast.id !== id);
      this.changed();
    }, TOAST_MS);
  }

  #begin(session) {
    this.session = session;
    this.api.csrf = session.csrf;
    this.changed();
    if (!session.mustChangePassword && !this.#stream && this.listens && !this.onlyDelivers) this.#listen();
  }

  #end() {
    this.#stream?.close();
    this.#stream = null;
    this.session = null;
    this.snapshot = null;
    this.connection = 'idle';
    this.changed();
  }

  #listen() {
    this.#stream = new LiveStream('/api/live/stream', '/api/session', {
      onSnapshot: (snapshot) => {
        useZone(snapshot.site?.zone);
        this.snapshot = snapshot;
        this.#received = performance.now();
        this.changed();
      },
      onState: (state) => {
        if (state === 'refused') return this.#end();
        // A try to connect again is still a lost connection to whoever looks at the figures.
        if (state === 'connecting' && this.connection === 'lost') return;
        this.connection = state;
        this.changed();
      },
    });
    this.#stream.open();
  }
}

export const store = new Store();
