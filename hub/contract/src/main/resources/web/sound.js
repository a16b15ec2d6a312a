/**
 * Tones made on the spot: nothing to load, nothing to miss. A browser lets a page sound only after
 * somebody has touched it, so `unlock()` is called from the first gesture; before it, tones are
 * silent and `ready` is false.
 *
 * Notes are [hertz, start ms, length ms].
 */
const TONES = {
  rise: [[523, 0, 140], [784, 130, 220]],
  level: [[523, 0, 150], [523, 210, 170]],
  low: [[330, 0, 260]],
  chime: [[880, 0, 500], [659, 320, 800]],
  ring: [[784, 0, 180], [988, 190, 180], [784, 380, 180], [988, 570, 260]],
};
const RING_EVERY_MS = 3000;

export class Sound {
  #context = null;
  #ringing = 0;
  volume = 0.35;

  get ready() {
    return this.#context?.state === 'running';
  }

  /** To be called from a click or a key press. */
  async unlock() {
    this.#context ??= new AudioContext();
    if (this.#context.state !== 'running') await this.#context.resume();
  }

  /** Unlocks on the first gesture anywhere on the page. */
  unlockOnGesture(then = () => {}) {
    const once = () => {
      removeEventListener('pointerdown', once, true);
      removeEventListener('keydown', once, true);
      this.unlock().then(then, () => {});
    };
    addEventListener('pointerdown', once, true);
    addEventListener('keydown', once, true);
  }

  /** rise, level, low, chime or ring; anything else is silent. */
  play(name) {
    if (!this.ready) return;
    for (const [hertz, start, length] of TONES[name] ?? []) this.#note(hertz, start / 1000, length / 1000);
  }

  /** Rings until told to stop. */
  ring(on) {
    if (on && !this.#ringing) {
      this.play('ring');
      this.#ringing = setInterval(() => this.play('ring'), RING_EVERY_MS);
    } else if (!on && this.#ringing) {
      clearInterval(this.#ringing);
      this.#ringing = 0;
    }
  }

  #note(hertz, start, length) {
    const from = this.#context.currentTime + start;
    const tone = this.#context.createOscillator();
    const gain = this.#context.createGain();
    tone.type = 'triangle';
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(this.volume, from + 0.015);
    gain.gain.exponentialRampToValueAtTime(0.001, from + length);
    tone.connect(gain).connect(this.#context.destination);
    tone.start(from);
    tone.stop(from + length + 0.02);
  }
}
