import type { Language } from '../domain/locale.ts';
import { stemWord, type Token } from '../text/analyze.ts';
import type { Correction, ShopWords } from '../text/shop-words.ts';
import { hasUnspacedScript } from '../text/unspaced-scripts.ts';
import { addTerm, type PlacedGroup } from './query-groups.ts';

/** Of the likeliest correction; of others in proportion to how likely they are beside it. */
const CORRECTION_WEIGHT = 0.65;
/** Of the letters of a word that is run together with digits: "10gauge". */
const LETTERS_WEIGHT = 0.7;
const MOST_CORRECTIONS = 3;
/** Less likely ones beside the best are noise. */
const LEAST_PROBABILITY = 0.02;
/** A word that fewer products use is also read as two. */
export const RARE = 5;
const LETTERS_IN_WORD = /\p{L}{3,}/gu;

/** What a word may stand for that neither the shop nor the lexicon knows. */
export interface MeantWord {
  /** Terms with weights in (0, 1]. */
  readonly terms: readonly (readonly [term: string, weight: number])[];
  /** The second of two words run together: a group of its own. */
  readonly second?: string;
  /** What the shop writes for it, normalised; absent for a word it knows. */
  readonly corrected?: string;
}

const NOTHING: MeantWord = { terms: [] };

/**
 * Two words run together, or the words nearest to it, whichever is likelier; else the words within a code. A word the shop
 * knows is never corrected, but a rare one is also read as two.
 */
export function readUnknownWord(
  { normal, stem }: Pick<Token, 'normal' | 'stem'>,
  isKnown: boolean,
  language: Language,
  shopWords: ShopWords,
): MeantWord {
  if (hasUnspacedScript(normal)) return NOTHING;
  const toTerm = (word: string) => stemWord(word, language);
  const corrections = isKnown ? [] : shopWords.correct(normal);
  const split = shopWords.frequency(stem) < RARE ? shopWords.split(normal, toTerm) : undefined;
  const [likeliest] = corrections;
  if (split !== undefined && (likeliest === undefined || split.likelihood >= likeliest.likelihood)) {
    const [first, second] = split.terms;
    return { terms: [[first, 1]], second, ...(isKnown ? {} : { corrected: split.words.join(' ') }) };
  }
  if (likeliest !== undefined) return { terms: weighByStem(corrections, toTerm), corrected: likeliest.word };
  if (isKnown || !/\p{N}/u.test(normal)) return NOTHING;
  const pieces = [...normal.matchAll(LETTERS_IN_WORD)].map(([letters]) => toTerm(letters));
  return {
    terms: pieces.flatMap((piece) => (shopWords.frequency(piece) > 1 ? [[piece, LETTERS_WEIGHT]] : [])),
  };
}

/** Words of one stem are one: their probabilities add up. */
function weighByStem(
  corrections: readonly Correction[],
  toTerm: (word: string) => string,
): [string, number][] {
  const best = corrections[0]?.likelihood ?? 0;
  const stems = new Map<string, number>();
  for (const { word, likelihood } of corrections) {
    const term = toTerm(word);
    stems.set(term, (stems.get(term) ?? 0) + Math.exp(likelihood - best));
  }
  const ranked = [...stems].sort((left, right) => right[1] - left[1]).slice(0, MOST_CORRECTIONS);
  const most = ranked[0]?.[1] ?? 1;
  return ranked.flatMap(([term, probability]): [string, number][] => {
    const share = probability / most;
    return share < LEAST_PROBABILITY ? [] : [[term, CORRECTION_WEIGHT * share]];
  });
}

/**
 * Adds to a word what it may stand for when it is not known.
 *
 * @returns The second word's group, when it is two.
 */
export function addUnknown(
  placed: PlacedGroup,
  token: Token,
  language: Language,
  shopWords: ShopWords,
): PlacedGroup[] {
  const { start, end, terms } = placed;
  const isKnown = [...terms.keys()].some((term) => shopWords.frequency(term) > 0);
  const meant = readUnknownWord(token, isKnown, language, shopWords);
  for (const [term, weight] of meant.terms) addTerm(terms, term, weight);
  if (meant.corrected !== undefined) placed.corrected = meant.corrected;
  if (meant.second === undefined) {
    if (meant.corrected !== undefined) placed.meant = stemWord(meant.corrected, language);
    return [];
  }
  const second = [
    [meant.second, 1],
    [token.stem, 1],
  ] as const;
  return [{ start, end, terms: new Map(second) }];
}
