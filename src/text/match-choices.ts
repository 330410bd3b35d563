import type { Language } from '../domain/locale.ts';
import { isStopWord, normalise, splitWords } from './analyze.ts';

/** What may be chosen. */
export interface Choice {
  readonly label: string;
  /** Other words for it; may be empty. */
  readonly alike: string;
}

export interface MatchedChoices {
  /** 0-based, ascending: one, or all that the words leave open; empty when they name none. */
  readonly places: readonly number[];
  /** Every word that says anything belongs to a choice: the text is an answer and nothing else. */
  readonly isWhole: boolean;
}

/**
 * Which of some choices a text names: the one whose label it is, else those that hold all of the words it shares with any. What stands in
 * every choice tells nothing.
 *
 * @param text In any words; compared by stems of its language.
 */
export function matchChoices(text: string, choices: readonly Choice[], language: Language): MatchedChoices {
  const said = normalise(text).trim();
  const exact = choices.findIndex(({ label }) => normalise(label).trim() === said);
  if (exact >= 0) return { places: [exact], isWhole: true };
  const held = choices.map(({ label, alike }) => new Set(termsOf(`${label} ${alike}`, language)));
  const terms = [...new Set(termsOf(text, language))];
  const known = terms.filter((term) => held.some((words) => words.has(term)));
  const telling =
    choices.length === 1 ? known : known.filter((term) => !held.every((words) => words.has(term)));
  const places =
    telling.length === 0
      ? []
      : held.flatMap((words, place) => (telling.every((term) => words.has(term)) ? [place] : []));
  return { places, isWhole: terms.length > 0 && known.length === terms.length };
}

/** Whether a text holds every word of a label: "I ordered it by mistake" holds "ordered by mistake". */
export function holdsLabel(text: string, label: string, language: Language): boolean {
  const said = new Set(termsOf(text, language));
  const words = termsOf(label, language);
  return words.length > 0 && words.every((word) => said.has(word));
}

/**
 * Places of the titles that a text names, several at once: "the lamp and the blue scarf". A title within a longer one that is named is not
 * meant by it.
 *
 * @returns Ascending; none where a title that is named is there twice: which of the two is meant cannot be told.
 */
export function placesNamed(text: string, titles: readonly string[], language: Language): readonly number[] {
  const said = new Set(termsOf(text, language));
  const words = titles.map((title) => new Set(termsOf(title, language)));
  const held = [...words.keys()].filter((place) => words[place]?.isSubsetOf(said) === true);
  const named = held.filter(
    (place) => !held.some((other) => isLonger(words[other] ?? new Set(), words[place] ?? new Set())),
  );
  const isClear = named.every((place) => titles.filter((title) => title === titles[place]).length === 1);
  return isClear ? named : [];
}

const isLonger = (words: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  words.size > others.size && others.isSubsetOf(words);

/** Words that say something; of a text that has none ("M" in French) all. */
function termsOf(text: string, language: Language): string[] {
  const tokens = splitWords(text, language);
  const telling = tokens.filter((token) => !isStopWord(token, language));
  return (telling.length === 0 ? tokens : telling).map(({ stem }) => stem);
}
