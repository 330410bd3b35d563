import type { SpokenLanguage } from '../text/languages.ts';
import type { FoundQuantity } from './find-quantities.ts';
import { GRAMMARS, type PriceBound } from './grammar/index.ts';
import { PRICE_ONLY, QUANTITY_WORDS, THAN } from './grammar/quantities.ts';
import {
  compilePattern,
  indexPatterns,
  matchPatterns,
  type PatternMatch,
  type PatternSet,
} from './pattern.ts';
import type { Atom } from './read-atoms.ts';

export interface QuantityBound {
  readonly bound: PriceBound;
  /** The measure that a comparison is of, most likely: "longer than". */
  readonly hint?: string;
}

const compiled = new Map<SpokenLanguage, PatternSet<QuantityBound>>();

function boundsOf(language: SpokenLanguage): PatternSet<QuantityBound> {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const made = indexPatterns<QuantityBound>(
    [...boundsOfPrices(language), ...comparisons(language)].map(({ phrase, meaning }) =>
      compilePattern(phrase, meaning, language),
    ),
  );
  compiled.set(language, made);
  return made;
}

interface Phrase {
  readonly phrase: string;
  readonly meaning: QuantityBound;
}

/** What bounds prices bounds amounts, but for "for 50 €" and "with 50 €": with 16 GB is no bound. */
function boundsOfPrices(language: SpokenLanguage): Phrase[] {
  const prices = Object.entries(GRAMMARS[language].prices) as [PriceBound, readonly string[]][];
  return prices.flatMap(([bound, list]) =>
    list
      .filter((phrase) => bound === 'range' || !phrase.includes('{amount}'))
      .map((phrase) => ({ phrase, meaning: { bound } })),
  );
}

function comparisons(language: SpokenLanguage): Phrase[] {
  const { comparatives, denials } = QUANTITY_WORDS[language];
  return Object.entries(comparatives).flatMap(([measure, [less, more]]): Phrase[] => {
    const hint = measure === 'any' ? {} : { hint: measure };
    const than = `${THAN[language]} {money}`;
    return [
      { phrase: `${less} ${than}`, meaning: { bound: 'lt', ...hint } },
      { phrase: `${more} ${than}`, meaning: { bound: 'gt', ...hint } },
      { phrase: `${denials} ${more} ${than}`, meaning: { bound: 'lte', ...hint } },
      { phrase: `${denials} ${less} ${than}`, meaning: { bound: 'gte', ...hint } },
    ];
  });
}

/** Phrases that bound amounts: "at least 16 GB", "between 10 and 20 litres", "no heavier than 2 kg". */
export function matchBounds(
  atoms: readonly Atom[],
  quantities: readonly FoundQuantity[],
  language: SpokenLanguage,
): PatternMatch<QuantityBound, FoundQuantity>[] {
  const starting = Map.groupBy(quantities, ({ from }) => from);
  const matches = matchPatterns(boundsOf(language), atoms, (slot, at) => {
    if (slot !== 'money' && slot !== 'amount') return [];
    const fitting = (starting.get(at) ?? []).filter(({ unit }) => slot === 'money' || unit !== undefined);
    return fitting.map((quantity) => ({ to: quantity.to, payload: quantity }));
  });
  return matches.filter(
    ({ from, fillings: [first] }) =>
      first !== undefined && !(first.from === from + 1 && PRICE_ONLY.has(atoms[from]?.normal ?? '')),
  );
}
