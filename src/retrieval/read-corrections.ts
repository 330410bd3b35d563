import { languageOf } from '../domain/locale.ts';
import type { Need } from '../domain/need.ts';
import { SPOKEN_LANGUAGES } from '../text/languages.ts';
import { type QueryReading, readGroups } from './query-terms.ts';

/** A word of the shopper that neither the shop nor the lexicon knows, and the one it is searched for as. */
export interface ReadCorrection {
  /** As written. */
  readonly from: string;
  /** As the shop writes it, normalised: the likeliest of those that are looked for. */
  readonly to: string;
}

/** Limits whose words are no words of a text. */
const NO_WORDS: ReadonlySet<string> = new Set(['price', 'product']);

/** What was read into the words of a need, each once, in the order said. None without the words of the shop. */
export function readCorrections(
  need: Need,
  { locale, catalogueLanguages = SPOKEN_LANGUAGES, shopWords }: QueryReading,
): ReadCorrection[] {
  if (shopWords === undefined) return [];
  const named = need.constraints.filter(
    ({ attribute, operator }) => operator === 'eq' && !NO_WORDS.has(attribute),
  );
  const corrections = new Map<string, string>();
  for (const text of new Set([need.query, ...named.map(({ words }) => words)])) {
    for (const group of readGroups(text, { language: languageOf(locale), catalogueLanguages, shopWords })) {
      if (group.corrected !== undefined) corrections.set(text.slice(group.start, group.end), group.corrected);
    }
  }
  return [...corrections].map(([from, to]) => ({ from, to }));
}
