import { svg } from 'lit/html.js';
import { icon } from './icons.ts';

export const stopIcon = icon(svg`<path d="M7 7h10v10H7z"/>`);
