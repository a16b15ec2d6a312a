/** The kiosk's symbols: one silhouette per answer, so that none is told by colour alone. */
import { svg } from 'lit';

const frame = (name, body) => svg`<svg class="symbol symbol-${name}" viewBox="0 0 200 200"
  fill="none" stroke="currentColor" stroke-width="13" stroke-linecap="round" stroke-linejoin="round"
  aria-hidden="true">${body}</svg>`;

const person = (x, y, r) => svg`
  <circle cx=${x} cy=${y} r=${r} fill="currentColor" stroke="none"></circle>
  <path d="M${x - r * 2} ${y + r * 4.1} v${-r * 0.9} a${r * 2} ${r * 2} 0 0 1 ${r * 4} 0 v${r * 0.9} z"
    fill="currentColor" stroke="none"></path>`;

const qr = (x, y, s) => svg`<g fill="currentColor" stroke="none">
  ${[[0, 0], [4, 0], [0, 4]].map(([i, j]) => svg`<path fill-rule="evenodd"
    d="M${x + i * s} ${y + j * s} h${3 * s} v${3 * s} h${-3 * s} z m${s} ${s} v${s} h${s} v${-s} z"></path>`)}
  ${[[3, 2], [4, 4], [6, 4], [5, 5], [4, 6], [6, 6], [3, 5]].map(([i, j]) => svg`<rect
    x=${x + i * s} y=${y + j * s} width=${s} height=${s}></rect>`)}</g>`;

/** The community card: what to hold up. */
const card = svg`<rect x="14" y="42" width="172" height="116" rx="16"></rect>
  ${qr(92, 62, 11)}
  <path d="M38 74 h32 M38 100 h32 M38 126 h20"></path>`;

