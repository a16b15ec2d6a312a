import { html, svg, nothing } from 'lit';

/** Line icons on a 24 × 24 grid, drawn for these pages. `.solid` parts are filled. */
const SHAPES = {
  // verdicts
  check: svg`<path d="M4 12.5 9.5 18 20 6.5"/>`,
  repeat: svg`<path d="M4 12a8 8 0 1 0 2.6-5.9"/><path d="M4 4v4.5h4.5"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>`,
  person: svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.8-4.2 3.8-6.5 7.5-6.5s6.7 2.3 7.5 6.5"/>`,
  hand: svg`<path d="M8 12.5V6a1.5 1.5 0 0 1 3 0v5"/><path d="M11 11V4.5a1.5 1.5 0 0 1 3 0V11"/><path d="M14 11V6a1.5 1.5 0 0 1 3 0v8.5c0 4-2.3 6.5-5.8 6.5-2.7 0-4.2-1.2-5.6-3.6l-2.2-3.8c-.9-1.6 1.3-2.9 2.5-1.5L8 14.5"/>`,
  question: svg`<circle cx="12" cy="12" r="9"/><path d="M9.3 9.3a2.8 2.8 0 1 1 4.2 2.5c-1 .6-1.5 1.1-1.5 2.2"/><circle class="solid" cx="12" cy="17" r="1.2"/>`,
  ticket: svg`<path d="M3 8a1.5 1.5 0 0 1 1.5-1.5h15A1.5 1.5 0 0 1 21 8v2a2 2 0 0 0 0 4v2a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16v-2a2 2 0 0 0 0-4z"/><path d="M14 7v2M14 11v2M14 15v2"/>`,
  // services
  overview: svg`<path d="M4 11.5 12 4.5l8 7"/><path d="M6 10.5V19.5h12v-9"/><path d="M10 19.5v-5h4v5"/>`,
  meal: svg`<path d="M3.5 11.5h17a8.5 8.5 0 0 1-5 7.7V20.5h-7v-1.3a8.5 8.5 0 0 1-5-7.7z"/><path d="M9 8.5c-1-1.5 1-2 0-3.5M12.5 8.5c-1-1.5 1-2 0-3.5M16 8.5c-1-1.5 1-2 0-3.5"/>`,
  clinic: svg`<rect x="3.5" y="3.5" width="17" height="17" rx="4"/><path d="M12 8v8M8 12h8"/>`,
  class: svg`<path d="M12 6.5C10 5 7 4.5 3.5 4.8v13.4c3.5-.3 6.5.2 8.5 1.7 2-1.5 5-2 8.5-1.7V4.8C17 4.5 14 5 12 6.5z"/><path d="M12 6.5v13.4"/>`,
  calendar: svg`<rect x="3.5" y="5" width="17" height="15.5" rx="2"/><path d="M3.5 10h17M8 3v4M16 3v4M8 14h2M14 14h2M8 17h2"/>`,
  room: svg`<path d="M5.5 20.5V4.5h13v16"/><path d="M3 20.5h18"/><circle class="solid" cx="15" cy="12.5" r="1.2"/>`,
  device: svg`<rect x="5" y="3" width="14" height="13" rx="2"/><path d="M12 16v4.5M8 20.5h8"/><path d="M9 7h2v2H9zM13 10h2v2h-2z"/>`,
  review: svg`<path d="M6 3.5h9l4 4v13H6z"/><path d="M9.5 10h5M9.5 13.5h5M9.5 17h3"/>`,
  child: svg`<circle cx="8" cy="6.5" r="3"/><path d="M3 20c0-4.5 2-7 5-7 1.3 0 2.4.5 3.2 1.3"/><circle cx="16" cy="11" r="2.3"/><path d="M12 20c.2-3.2 1.7-5 4-5s3.8 1.8 4 5"/>`,
  money: svg`<rect x="3" y="6" width="18" height="12" rx="1.5"/><circle cx="12" cy="12" r="2.8"/><path d="M6.5 9.5v5M17.5 9.5v5"/>`,
  board: svg`<rect x="3" y="4.5" width="18" height="12" rx="1.5"/><path d="M8 20.5h8M12 16.5v4"/>`,
  seat: svg`<path d="M7 4v9h10V4"/><path d="M5 13h14v3H5zM7 16v4.5M17 16v4.5"/>`,
  // signs
  alert: svg`<path d="M12 3.8 21.5 20h-19z"/><path d="M12 10v4.5"/><circle class="solid" cx="12" cy="17.2" r="1.2"/>`,
  bell: svg`<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15z"/><path d="M10 20.8a2.2 2.2 0 0 0 4 0"/>`,
  'bell-off': svg`<path d="M8.5 6.3A6 6 0 0 1 18 11v4M6 11v5.5l-1.5 2H16"/><path d="M10 20.8a2.2 2.2 0 0 0 4 0M3.5 3.5l17 17"/>`,
  offline: svg`<path d="M3.5 9.5a13 13 0 0 1 5-3M20.5 9.5a13 13 0 0 0-7.5-3.4M7 13.5a8 8 0 0 1 3-1.7M17 13.5a8 8 0 0 0-1.5-1"/><circle class="solid" cx="12" cy="18" r="1.6"/><path d="M4 3.5l16 17"/>`,
  online: svg`<path d="M3.5 9.5a13 13 0 0 1 17 0M7 13.5a8 8 0 0 1 10 0"/><circle class="solid" cx="12" cy="18" r="1.6"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5"/><circle class="solid" cx="12" cy="7.6" r="1.2"/>`,
  undo: svg`<path d="M8 5 4 9l4 4"/><path d="M4 9h10a5.5 5.5 0 0 1 0 11h-4"/>`,
  export: svg`<path d="M12 3.5v11M7.5 10.5l4.5 4.5 4.5-4.5M4.5 19.5h15"/>`,
  close: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
  left: svg`<path d="M15 5l-7 7 7 7"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  right: svg`<path d="M9 5l7 7-7 7"/>`,
  up: svg`<path d="M6 14.5l6-6 6 6"/>`,
  down: svg`<path d="M6 9.5l6 6 6-6"/>`,
  menu: svg`<path d="M4 6.5h16M4 12h16M4 17.5h16"/>`,
  logout: svg`<path d="M10 4H5v16h5M14.5 8l4 4-4 4M18 12H9.5"/>`,
  key: svg`<circle cx="8" cy="15" r="4"/><path d="M11 12l8.5-8.5M16 7l3 3"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3l1.8 1.8M16.9 16.9l1.8 1.8M18.7 5.3l-1.8 1.8M7.1 16.9l-1.8 1.8"/>`,
  moon: svg`<path d="M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z"/>`,
  filter: svg`<path d="M3.5 5h17l-6.5 8v6l-4-2v-4z"/>`,
  'arrow-in': svg`<path d="M14 4h5v16h-5M4 12h10M10.5 8l4 4-4 4"/>`,
  'arrow-out': svg`<path d="M10 4H5v16h5M9.5 12H20M16 8l4 4-4 4"/>`,
  card: svg`<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="M6.5 9h4v4h-4zM14 9.5h4M14 12.5h3M6.5 16h11"/>`,
  // levels: a vessel that fills, so that they differ without colour
  'level-empty': svg`<circle cx="12" cy="12" r="8.5"/>`,
  'level-ok': svg`<circle cx="12" cy="12" r="8.5"/><path class="solid" d="M4.6 15.2h14.8A8.5 8.5 0 0 1 4.6 15.2z"/>`,
  'level-nearly-full': svg`<circle cx="12" cy="12" r="8.5"/><path class="solid" d="M4.4 9h15.2A8.5 8.5 0 1 1 4.4 9z"/>`,
  'level-full': svg`<circle class="solid" cx="12" cy="12" r="9.5"/><path d="M7.5 12h9" class="cut"/>`,
  'level-none': svg`<circle cx="12" cy="12" r="8.5" stroke-dasharray="3 3"/>`,
};

/** An icon; with a label it speaks, without one it is decoration beside a word. */
export function icon(name, label) {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}
  >${SHAPES[name] ?? SHAPES.question}</svg>`;
}

/** The names there are. */
export const iconNames = Object.keys(SHAPES);
