import { readSynonyms } from '../catalog/read-synonyms.ts';
import { createSynonymStore } from '../catalog/synonym-store.ts';
import type { Database } from '../ports/database.ts';
import type { AdoptedFile } from './adopted-files.ts';
import { readTextFile } from './read-text-file.ts';

/**
 * Takes over the synonyms of the file that the settings name, when it changed since it was last taken over: what was edited
 * over the interface meanwhile stays until then. Lines at fault are noted and left out.
 *
 * @returns What was in force before; undefined when nothing was taken over.
 * @throws {AssistantError} INVALID_ARGUMENT when the file cannot be read.
 */
export async function adoptSynonymFile(
  file: string,
  options: {
    readonly database: Database;
    readonly clock: () => number;
    readonly note: (text: string) => void;
    readonly limitRules: number;
  },
): Promise<AdoptedFile | undefined> {
  const text = readTextFile(file, 'synonyms');
  const { rules, rejected } = readSynonyms(text, options);
  const store = createSynonymStore(options.database);
  const before = await store.current();
  const set = await store.adoptFile(text, rules, options.clock());
  if (set === undefined) return undefined;
  options.note(`Synonyms of ${file}: ${rules.length} rules, version ${set.version}`);
  for (const { line, reason } of rejected) options.note(`${file}, line ${line}: ${reason}; left out`);
  return { file, before: { kind: 'synonyms', rules: before.rules } };
}
