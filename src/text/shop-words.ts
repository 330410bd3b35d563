import { type Compounds, createCompounds } from './compounds.ts';
import { fileWords } from './near-words.ts';

/** The words a shop's texts use, to read a shopper's words by: what is misspelt, run together or cut apart. */
export interface ShopWords {
  /** Products that use the word (a term as indexed). */
  frequency(term: string): number;
  /**
   * Words of the shop that a written one was probably meant to be, the likeliest first; none for a short one, one with other
   * signs than letters, or one of the shop's names. Whether the word is known otherwise is for the caller to tell. Cost: some
   * tens of microseconds.
   *
   * @param written Normalised, not stemmed.
   */
  correct(written: string): readonly Correction[];
  /** Two words of the shop that, run together, are this one; undefined when it is no such word. */
  split(word: string, toTerm: (part: string) => string): SplitWord | undefined;
  readonly compounds: Compounds;
}

export interface Correction {
  /** As the shop's names have it, normalised. */
  readonly word: string;
  /** Logarithm of the probability, up to a constant: that of the word times that of the slips. */
  readonly likelihood: number;
}

export interface SplitWord {
  readonly words: readonly [string, string];
  readonly terms: readonly [string, string];
  /** On the scale of {@link Correction}. */
  readonly likelihood: number;
}

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
/** Words from this length on may have two slips, shorter ones one. */
const LONG = 5;
/** From this length on both slips may be bad ones; before, they must be easy ones. */
const VERY_LONG = 7;
const MOST_CORRECTIONS = 6;
/** Rarer words may be slips themselves. */
const LEAST_FREQUENCY = 2;
const SHORTEST_PART = 3;
/** Longer ones are noise. */
const LONGEST_WORD = 60;
/** What a slip of cost 1 takes off the likelihood: as much as a word that is 20 times rarer. */
const SLIP_LOSS = 3;
/** Of the blank left out. */
const BLANK_COST = 0.6;

/**
 * @param frequencies Products by term.
 * @param words Products by word of the shop's names (titles, brands, categories, values), normalised and not stemmed: a
 *   misspelt ending may have kept a word from being stemmed, so words are compared with words. The terms when absent.
 * @see Kernighan, Church & Gale, COLING 1990: the probability of a correction is that of the slip times that of the word.
 */
export function createShopWords(
  frequencies: ReadonlyMap<string, number>,
  words: ReadonlyMap<string, number> = frequencies,
): ShopWords {
  const filed = fileWords(
    [...words].filter(([word, count]) => count >= LEAST_FREQUENCY && isPlainWord(word)),
    mostSlips,
  );
  const frequency = (term: string) => frequencies.get(term) ?? 0;
  let highest = 1;
  for (const count of frequencies.values()) highest = Math.max(highest, count);

  function correct(written: string): readonly Correction[] {
    if (words.has(written) || !isPlainWord(written)) return [];
    return filed
      .near(written, mostCost(written.length))
      .map(({ word, cost, count }) => ({ word, likelihood: Math.log(count) - SLIP_LOSS * cost }))
      .sort((left, right) => right.likelihood - left.likelihood || (left.word < right.word ? -1 : 1))
      .slice(0, MOST_CORRECTIONS);
  }

  function split(word: string, toTerm: (part: string) => string): SplitWord | undefined {
    if (word.length > LONGEST_WORD || !/^\p{L}+$/u.test(word)) return undefined;
    let best: (Omit<SplitWord, 'likelihood'> & { readonly counts: readonly number[] }) | undefined;
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
      const words = [word.slice(0, at), word.slice(at)] as const;
      const terms = [toTerm(words[0]), toTerm(words[1])] as const;
      const counts = terms.map(frequency);
      const least = Math.min(...counts);
      if (least >= LEAST_FREQUENCY && least > Math.min(...(best?.counts ?? [0])))
        best = { words, terms, counts };
    }
    if (best === undefined) return undefined;
    const { counts, ...found } = best;
    // As two words that meet by chance: each has its own share of the products.
    const together = counts.reduce((product, count) => product * count, 1) / highest;
    return { ...found, likelihood: Math.log(together) - SLIP_LOSS * BLANK_COST };
  }

  return { frequency, correct, split, compounds: createCompounds(frequencies) };
}

/** Counts one product's terms or words, each once. */
export function addFrequencies(frequencies: Map<string, number>, terms: Iterable<readonly string[]>): void {
  const own = new Set<string>();
  for (const list of terms) for (const term of list) own.add(term);
  for (const term of own) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
}

const isPlainWord = (word: string): boolean =>
  word.length >= SHORTEST && word.length <= LONGEST_WORD && /^\p{L}+$/u.test(word);

function mostSlips(length: number): number {
  if (length < SHORTEST) return 0;
  return length < LONG ? 1 : 2;
}

/** A slip in the first letter costs half more. */
const mostCost = (length: number): number => (length < VERY_LONG ? 1.5 : 2.5);