const paths = {
  ok: svg`<circle cx="100" cy="100" r="90" fill="currentColor" stroke="none"></circle>
    <path d="M56 103 l31 31 l58 -64" stroke="var(--state-ground)" stroke-width="20"></path>`,
  already: svg`<path d="M46 60 A72 72 0 1 1 29 112" stroke-width="17"></path>
    <path d="M40 20 v44 h46" stroke-width="17"></path>
    <path d="M72 104 l21 21 l38 -42" stroke-width="15"></path>`,
  ask: svg`<path d="M84 172 V84 a14 14 0 0 1 28 0 v44 l34 8 a18 18 0 0 1 14 20 l-4 24"></path>
    <path d="M84 172 l-22 -30 a13 13 0 0 1 20 -16"></path>
    <path d="M60 74 a40 40 0 1 1 76 0" stroke-width="10"></path>`,
  'not-now': svg`<circle cx="100" cy="100" r="84"></circle><path d="M100 52 v50 l34 22"></path>
    <path d="M100 16 v8 M184 100 h-8 M100 184 v-8 M16 100 h8" stroke-width="9"></path>`,
  'see-staff': svg`${person(80, 62, 30)}
    <path d="M132 30 h44 a10 10 0 0 1 10 10 v34 a10 10 0 0 1 -10 10 h-22 l-16 16 v-16 h-6 a10 10 0 0 1 -10 -10 v-34 a10 10 0 0 1 10 -10 z"
      stroke-width="9"></path>`,
  collecting: svg`${person(66, 50, 25)}${person(146, 92, 18)}
    <path d="M98 126 l22 8" stroke-width="11"></path>`,
  left: svg`<path d="M110 24 H40 v152 h70"></path><path d="M84 100 h96 M146 64 l36 36 l-36 36"></path>`,
  untimed: svg`<path d="M44 20 h78 l36 36 v124 h-114 z"></path><path d="M122 20 v36 h36" stroke-width="9"></path>
    <path d="M70 116 l22 22 l38 -42"></path>`,
  unreadable: svg`${card}`,
  damaged: svg`${card}<path d="M150 20 L120 74 L148 92 L104 180" stroke="var(--state-ground)" stroke-width="30"></path>
    <path d="M150 20 L120 74 L148 92 L104 180" stroke-width="9"></path>`,
  proxy: svg`${person(58, 70, 22)}<rect x="112" y="92" width="72" height="66" rx="8"></rect>
    <path d="M130 92 v-12 a18 18 0 0 1 36 0 v12" stroke-width="10"></path><path d="M104 136 h-8" stroke-width="10"></path>`,
  'sold-out': svg`<path d="M22 96 h156 c0 46 -34 74 -78 74 s-78 -28 -78 -74 z"></path>
    <path d="M70 34 v30 M100 26 v38 M130 34 v30" stroke-width="9" opacity=".35"></path><path d="M40 40 L160 64" stroke-width="11"></path>`,
  closed: svg`<path d="M100 20 L44 78 M100 20 L156 78" stroke-width="9"></path><rect x="18" y="78" width="164" height="96" rx="14"></rect>
    <path d="M62 126 h76" stroke-width="17"></path>`,
  'out-of-service': svg`<rect x="26" y="28" width="148" height="108" rx="12"></rect>
    <path d="M78 62 v40 M122 62 v40"></path><path d="M100 136 v34 M64 174 h72"></path>`,
  starting: svg`<rect x="26" y="28" width="148" height="108" rx="12"></rect>
    <g class="dots" fill="currentColor" stroke="none"><circle cx="68" cy="82" r="10"></circle><circle cx="100" cy="82" r="10"></circle>
    <circle cx="132" cy="82" r="10"></circle></g><path d="M100 136 v34 M64 174 h72"></path>`,
  hand: svg`<path d="M62 104 V54 a11 11 0 0 1 22 0 v38 V34 a11 11 0 0 1 22 0 v56 V42 a11 11 0 0 1 22 0 v52 V62 a11 11 0 0 1 22 0
    v62 c0 36 -22 58 -54 58 c-26 0 -38 -14 -50 -36 l-22 -40 a11 11 0 0 1 19 -11 z" stroke-width="11"></path>`,
  bell: svg`<path d="M100 24 v10 M44 146 h112 c-12 -12 -14 -24 -14 -54 a42 42 0 0 0 -84 0 c0 30 -2 42 -14 54 z"></path>
    <path d="M84 168 a17 17 0 0 0 32 0"></path>
    <path d="M22 84 a66 66 0 0 1 16 -42 M178 84 a66 66 0 0 0 -16 -42" stroke-width="9"></path>`,
  coming: svg`${person(84, 56, 28)}<path d="M130 128 l22 22 l38 -44" stroke-width="14"></path>`,
  desk: svg`${person(100, 44, 24)}<path d="M24 146 h152 M40 146 v36 M160 146 v36" stroke-width="15"></path>`,
  // What would help the camera: a card and which way, stillness, light.
  'hint-closer': svg`<rect x="62" y="72" width="76" height="56" rx="10"></rect><path d="M40 40 l-22 -22 m0 26 v-26 h26 M160 40 l22 -22 m0 26 v-26 h-26
    M40 160 l-22 22 m0 -26 v26 h26 M160 160 l22 22 m0 -26 v26 h-26"></path>`,
  'hint-farther': svg`<rect x="62" y="72" width="76" height="56" rx="10"></rect><path d="M16 16 l26 26 m0 -26 v26 h-26 M184 16 l-26 26 m0 -26 v26 h26
    M16 184 l26 -26 m0 26 v-26 h-26 M184 184 l-26 -26 m0 26 v-26 h26"></path>`,
  'hint-steady': svg`<rect x="44" y="58" width="112" height="84" rx="12"></rect><path d="M80 86 v28 M120 86 v28" stroke-width="16"></path>
    <path d="M16 78 v44 M184 78 v44" stroke-width="9"></path>`,
  'hint-too-bright': svg`<circle cx="100" cy="100" r="34"></circle><path d="M100 20 v22 M100 158 v22 M20 100 h22 M158 100 h22 M44 44 l15 15 M141 141 l15 15
    M156 44 l-15 15 M59 141 l-15 15" stroke-width="11"></path><path d="M24 176 L176 24"></path>`,
  'hint-screen-up': svg`<rect x="34" y="14" width="92" height="172" rx="16"></rect><path d="M66 164 h28" stroke-width="9"></path>
    <path d="M160 150 v-90 M138 82 l22 -24 l22 24"></path>`,
  'hint-one-card': svg`<rect x="14" y="66" width="92" height="68" rx="10"></rect><path d="M124 68 l62 64 M186 68 l-62 64"></path><path d="M40 100 l14 14 l24 -28" stroke-width="10"></path>`,
  // Pictograms of choices.
  leaf: svg`<path d="M40 164 C36 84 84 36 168 32 C168 116 124 164 40 164 z"></path><path d="M28 180 L118 84" stroke-width="10"></path>`,
  stethoscope: svg`<path d="M52 24 h-16 v50 a36 36 0 0 0 72 0 v-50 h-16 M72 110 v20 a40 40 0 0 0 80 0 v-24"></path>
    <circle cx="152" cy="88" r="16"></circle>`,
  shield: svg`<path d="M100 18 l68 24 v50 c0 44 -28 72 -68 90 c-40 -18 -68 -46 -68 -90 v-50 z"></path><path d="M100 66 v62 M69 97 h62"></path>`,
  pill: svg`<rect x="18" y="66" width="164" height="68" rx="34" transform="rotate(-40 100 100)"></rect><path d="M78 74 l44 52"></path>`,
  circle: svg`<circle cx="100" cy="100" r="74"></circle>`,
  square: svg`<rect x="30" y="30" width="140" height="140" rx="12"></rect>`,
  triangle: svg`<path d="M100 26 L182 168 H18 z"></path>`,
  diamond: svg`<path d="M100 16 L184 100 L100 184 L16 100 z"></path>`,
};

