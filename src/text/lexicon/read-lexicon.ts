import { AssistantError } from '../../errors/assistant-error.ts';
import { SPOKEN_LANGUAGES, type SpokenLanguage } from '../languages.ts';
import type { Concept, ConceptKind } from './concept.ts';

/** By kind and id of a concept: ids of its wider concepts. */
export type ConceptTree = Readonly<Record<ConceptKind, Readonly<Record<string, readonly string[]>>>>;

/** By kind and id of a concept: how one language writes it, the label first. */
export type ConceptWords = Readonly<Record<ConceptKind, Readonly<Record<string, readonly string[]>>>>;

/**
 * The concepts in the order of the tree, with their words in every language we speak.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a concept that a language has no word for, or a word of no concept: both
 *   files are our own, so it is a mistake.
 */
export function readLexicon(
  tree: ConceptTree,
  words: Readonly<Record<SpokenLanguage, ConceptWords>>,
): Concept[] {
  for (const language of SPOKEN_LANGUAGES) assertWhole(tree, words[language], language);
  return Object.entries(tree).flatMap(([kind, concepts]) =>
    Object.entries(concepts).map(([id, broader]) => ({
      id,
      kind: kind as ConceptKind,
      forms: mapLanguages((language) => words[language][kind as ConceptKind][id] ?? []),
      ...(broader.length === 0 ? {} : { broader }),
    })),
  );
}

function assertWhole(tree: ConceptTree, words: ConceptWords, language: SpokenLanguage): void {
  const missing = namesIn(tree).difference(namesIn(words, (forms) => forms.length > 0));
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

const mapLanguages = <Value>(wordsOf: (language: SpokenLanguage) => Value) =>
  Object.fromEntries(SPOKEN_LANGUAGES.map((language) => [language, wordsOf(language)])) as Record<
    SpokenLanguage,
    Value
  >;
