import { fileURLToPath } from 'node:url';
import { run } from './run-program.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** Two products, a scarf and a mug, for the British market; and one row that is rejected. */
export const SMALL_FEED = fileURLToPath(new URL('./feeds/google.xml', import.meta.url));

/** A directory with the small shop in it, removed when the test ends. Opens in a moment. */
export async function importedShop(): Promise<string> {
  const directory = temporaryDirectory();
  await run(['import', 'catalog', SMALL_FEED, '--data', directory]);
  return directory;
}