/** A symbol by name; each has the size of its box. */
export const symbol = (name) => frame(name, paths[name]);

const CHOICES = [
  [/chinese|tcm|herb/, 'leaf'],
  [/basic|general|doctor|medical|care/, 'stethoscope'],
  [/public|health|vaccin|check/, 'shield'],
  [/pharm|medicine|drug|pick/, 'pill'],
];
const SHAPES = ['circle', 'square', 'triangle', 'diamond'];

/** The pictogram of a choice: by what its identifier says, else a plain shape by its position. */
export function choiceSymbol(id, index) {
  const found = CHOICES.find(([pattern]) => pattern.test(id));
  return symbol(found ? found[1] : SHAPES[index % SHAPES.length]);
}

/** How to present a card: a hand brings it before the lens; moves unless motion is unwanted. */
export const scene = svg`<svg class="scene" viewBox="0 0 400 400" fill="none" stroke="currentColor"
  stroke-width="10" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
  <g class="scene-frame"><path d="M60 130 V84 a24 24 0 0 1 24 -24 h46 M270 60 h46 a24 24 0 0 1 24 24 v46
    M340 236 v46 a24 24 0 0 1 -24 24 h-46 M130 306 H84 a24 24 0 0 1 -24 -24 v-46"></path></g>
  <g class="scene-card">
    <rect class="scene-paper" x="102" y="116" width="196" height="132" rx="16"></rect>
    <g>${qr(196, 138, 12.5)}</g>
    <path d="M124 152 h44 M124 180 h44 M124 208 h26"></path>
    <path class="scene-hand" d="M150 480 V300 c0 -26 -4 -44 14 -56 c12 -8 26 0 26 14 v26 h74 c26 0 36 18 36 42 v154 z"></path>
    <path d="M190 268 v24" stroke-width="8"></path>
  </g>
  <path class="scene-line" d="M84 184 H316" stroke-width="8"></path>
  <g class="scene-tick"><circle cx="322" cy="78" r="42"></circle><path d="M302 79 l15 15 l26 -29" stroke-width="11"></path></g>
</svg>`;
