import { ChatPanel } from './chat-panel.ts';
import { type Preload, preloadWith } from './import-intact.ts';
import { loadLabel } from './widget-labels.ts';

/** Checks the later parts. */
export { importIntact } from './import-intact.ts';

/**
 * What the loader calls with the first intent.
 *
 * @param locale BCP 47.
 * @returns What makes a panel; rejected when no words can be had.
 */
export async function begin(locale: string, preload: Preload): Promise<typeof ChatPanel> {
  preloadWith(preload);
  await loadLabel(locale);
  return ChatPanel;
}
