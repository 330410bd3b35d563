import { svg } from 'lit/html.js';
import { icon } from './icons.ts';

export const pictureIcon = icon(svg`<path d="M5 5h14v14H5zM5 16l4-4 3 3 3-3 4 4M9 9h.01"/>`);
