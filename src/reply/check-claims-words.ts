import { z } from 'zod';
import type { Language } from '../domain/locale.ts';
import { normalise, stemWord } from '../text/analyze.ts';
import { perLanguage, SPOKEN_LANGUAGES, toSpoken } from '../text/languages.ts';
import { LOCALES } from '../text/locale-files.ts';
import { Phrases, Words } from '../text/phrases.ts';
import { hasUnspacedScript } from '../text/unspaced-scripts.ts';

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
  /** Deny what they stand with; of the statement's own language alone. */
  denials: Phrases,
  /** Hold a word of denial and deny nothing. */
  'no-denials': Phrases,
  /** More is meant than what is on screen. */
  wide: Phrases,
  /** The one who speaks and the one spoken to. */
  persons: Phrases,
  /** Speaking, thinking, wanting, helping, looking, choosing. */
  acts: Phrases,
  /** What a statement depends on: it is told of a case, not as it is. */
  conditions: Phrases,
  /** What one speaks of when one speaks of whether a thing can be had. */
  availability: Phrases,
  /** What may mean that as well: phases ("still") and having. */
  phases: Phrases,
  /** Highest degrees, by their form. */
  degrees: Phrases,
  /** Ends of questions that have no mark; of a language that has such. */
  asks: Phrases.optional(),
  /** From two on, in order: "one" is an article too and counts as nothing. */
  counts: Phrases,
  /** Larger numbers and shares, which are never counts of a list. */
  large: Phrases,
  /** Words that only another language counts with: English "once" is not Spanish eleven. */
  'no-numbers': Phrases,
  /** Say how a sentence goes on from the one before; followed by a comma they can be left out. */
  connectives: Phrases,
  /** Before which a statement may end within a sentence. */
  joints: Phrases,
  /** Finite forms without which nothing is stated. */
  verbs: Phrases,
  /** Begin the next statement where no comma does. */
  pronouns: Phrases,
  /** Begin what cannot stand alone. */
  dependents: Phrases,
  /** Digits of a script that are letters too, and what is counted with them. */
  numerals: z.string().optional(),
  counters: Phrases.optional(),
  /** What they say cannot be wrong. */
  talk: Words,
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

/** What one language says; nothing for one that is not spoken. */
export const claimWordsOf = (language: Language): ClaimWords | undefined => SECTIONS.get(language);

const talkOf = perLanguage((language) => {
  const { talk = [], verbs = [], pronouns = [], dependents = [], joints = [] } = claimWordsOf(language) ?? {};
  return new Set(
    [...talk, ...verbs, ...pronouns, ...dependents, ...joints].flatMap((word) => [
      normalise(word),
      stemWord(word, language),
    ]),
  );
});

/** Whether a word or stem is one of talk; normalised. */
export const isTalk = (word: string, language: Language): boolean => talkOf(toSpoken(language)).has(word);

/** Whether the words of a language are not parted by spaces. */
export const isUnspaced = (language: Language): boolean =>
  SECTIONS.get(language)?.talk.some(hasUnspacedScript) === true;

/** What one language alone means by its words. */
function forms(language: Language, kind: 'phases' | 'degrees'): RegExp {
  const words = claimWordsOf(language)?.[kind] ?? [];
  return words.length === 0 ? /(?!)/u : apart(words.join('|'));
}

const whole = (words: string): RegExp => new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, 'u');
const apart = (words: string): RegExp =>
  new RegExp(`(?<![\\p{sc=Latn}\\p{N}])(?:${words})(?![\\p{sc=Latn}\\p{N}])`, 'u');

export const PERCENTAGE = anyOf(
  'percent',
  (words) => new RegExp(`[%‰]|(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u'),
);
/** Alternatives of a pattern; of all languages. */
export const SIZE_WORDS = [...SECTIONS.values()].flatMap(({ sizes }) => sizes).join('|');
export const SIZE_BEFORE = anyOf('sizes', (words) => new RegExp(`(?:${words})\\s*:?\\s*$`, 'u'));
export const LIMIT_WORDS = anyOf('limits', whole);
export const REGULAR_PRICE_WORDS = anyOf('regular-prices', whole);
export const SEVERAL = anyOf('several', whole);
export const CONCESSION = anyOf('concessions', whole);
export const WIDE_SCOPE = anyOf('wide', whole);
export const AVAILABILITY = anyOf('availability', apart);
export const PHASE = perLanguage((language) => forms(language, 'phases'));
export const HIGHEST_DEGREE = perLanguage((language) => forms(language, 'degrees'));
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
