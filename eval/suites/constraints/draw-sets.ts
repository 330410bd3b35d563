import type { Market } from '../../../src/domain/market.ts';
import { createRandom } from '../../../src/domain/random.ts';
import type { SpokenLanguage } from '../../../src/text/languages.ts';
import type { Vocabulary } from '../../../src/understanding/vocabulary.ts';
import { SAID_LANGUAGES } from './say-set.ts';

/** What somebody wants, by the shop's own values; a shopper says it, a search page filters by it. */
export interface ConstraintSet {
  readonly market: Market;
  readonly language: SpokenLanguage;
  /** A kind of thing that is sold, as a `type` value. */
  readonly kind?: string;
  /** Whole units of the market's currency. */
  readonly minPrice?: number;
  readonly maxPrice?: number;
  /** One value each. */
  readonly wanted: Readonly<Record<string, string>>;
  readonly refusedColor?: string;
  readonly sort: 'relevance' | 'price-ascending' | 'price-descending';
  /** Products on a page of the search. */
  readonly pageLength: number;
}

const ASKED_FOR = ['color', 'brand', 'size', 'material', 'feature', 'gender'];
const AMOUNTS = [5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500];
const SORTS = ['relevance', 'relevance', 'price-ascending', 'price-descending'] as const;

/** Constraint sets over a shop's vocabulary, the same for the same seed; some can be fulfilled, many not. */
export function drawSets(
  vocabulary: Vocabulary,
  markets: readonly Market[],
  { sets, seed }: { readonly sets: number; readonly seed: number },
): ConstraintSet[] {
  const random = createRandom(seed);
  const kinds = vocabulary.soldTypes().map(({ type }) => type);
  return Array.from({ length: sets }, () => drawSet(vocabulary, markets, kinds, random));
}

function drawSet(
  vocabulary: Vocabulary,
  markets: readonly Market[],
  kinds: readonly string[],
  random: () => number,
): ConstraintSet {
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  const often = (probability: number) => random() < probability;
  const optional = <K extends string, T>(key: K, probability: number, draw: () => T | undefined) => {
    const value = often(probability) ? draw() : undefined;
    return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, T>>;
  };
  const drawValue = (attribute: string) => pick(vocabulary.valuesOf(attribute).slice(0, 30))?.value;
  const wanted = ASKED_FOR.flatMap((attribute) => {
    const value = often(attribute === 'color' ? 0.4 : 0.12) ? drawValue(attribute) : undefined;
    return value === undefined ? [] : [[attribute, value] as const];
  });
  const [market] = [pick(markets) ?? markets[0]];
  const low = pick(AMOUNTS) ?? 5;
  const high = AMOUNTS.filter((amount) => amount > low);
  return {
    market: market ?? { country: 'US', currency: 'USD', languages: ['en'] },
    language: pick(SAID_LANGUAGES) ?? 'en',
    ...optional('kind', 0.85, () => pick(kinds)),
    ...optional('minPrice', 0.12, () => low),
    ...optional('maxPrice', 0.55, () => pick(high)),
    wanted: Object.fromEntries(wanted),
    ...optional('refusedColor', 0.25, () => drawValue('color')),
    sort: pick(SORTS) ?? 'relevance',
    pageLength: 1 + Math.floor(random() * 50),
  };
}
