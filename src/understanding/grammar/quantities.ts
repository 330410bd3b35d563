import { z } from 'zod';
import { normalise } from '../../text/analyze.ts';
import { perLanguage, SPOKEN_LANGUAGES } from '../../text/languages.ts';
import { LOCALES } from '../../text/locale-files.ts';
import { Phrases } from '../../text/phrases.ts';

/**
 * Base units in which a measure is told; `''` for bare numbers. Beside another unit its words mean something else: "2 kg high
 * quality". The keys are our names of attributes; a shop's own name that holds one of the words, in any language, is of that measure.
 */
export const UNITS_OF_MEASURES: Readonly<Record<string, readonly string[]>> = {
  weight: ['g', 'oz'],
  width: ['mm', 'in'],
  height: ['mm', 'in'],
  length: ['mm', 'in'],
  depth: ['mm', 'in'],
  thickness: ['mm', 'in'],
  diameter: ['mm', 'in'],
  'screen-size': ['mm', 'in'],
  memory: ['gb'],
  storage: ['gb'],
  capacity: ['ml', 'floz'],
  power: ['w', 'hp'],
  'battery-life': ['h', 'mah'],
  pages: [''],
};

const Measure = z.enum(Object.keys(UNITS_OF_MEASURES));

/** How one language says which amount is meant, and compares amounts; the bounds of prices are said of amounts as well. */
const QuantitySection = z.strictObject({
  /** Words beside an amount that say of what it is, by measure; several words in a row by spaces. */
  measures: z.partialRecord(Measure, Phrases),
  /** Comparisons that say of what, by measure, before an amount: those that mean less, those that mean more. `any`: of nothing certain. */
  comparatives: z.partialRecord(
    z.union([Measure, z.literal('any')]),
    z.strictObject({ less: z.string(), more: z.string() }),
  ),
  /** What stands between a comparison and the amount. */
  than: z.string(),
  /** Words before a comparison that turn it round: "no heavier than". */
  denials: z.string(),
  /** Bounds with the name in them, as a slot `{name}`: "maximum height of 45 cm". */
  named: z.strictObject({ lte: Phrases, gte: Phrases }),
  /** Words between an amount and what it is of: "16 GB of memory". */
  links: Phrases,
  /** Words that bound prices, and no amounts, when nothing else stands before the number: "à 20 cm", "budget 20 l". */
  'only-prices': Phrases.transform((words) => words.map(normalise)),
});

export const quantityWordsOf = perLanguage((language) =>
  LOCALES.section(language, 'quantities', QuantitySection),
);

let onlyPrices: ReadonlySet<string> | undefined;

/** Whether a word bounds prices and no amounts, in any language. */
export function isOnlyOfPrices(word: string): boolean {
  onlyPrices ??= new Set(SPOKEN_LANGUAGES.flatMap((language) => quantityWordsOf(language)['only-prices']));
  return onlyPrices.has(word);
}
