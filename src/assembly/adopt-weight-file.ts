import { readWeightChanges } from '../chat/weight-schema.ts';
import type { Database } from '../ports/database.ts';
import { createWeightStore } from '../ranking/weight-store.ts';
import type { AdoptedFile } from './adopted-files.ts';
import { readTextFile } from './read-text-file.ts';

/**
 * Takes over the weights of the file that the settings name, when it changed since it was last taken over: what was changed over
 * the interface meanwhile stays until then.
 *
 * @returns What was in force before; undefined when nothing was taken over.
 * @throws {AssistantError} INVALID_ARGUMENT when the file cannot be read or holds anything but weights of signals there are.
 */
export async function adoptWeightFile(
  file: string,
  options: {
    readonly database: Database;
    readonly clock: () => number;
    readonly note: (text: string) => void;
  },
): Promise<AdoptedFile | undefined> {
  const text = readTextFile(file, 'weights');
  const changes = readWeightChanges(text);
  const store = createWeightStore(options.database);
  const before = await store.current();
  const set = await store.adoptFile(text, changes, options.clock());
  if (set === undefined) return undefined;
  options.note(`Weights of ${file}: version ${set.version}`);
  return { file, before: { kind: 'weights', changes: before.changes } };
}
