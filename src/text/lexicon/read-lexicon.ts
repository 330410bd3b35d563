import { AssistantError } from '../../errors/assistant-error.ts';
import type { SpokenLanguage } from '../languages.ts';
import type { Concept, ConceptKind } from './concept.ts';

/** By kind and id of a concept: ids of its wider concepts. */
export type ConceptTree = Readonly<Record<ConceptKind, Readonly<Record<string, readonly string[]>>>>;

/** By kind and id of a concept: how one language writes it, the label first. */
export type ConceptWords = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * The concepts in the order of the tree, with their words in every language we speak. English names every concept; another
 * language may leave some to it while its words are being written.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a concept that English has no word for, or a word of no concept: the files are
 *   our own, so it is a mistake.
 */
export function readLexicon(tree: ConceptTree, words: ReadonlyMap<SpokenLanguage, ConceptWords>): Concept[] {
  for (const [language, own] of words) assertFits(tree, own, language);
  return Object.entries(tree).flatMap(([kind, concepts]) =>
    Object.entries(concepts).map(([id, broader]) => ({
      id,
      kind: kind as ConceptKind,
      forms: Object.fromEntries([...words].map(([language, own]) => [language, own[kind]?.[id] ?? []])),
      ...(broader.length === 0 ? {} : { broader }),
    })),
  );
}

function assertFits(tree: ConceptTree, words: ConceptWords, language: SpokenLanguage): void {
  const named = namesIn(words, (forms) => forms.length > 0);
  const missing = language === 'en' ? namesIn(tree).difference(named) : new Set<string>();
  const unknown = namesIn(words).difference(namesIn(tree));
  if (missing.size === 0 && unknown.size === 0) return;
  throw new AssistantError('INVALID_ARGUMENT', `The words of "${language}" do not fit the concepts`, {
    details: { missing: [...missing], unknown: [...unknown] },
  });
}

const namesIn = (
  byKind: ConceptTree | ConceptWords,
  counts: (entries: readonly string[]) => boolean = () => true,
): Set<string> =>
  new Set(
    Object.entries(byKind).flatMap(([kind, entries]) =>
      Object.entries(entries).flatMap(([id, value]) => (counts(value) ? [`${kind}:${id}`] : [])),
    ),
  );
