import { z } from 'zod';
import { normalise } from '../text/analyze.ts';
import { SPOKEN_LANGUAGES } from '../text/languages.ts';
import { LOCALES } from '../text/locale-files.ts';
import { Phrases } from '../text/phrases.ts';

const ClaimWordSection = z.strictObject({
  percent: Phrases,
  /** Before a number that is a size. */
  sizes: Phrases,
  /** Beside the limit of the shopper. */
  limits: Phrases,
  /** Beside an earlier price. */
  'regular-prices': Phrases,
  /** A sentence without a name that is not about the product talked about before. */
  several: Phrases,
  /** With which a wish is said back as not fulfilled. */
  concessions: Phrases,
  /** More is meant than what is on screen. */
  wide: Phrases,
  /** From two on, in order: "one" is an article too and counts as nothing. */
  counts: Phrases,
  /** Larger numbers and shares, which are never counts of a list. */
  large: Phrases,
  /** Words that only another language counts with: English "once" is not Spanish eleven. */
  'no-numbers': Phrases,
});

type ClaimWords = z.infer<typeof ClaimWordSection>;

const SECTIONS: ReadonlyMap<string, ClaimWords> = new Map(
  SPOKEN_LANGUAGES.map((language) => [language, LOCALES.section(language, 'claim-words', ClaimWordSection)]),
);

/** The words of all languages as one expression, on text as `normalise` leaves it; a reply may mix them. */
function anyOf(kind: keyof ClaimWords, toPattern: (words: string) => RegExp): RegExp {
  const words = [...SECTIONS.values()].flatMap((section) => section[kind]);
  return toPattern(words.length === 0 ? '(?!)' : words.join('|'));
}

const whole = (words: string): RegExp => new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, 'u');
const apart = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'u');

export const PERCENTAGE = anyOf(
  'percent',
  (words) => new RegExp(`[%‰]|(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u'),
);
export const SIZE_BEFORE = anyOf('sizes', (words) => new RegExp(`(?:${words})\\s*:?\\s*$`, 'u'));
export const LIMIT_WORDS = anyOf('limits', whole);
export const REGULAR_PRICE_WORDS = anyOf('regular-prices', whole);
export const SEVERAL = anyOf('several', whole);
export const CONCESSION = anyOf('concessions', whole);
export const WIDE_SCOPE = anyOf('wide', whole);
export const LARGE_NUMBER = anyOf('large', apart);

/** Number words of all languages, normalised. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  [...SECTIONS.values()].flatMap(({ counts }) =>
    counts.map((word, index) => [normalise(word), index + 2] as const),
  ),
);

/** Whether a word is no number in a language, whatever it is in another. */
export const isNoNumber = (word: string, language: string): boolean =>
  SECTIONS.get(language)?.['no-numbers'].includes(word) === true;
