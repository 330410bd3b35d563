import type { Language } from '../domain/locale.ts';
import { isStopWord, stemWord, type Token } from '../text/analyze.ts';
import { isSpoken } from '../text/languages.ts';
import { findModelNumbers } from '../text/model-numbers.ts';
import { toDeniedTerm } from '../text/negations.ts';
import type { ShopWords } from '../text/shop-words.ts';
import { spelledStems } from '../text/spelled-letters.ts';
import { findStopPhrases } from '../text/stop-phrases.ts';
import { characterPairs } from '../text/unspaced-scripts.ts';
import { addTerm, type GroupTerms, type PlacedGroup } from './query-groups.ts';

/** Of all pairs of a word together. */
const PAIRS_WEIGHT = 0.5;

/**
 * Adds the other spelling of a word's letters ("Kuechentisch"), and its stems in the languages of the shop that we read but do not speak:
 * a shopper who writes Dutch to a Dutch shop is answered in another language, yet looks for Dutch words.
 */
export function addForms(
  terms: GroupTerms,
  token: Token,
  language: Language,
  catalogueLanguages: readonly Language[],
): void {
  for (const stem of spelledStems(token, language)) addTerm(terms, stem, 1);
  for (const other of catalogueLanguages) {
    if (isSpoken(other) || other === language || isStopWord(token, other)) continue;
    addTerm(terms, stemWord(token.raw, other), 1);
    for (const stem of spelledStems(token, other)) addTerm(terms, stem, 1);
  }
}

/** Of longer words that end in a word: a "Kinderzimmerlampe" is a lamp. */
const ENDING_WEIGHT = 0.7;
/** Of longer words that begin with a word: a "Lederjacke" has to do with leather. */
const BEGINNING_WEIGHT = 0.4;

/** Adds the shop's words that are compounds with a word. */
export function addCompounds(
  terms: GroupTerms,
  { raw }: Token,
  { languages, shopWords: { compounds } }: CompoundReading,
): void {
  for (const language of languages) {
    const stem = stemWord(raw, language);
    for (const compound of compounds.endingIn(stem, language)) addTerm(terms, compound, ENDING_WEIGHT);
    for (const compound of compounds.beginningWith(stem, language))
      addTerm(terms, compound, BEGINNING_WEIGHT);
  }
}

export interface CompoundReading {
  readonly languages: readonly Language[];
  readonly shopWords: ShopWords;
}

/**
 * A compound that few products are called by is also looked for by its parts: the last one stands in for it, the others are words of their own
 * ("Herren", "Winter" of "Herrenwinterjacke").
 *
 * @returns The groups of the other parts.
 */
export function addParts(
  placed: PlacedGroup,
  { raw, stem }: Token,
  { languages, shopWords }: CompoundReading,
): PlacedGroup[] {
  for (const language of languages) {
    const parts = shopWords.compounds.parts(raw, language);
    const last = parts?.at(-1);
    if (parts === undefined || last === undefined) continue;
    addTerm(placed.terms, last, 1);
    const { start, end } = placed;
    return parts.slice(0, -1).map((part) => ({
      start,
      end,
      terms: new Map([
        [part, 1],
        [stem, 1],
      ]),
    }));
  }
  return [];
}

/** Model numbers said in pieces, and stop words where they are all that is said, are also looked for as one; it counts for each of the words. */
export function addJoinedForms(text: string, language: Language, groups: readonly PlacedGroup[]): void {
  for (const { term, start, end } of [...findModelNumbers(text), ...findStopPhrases(text, language)]) {
    for (const group of groups) if (group.start < end && start < group.end) addTerm(group.terms, term, 1);
  }
}

/**
 * Pairs of characters of a Japanese, Chinese or Korean word that no text of the shop has as it is cut here, each a word of little weight:
 * a text may be cut at other places. Pairs reach over to the neighbouring words.
 */
export function readPairs(text: string, words: readonly PlacedGroup[], shopWords?: ShopWords): PlacedGroup[] {
  const groups: PlacedGroup[] = [];
  for (const { start, end, terms } of words) {
    const isKnown =
      shopWords !== undefined && [...terms.keys()].some((term) => shopWords.frequency(term) > 0);
    if (isKnown) continue;
    const pairs = characterPairs(text.slice(Math.max(0, start - 1), end + 1));
    const weight = PAIRS_WEIGHT / pairs.length;
    groups.push(...pairs.map((pair) => ({ start, end, terms: new Map([[pair, weight]]) })));
  }
  return groups;
}

/** What is not to be there is looked for where a text says so: "sleeveless" things say "without sleeves". */
export function toDeniedGroups(denied: readonly Token[], languages: readonly Language[]): PlacedGroup[] {
  return denied.map(({ raw, start, end }) => {
    const terms = languages.map((language) => [toDeniedTerm(stemWord(raw, language)), 1] as const);
    return { start, end, terms: new Map(terms) };
  });
}
