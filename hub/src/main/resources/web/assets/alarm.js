import { Sound } from '/shared/sound.js';
import { store } from '/assets/store.js';

/** The one voice of the console. It listens for the first gesture from the start, the login's click included. */
export const sound = new Sound();

sound.unlockOnGesture(() => store.changed());
