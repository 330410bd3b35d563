import { html, svg, type TemplateResult } from 'lit';

/** Strokes in a square of 24. */
const STROKES: Readonly<Record<string, readonly string[]>> = {
  queue: ['M4 6h16', 'M4 12h16', 'M4 18h10'],
  lessons: ['M3 8l9-4 9 4-9 4-9-4z', 'M7 10v5c0 1.5 2.2 3 5 3s5-1.5 5-3v-5', 'M21 8v6'],
  insights: ['M4 20V4', 'M4 20h16', 'M8 16l4-5 3 3 5-7'],
  catalogue: ['M4 5h7v6H4z', 'M13 5h7v6h-7z', 'M4 13h7v6H4z', 'M13 13h7v6h-7z'],
  search: ['M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14z', 'M16 16l4.5 4.5'],
  settings: ['M4 7h9', 'M17 7h3', 'M15 5v4', 'M4 17h3', 'M11 17h9', 'M9 15v4'],
  documents: ['M5 4h6a2 2 0 0 1 2 2v14a2 2 0 0 0-2-2H5z', 'M21 4h-6a2 2 0 0 0-2 2v14a2 2 0 0 1 2-2h6z'],
  cases: ['M12 3v18', 'M4.2 7.5l15.6 9', 'M19.8 7.5l-15.6 9'],
  team: [
    'M9 5a3.2 3.2 0 1 0 0 6.4A3.2 3.2 0 0 0 9 5z',
    'M3 19c.5-3 2.8-5 6-5s5.5 2 6 5',
    'M16 5.5a3 3 0 0 1 0 5.6',
    'M18 14.5c1.7.7 2.7 2.3 3 4.5',
  ],
  audit: ['M6 3h9l4 4v14H6z', 'M15 3v4h4', 'M9 12h7', 'M9 16h5'],
  account: ['M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z', 'M4.5 20c.8-3.5 3.7-5.5 7.5-5.5s6.7 2 7.5 5.5'],
  up: ['M6 15l6-6 6 6'],
  down: ['M6 9l6 6 6-6'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  pin: ['M9 4h6l-1 6 3 3H7l3-3z', 'M12 13v7'],
  ban: ['M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z', 'M6.5 6.5l11 11'],
  swap: ['M4 8h13l-3-3', 'M20 16H7l3 3'],
  note: ['M5 4h14v11l-5 5H5z', 'M14 20v-5h5'],
  send: ['M4 12l16-7-6 15-3-6z'],
  bell: ['M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15z', 'M10 20.5h4'],
  person: ['M12 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z', 'M5 20c.7-3.3 3.4-5 7-5s6.3 1.7 7 5'],
  drag: ['M9 6h.01', 'M15 6h.01', 'M9 12h.01', 'M15 12h.01', 'M9 18h.01', 'M15 18h.01'],
  plus: ['M12 5v14', 'M5 12h14'],
  picture: [
    'M6 5h12a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z',
    'M9 8.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z',
    'M5 17l5-4 3 2.5 3-3.5 4 4',
  ],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  back: ['M15 5l-7 7 7 7'],
};

/** A small drawing beside words; says nothing itself. */
export const icon = (name: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    ${(STROKES[name] ?? []).map((stroke) => svg`<path d=${stroke}></path>`)}
  </svg>`;
