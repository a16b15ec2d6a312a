import { Sound } from '/shared/sound.js';

/** The chime comes first; then the number is said twice, once in each language. */
const CHIME_MS = 1_300;
const PAUSE_MS = 350;
/** A clip or a voice that says nothing for so long is passed over. */
const PATIENCE_MS = 9_000;
/** Most calls that wait to be said; older ones are left out, they stand on the screen. */
const MAX_WAITING = 6;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Says called numbers one after the other: the hub's spoken digits where it has them, else the
 * browser's own voice, else the chime alone. Nobody's name is ever given to it.
 */
export class Caller {
  #sound = new Sound();
  #clips = null;
  #waiting = [];
  #busy = false;

  constructor() {
    // A screen that is set up to sound without a touch does; any other is silent until touched.
    this.#sound.unlock().catch(() => {});
    this.#sound.unlockOnGesture();
  }

  get ready() {
    return this.#sound.ready;
  }

  /** @param calls [{ticket, zh, en}], what to say of a number and its room */
  call(calls) {
    this.#waiting = [...this.#waiting, ...calls].slice(-MAX_WAITING);
    if (!this.#busy) this.#run();
  }

  async #run() {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const call = this.#waiting.shift();
      this.#sound.play('chime');
      await wait(CHIME_MS);
      await this.#say(call, 'zh');
      await wait(PAUSE_MS);
      await this.#say(call, 'en');
      await wait(PAUSE_MS);
    }
    this.#busy = false;
  }

  async #say(call, lang) {
    this.#clips ??= await this.#list();
    const digits = String(call.ticket).split('').map((digit) => `${lang}/digit-${digit}`);
    if (digits.every((clip) => this.#clips.has(clip))) {
      const around = [`${lang}/call-please`, ...digits, `${lang}/call-${call.room ?? 'in'}`];
      for (const clip of around.filter((name) => this.#clips.has(name))) await this.#clip(clip);
    } else {
      await this.#speak(call[lang], lang === 'zh' ? 'zh-CN' : 'en-GB');
    }
  }

  async #list() {
    try {
      return new Set(await (await fetch('/voice/clips.json')).json());
    } catch {
      return new Set();
    }
  }

  #clip(name) {
    return new Promise((resolve) => {
      const audio = new Audio(`/voice/${name}`);
      audio.onended = audio.onerror = resolve;
      audio.play().catch(resolve);
      setTimeout(resolve, PATIENCE_MS);
    });
  }

  #speak(text, language) {
    return new Promise((resolve) => {
      const speech = globalThis.speechSynthesis;
      if (!speech) return resolve();
      const said = new SpeechSynthesisUtterance(text);
      said.lang = language;
      said.rate = 0.85;
      said.onend = said.onerror = resolve;
      speech.speak(said);
      setTimeout(resolve, PATIENCE_MS);
      return undefined;
    });
  }
}
