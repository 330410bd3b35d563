/** What the loader imports with the first intent. */
export { ChatPanel } from './chat-panel.ts';
export { importIntact } from './import-intact.ts';
