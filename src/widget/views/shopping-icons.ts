import { svg } from 'lit/html.js';
import { icon } from './icons.ts';

export const basketIcon = icon(svg`<path d="M4 9h16l-1.5 10h-13zM8.5 9l3-5M15.5 9l-3-5"/>`);
export const backIcon = icon(svg`<path d="M15 5l-7 7 7 7"/>`);
export const onIcon = icon(svg`<path d="M9 5l7 7-7 7"/>`);
export const pictureIcon = icon(
  svg`<rect x="4" y="5" width="16" height="14" rx="2"/><circle cx="9" cy="10" r="1.5"/><path d="M5 17l5-4 3 2.5 3-3.5 4 4"/>`,
);
