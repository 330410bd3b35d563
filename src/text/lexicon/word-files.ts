import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { SpokenLanguage } from '../languages.ts';
import type { ConceptWords } from './read-lexicon.ts';

/** By kind and id of a concept. */
const WordFile = z.record(z.string(), z.record(z.string(), z.array(z.string().min(1))));

/**
 * The words of the concepts in each language, `words/<language>.json` each.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a language without a file, or a file that is none of words.
 */
export function readWordFiles(
  languages: readonly SpokenLanguage[],
  folder = new URL('./words/', import.meta.url),
): ReadonlyMap<SpokenLanguage, ConceptWords> {
  return new Map(languages.map((language) => [language, readWordFile(new URL(`${language}.json`, folder))]));
}

function readWordFile(file: URL): ConceptWords {
  const name = file.pathname.slice(file.pathname.lastIndexOf('/') + 1);
  if (!existsSync(file))
    throw new AssistantError('INVALID_ARGUMENT', `The lexicon has no words/${name}`, {
      details: { file: name },
    });
  const read = WordFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  throw new AssistantError('INVALID_ARGUMENT', `words/${name}: ${z.prettifyError(read.error)}`, {
    details: { file: name },
  });
}
