import { perLanguage, type SpokenLanguage } from '../text/languages.ts';
import type { FoundQuantity } from './find-quantities.ts';
import { grammarOf, type PriceBound } from './grammar/index.ts';
import { isOnlyOfPrices, quantityWordsOf } from './grammar/quantities.ts';
import type { NamedMeasure } from './name-measures.ts';
import { compilePattern, type Filling, indexPatterns, matchPatterns, type PatternSet } from './pattern.ts';
import type { Atom } from './read-atoms.ts';

export interface QuantityBound {
  readonly bound: PriceBound;
  /** The measure that a comparison is of, most likely: "longer than". */
  readonly hint?: string;
}

export interface BoundMatch extends QuantityBound {
  readonly from: number;
  readonly to: number;
  readonly amounts: readonly FoundQuantity[];
  /** Named within the phrase: "maximum height of 45 cm". */
  readonly names: readonly NamedMeasure[];
}

/** What fills a slot of a bound. */
interface Slot {
  readonly quantity?: FoundQuantity;
  readonly named?: NamedMeasure;
}

const boundsOf = perLanguage(
  (language): PatternSet<QuantityBound> =>
    indexPatterns<QuantityBound>(
      [...boundsOfPrices(language), ...comparisons(language)].map(({ phrase, meaning }) =>
        compilePattern(phrase, meaning, language),
      ),
    ),
);

interface Phrase {
  readonly phrase: string;
  readonly meaning: QuantityBound;
}

/** What bounds prices bounds amounts, but for "with 50 €" and "50 € and 60": with 16 GB is no bound, "16 GB and 1 TB" no range. */
function boundsOfPrices(language: SpokenLanguage): Phrase[] {
  const prices = Object.entries(grammarOf(language).prices) as [PriceBound, readonly string[]][];
  return prices.flatMap(([bound, list]) =>
    list
      .filter((phrase) => !(bound === 'range' ? phrase.startsWith('{amount}') : phrase.includes('{amount}')))
      .map((phrase) => ({ phrase, meaning: { bound } })),
  );
}

function comparisons(language: SpokenLanguage): Phrase[] {
  const { comparatives, denials, named, than: thanWords } = quantityWordsOf(language);
  const withName = (['lte', 'gte'] as const).flatMap((bound) =>
    named[bound].map((phrase): Phrase => ({ phrase, meaning: { bound } })),
  );
  const compared = Object.entries(comparatives).flatMap(([measure, words]): Phrase[] => {
    if (words === undefined) return [];
    const { less, more } = words;
    const hint = measure === 'any' ? {} : { hint: measure };
    const than = `${thanWords} {money}`;
    return [
      { phrase: `${less} ${than}`, meaning: { bound: 'lt', ...hint } },
      { phrase: `${more} ${than}`, meaning: { bound: 'gt', ...hint } },
      { phrase: `${denials} ${more} ${than}`, meaning: { bound: 'lte', ...hint } },
      { phrase: `${denials} ${less} ${than}`, meaning: { bound: 'gte', ...hint } },
    ];
  });
  return [...withName, ...compared];
}

/** Phrases that bound amounts: "at least 16 GB", "between 10 and 20 litres", "no heavier than 2 kg". */
export function matchBounds(
  atoms: readonly Atom[],
  quantities: readonly FoundQuantity[],
  language: SpokenLanguage,
  nameAt: (at: number) => NamedMeasure | undefined,
): BoundMatch[] {
  const starting = Map.groupBy(quantities, ({ from }) => from);
  const matches = matchPatterns(boundsOf(language), atoms, (slot, at): Filling<Slot>[] => {
    const named = slot === 'name' ? nameAt(at) : undefined;
    if (named !== undefined) return [{ to: named.to, payload: { named } }];
    if (slot !== 'money' && slot !== 'amount') return [];
    const fitting = (starting.get(at) ?? []).filter(({ unit }) => slot === 'money' || unit !== undefined);
    return fitting.map((quantity) => ({ to: quantity.to, payload: { quantity } }));
  });
  return matches.flatMap(({ from, to, meaning, fillings }) => {
    const amounts = fillings.flatMap(({ quantity }) => quantity ?? []);
    const names = [...fillings, ...amounts].flatMap(({ named }) => named ?? []);
    const isListed = meaning.bound === 'range' && amounts[0]?.named !== undefined;
    const isOfPrices = amounts[0]?.from === from + 1 && isOnlyOfPrices(atoms[from]?.normal ?? '');
    return amounts.length === 0 || isListed || isOfPrices ? [] : [{ ...meaning, from, to, amounts, names }];
  });
}
