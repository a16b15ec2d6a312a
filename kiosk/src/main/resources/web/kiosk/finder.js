/** The place on the screen where the card is seen: camera picture, a frame around the code, a hint with its symbol. */
import { html, nothing, svg } from 'lit';
import { scene, symbol } from './symbols.js';

/** The picture is shown mirrored, as people know themselves; so is the frame around the code. */
function outline({ screen }) {
  if (screen.state !== 'seen' || !screen.corners?.length) return nothing;
  const points = screen.corners.map((value, i) => (i % 2 ? `${value} ` : `${value},`)).join('');
  return html`<svg class="outline ${screen.read ? 'read' : ''}" viewBox="0 0 ${screen.width} ${screen.height}"
    preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    ${svg`<polygon points=${points} vector-effect="non-scaling-stroke"></polygon>`}</svg>`;
}

/**
 * @param model with the camera's video element, or the canvas of a camera behind a command
 * @param t catalogue lookup
 */
export function finder(model, t) {
  const { screen, camera, video, preview } = model;
  const hint = screen.state === 'seen' ? screen.hint : undefined;
  const live = camera === 'on' ? video : preview;
  const picture = live ? html`<div class="preview">${live}${outline(model)}</div>` : scene;
  return html`<div class="finder ${hint || screen.read ? 'seen' : ''}" data-hint=${hint ?? ''}>${picture}
    ${hint ? html`<p class="hint" role="status">${symbol(`hint-${hint}`)}<span>${t(`seen.${hint}`)}</span></p>` : nothing}
  </div>`;
}
