/** A tone for every answer, then spoken clips where the kiosk has them; a missing clip is only a tone. */
import { Sound } from '/shared/sound.js';

/** Clips wait for the tone. */
const TONE_MS = 400;

/** What one answer says: form of address, phrase, and for a ticket its digits, for a question its choices. */
export function clipsOf(screen, clip, service) {
  const clips = [];
  // Nobody's name is said aloud at the clinic.
  if (screen.voice && service !== 'clinic') clips.push(`name-${screen.voice}`);
  clips.push(clip);
  if (screen.number) clips.push(...String(screen.number).split('').map((digit) => `digit-${digit}`));
  for (const choice of screen.choices ?? []) clips.push(`choice-${choice.id}`);
  return clips;
}

/** Which hints are said aloud: each at most once in some seconds, none right after another. */
export class Hints {
  static AGAIN_MS = 6000;
  static APART_MS = 2500;
  #said = new Map();
  #last = -Infinity;

  /** Whether to say this hint now; if so it counts as said. */
  due(hint, now) {
    if (!hint || now - this.#last < Hints.APART_MS) return false;
    if (now - (this.#said.get(hint) ?? -Infinity) < Hints.AGAIN_MS) return false;
    this.#said.set(hint, now);
    this.#last = now;
    return true;
  }
}

export class Voice {
  #sound = new Sound();
  #turn = null;
  #clips = new Set();

  /** @param settings {volume: 0…1, clips: names of the clips there are, as 'zh/ok-meal'} */
  configure({ volume, clips }) {
    this.#sound.volume = volume;
    this.#clips = new Set(clips);
  }

  /** Browsers allow sound only after a touch or key; a kiosk's own browser is told to allow it. */
  wake() {
    this.#sound.unlock().catch(() => {});
  }

  /** Plays a tone, then the clips in turn; what was being said stops. */
  async play(tone, clips, lang) {
    this.stop();
    if (this.#sound.volume <= 0) return;
    this.#sound.play(tone);
    const turn = (this.#turn = { stopped: false, stop: () => {} });
    await new Promise((resolve) => setTimeout(resolve, TONE_MS));
    for (const clip of clips) {
      if (turn.stopped) return;
      if (this.#clips.has(`${lang}/${clip}`)) await this.#say(`/voice/${lang}/${encodeURIComponent(clip)}`, turn);
    }
  }

  stop() {
    if (!this.#turn) return;
    this.#turn.stopped = true;
    this.#turn.stop();
    this.#turn = null;
  }

  #say(url, turn) {
    return new Promise((resolve) => {
      const audio = new Audio(url);
      audio.volume = this.#sound.volume;
      turn.stop = () => { audio.pause(); resolve(); };
      audio.onended = audio.onerror = resolve;
      audio.play().catch(resolve);
    });
  }
}
