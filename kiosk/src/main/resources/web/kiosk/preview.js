/** What a camera behind a command sees, while somebody is before it: small grey pictures over a WebSocket. */
import { connect } from './link.js';

/** Without a picture for this long nobody is there. */
const GONE_MS = 2500;
const HEADER_BYTES = 4;

/** @param onLive called with the canvas when pictures begin to come, and with null when they end */
export function watch(onLive) {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  let gone;
  let live = false;

  const show = (data) => {
    const header = new DataView(data);
    const [width, height] = [header.getUint16(0), header.getUint16(2)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const grey = new Uint8Array(data, HEADER_BYTES);
    const picture = context.createImageData(width, height);
    for (let from = 0, to = 0; from < grey.length; from++, to += 4) {
      picture.data[to] = picture.data[to + 1] = picture.data[to + 2] = grey[from];
      picture.data[to + 3] = 255;
    }
    context.putImageData(picture, 0, 0);
    clearTimeout(gone);
    gone = setTimeout(() => { live = false; onLive(null); }, GONE_MS);
    if (!live) {
      live = true;
      onLive(canvas);
    }
  };
  return connect('/preview', (data) => { if (data instanceof ArrayBuffer) show(data); }, () => {});
}
