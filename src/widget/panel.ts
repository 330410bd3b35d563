/** What the loader imports with the first intent. */
export { ChatPanel } from './chat-panel.ts';
/** Checks the later parts. */
export { importIntact } from './import-intact.ts';
export { loadLabel } from './widget-labels.ts';
