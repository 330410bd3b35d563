import type { Language } from '../domain/locale.ts';
import { isStopWord, stemWord, type Token } from '../text/analyze.ts';
import { isSpoken } from '../text/languages.ts';
import { findModelNumbers } from '../text/model-numbers.ts';
import { toDeniedTerm } from '../text/negations.ts';
import { spelledStems } from '../text/spelled-letters.ts';
import { findStopPhrases } from '../text/stop-phrases.ts';
import { characterPairs } from '../text/unspaced-scripts.ts';
import { addTerm, type GroupTerms, type PlacedGroup } from './query-groups.ts';

/** Of two neighbouring characters: a word's worth of them counts about as much as the word. */
const PAIR_WEIGHT = 0.25;

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

/** Model numbers said in pieces, and stop words where they are all that is said, are also looked for as one; it counts for each of the words. */
export function addJoinedForms(text: string, language: Language, groups: readonly PlacedGroup[]): void {
  for (const { term, start, end } of [...findModelNumbers(text), ...findStopPhrases(text, language)]) {
    for (const group of groups) if (group.start < end && start < group.end) addTerm(group.terms, term, 1);
  }
}

/** Pairs of characters of Japanese, Chinese and Korean, each a word of little weight: words may be cut at other places in a text. */
export function readPairs(text: string): PlacedGroup[] {
  return characterPairs(text).map((pair) => ({
    start: text.length,
    end: text.length,
    terms: new Map([[pair, PAIR_WEIGHT]]),
  }));
}

/** What is not to be there is looked for where a text says so: "sleeveless" things say "without sleeves". */
export function toDeniedGroups(denied: readonly Token[]): PlacedGroup[] {
  return denied.map(({ start, end, stem }) => ({ start, end, terms: new Map([[toDeniedTerm(stem), 1]]) }));
}
