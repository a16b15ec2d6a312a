/**
 * The browser's own camera as the kiosk's reader: grey frames over a WebSocket on this machine, one
 * under way at a time. No frame is kept.
 */
import { connect } from './link.js';

const MAX_WIDTH = 1280;
const MAX_HEIGHT = 720;
const FRAME_MS = 100;
/** A frame whose answer does not come is given up after this long. */
const ANSWER_MS = 3000;
const RETRY_MS = 5000;
/** Before the luma: width and height, two bytes each, big end first. */
const HEADER_BYTES = 4;

/** Luma by ITU-R BT.601 in whole numbers. */
function frameOf(context, width, height) {
  const rgba = context.getImageData(0, 0, width, height).data;
  const frame = new Uint8Array(HEADER_BYTES + width * height);
  new DataView(frame.buffer).setUint16(0, width);
  new DataView(frame.buffer).setUint16(2, height);
  for (let from = 0, to = HEADER_BYTES; to < frame.length; from += 4, to++) {
    frame[to] = (rgba[from] * 77 + rgba[from + 1] * 150 + rgba[from + 2] * 29) >> 8;
  }
  return frame.buffer;
}

/**
 * @param onState called with 'on', 'refused' or 'absent'
 * @returns {{video: HTMLVideoElement, stop: () => void}}
 */
export function start(onState) {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true, alpha: false });
  let sentAt = 0;
  let stopped = false;
  const link = connect('/frames', () => { sentAt = 0; }, () => { sentAt = 0; });

  const open = async () => {
    if (stopped) return;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { width: { ideal: MAX_WIDTH }, height: { ideal: MAX_HEIGHT }, facingMode: 'user' },
      });
      stream.getVideoTracks()[0].onended = () => { onState('absent'); setTimeout(open, RETRY_MS); };
      video.srcObject = stream;
      await video.play();
      onState('on');
    } catch (problem) {
      onState(problem.name === 'NotAllowedError' ? 'refused' : 'absent');
      setTimeout(open, RETRY_MS);
    }
  };

  const timer = setInterval(() => {
    const now = performance.now();
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || (sentAt && now - sentAt < ANSWER_MS)) return;
    const scale = Math.min(1, MAX_WIDTH / video.videoWidth, MAX_HEIGHT / video.videoHeight);
    const width = Math.round(video.videoWidth * scale);
    const height = Math.round(video.videoHeight * scale);
    if (context.canvas.width !== width || context.canvas.height !== height) {
      context.canvas.width = width;
      context.canvas.height = height;
    }
    context.drawImage(video, 0, 0, width, height);
    if (link.send(frameOf(context, width, height))) sentAt = now;
  }, FRAME_MS);

  open();
  return {
    video,
    stop() {
      stopped = true;
      clearInterval(timer);
      link.close();
      video.srcObject?.getTracks().forEach((track) => track.stop());
    },
  };
}
