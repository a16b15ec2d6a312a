/** Tones made on the spot, and spoken clips where the kiosk has them; a missing clip is only a tone. */

/** Each tone: notes of [hertz, start s, length s]; told apart by melody, not by pitch alone. */
const TONES = {
  rise: [[587, 0, 0.14], [880, 0.14, 0.3]],
  level: [[587, 0, 0.14], [587, 0.22, 0.14]],
  low: [[392, 0, 0.32]],
  none: [],
};
const PEAK = 0.5;
const FADE_S = 0.03;

/** What one answer says: form of address, phrase, and for a ticket its digits. */
export function clipsOf(screen, clip, service) {
  const clips = [];
  // Nobody's name is said aloud at the clinic.
  if (screen.voice && service !== 'clinic') clips.push(`name-${screen.voice}`);
  clips.push(clip);
  if (screen.number) clips.push(...String(screen.number).split('').map((digit) => `digit-${digit}`));
  for (const choice of screen.choices ?? []) clips.push(`choice-${choice.id}`);
  return clips;
}

export class Sound {
  #context;
  #playing;
  #volume = 1;
  #clips = new Set();

  /** @param settings {volume: 0…1, clips: names of the clips there are} */
  configure({ volume, clips }) {
    this.#volume = volume;
    this.#clips = new Set(clips);
  }

  /** Browsers allow sound only after a touch or key; a kiosk's own browser is told to allow it. */
  wake() {
    this.#context ??= new AudioContext();
    if (this.#context.state === 'suspended') this.#context.resume().catch(() => {});
  }

  /** Plays a tone, then the clips in turn; what was playing stops. */
  async play(tone, clips, lang) {
    this.stop();
    if (this.#volume <= 0) return;
    this.wake();
    const until = this.#tone(TONES[tone] ?? []);
    const turn = (this.#playing = { stopped: false, audio: null });
    await new Promise((resolve) => setTimeout(resolve, until * 1000));
    for (const clip of clips) {
      if (turn.stopped) return;
      if (this.#clips.has(`${lang}/${clip}`)) await this.#clip(`/voice/${lang}/${encodeURIComponent(clip)}`, turn);
    }
  }

  stop() {
    if (!this.#playing) return;
    this.#playing.stopped = true;
    this.#playing.audio?.pause();
    this.#playing.done?.();
    this.#playing = undefined;
  }

  #tone(notes) {
    const context = this.#context;
    let end = 0;
    for (const [hertz, start, length] of notes) {
      const oscillator = new OscillatorNode(context, { type: 'triangle', frequency: hertz });
      const gain = new GainNode(context, { gain: 0 });
      const from = context.currentTime + start;
      gain.gain.setTargetAtTime(PEAK * this.#volume, from, FADE_S / 3);
      gain.gain.setTargetAtTime(0, from + length - FADE_S, FADE_S);
      oscillator.connect(gain).connect(context.destination);
      oscillator.start(from);
      oscillator.stop(from + length + FADE_S * 4);
      end = Math.max(end, start + length);
    }
    return end;
  }

  #clip(url, turn) {
    return new Promise((resolve) => {
      const audio = new Audio(url);
      turn.audio = audio;
      turn.done = resolve;
      audio.volume = this.#volume;
      audio.onended = audio.onerror = resolve;
      audio.play().catch(resolve);
    });
  }
}
