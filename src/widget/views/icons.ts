import { svg } from 'lit/html.js';

export const icon = (paths: ReturnType<typeof svg>) =>
  svg`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;

export const closeIcon = icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`);
export const sendIcon = icon(svg`<path d="M12 19V5M6 11l6-6 6 6"/>`);
export const latestIcon = icon(svg`<path d="M12 5v14M6 13l6 6 6-6"/>`);
export const moreIcon = icon(svg`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3"/>`);
export const personIcon = icon(
  svg`<path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c.6-4 3.7-6 8-6s7.4 2 8 6"/>`,
);
export const microphoneIcon = icon(
  svg`<path d="M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3ZM6 12a6 6 0 0 0 12 0M12 18v3"/>`,
);
export const speakerIcon = icon(svg`<path d="M4 10v4h4l5 4V6L8 10H4ZM17 9a4 4 0 0 1 0 6"/>`);
