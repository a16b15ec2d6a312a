import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';

/** What a device is called in the language of the page; one without an English name keeps its other. */
export const deviceName = (device) => pick({ zh: device.name, en: device.nameEnglish || device.name });

/** The same of an identifier; one that is not known shows as it is. */
export function deviceNameOf(id, otherwise = id) {
  const device = store.snapshot?.devices?.find((one) => one.id === id);
  return device ? deviceName(device) : otherwise;
}
