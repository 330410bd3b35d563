import type { ShownProduct } from '../domain/dialogue-state.ts';
import type { Constraint } from '../domain/need.ts';

export type PricePull = 'cheaper' | 'dearer';

/** "Cheaper than that" aims at four fifths of the price, "dearer" at five quarters. A choice after common critiquing practice. */
const NOTICEABLY = 0.8;

/**
 * What "cheaper" or "dearer" means for a list: strictly below (above) its median price, so that the difference is felt.
 * Where no product of the list lies beyond the median, strictly below the dearest (above the cheapest) instead: a
 * limit that something on the screen fulfils, unless all cost the same. Every later price is then below the dearest shown.
 *
 * @returns One hard limit in minor units; none when nothing is shown.
 */
export function pullFromList(
  pull: PricePull,
  shown: readonly ShownProduct[],
  sourceTurn: number,
): Constraint[] {
  const [first] = shown;
  if (first === undefined) return [];
  const prices = shown
    .filter(({ currency }) => currency === first.currency)
    .map(({ priceMinor }) => priceMinor)
    .sort((left, right) => left - right);
  const cheapest = prices[0] ?? first.priceMinor;
  const dearest = prices.at(-1) ?? first.priceMinor;
  const median = medianOf(prices) ?? first.priceMinor;
  return pull === 'cheaper'
    ? [priceLimit('lt', Math.ceil(median > cheapest ? median : dearest), 'hard', sourceTurn)]
    : [priceLimit('gt', Math.floor(median < dearest ? median : cheapest), 'hard', sourceTurn)];
}

/**
 * What "cheaper" or "dearer" means while one product of the list is talked about: beyond its price as well, so that "too expensive"
 * does not bring it back.
 */
export function pullFromFocus(
  pull: PricePull,
  shown: readonly ShownProduct[],
  focus: string | undefined,
  sourceTurn: number,
): Constraint[] {
  const limits = pullFromList(pull, shown, sourceTurn);
  const meant = shown.find(({ productId }) => productId === focus);
  if (meant === undefined) return limits;
  const further = pull === 'cheaper' ? Math.min : Math.max;
  return limits.map((limit) => ({ ...limit, value: further(Number(limit.value), meant.priceMinor) }));
}

/** What "cheaper" or "dearer" means beside one product: strictly beyond its price, better noticeably so. */
export function pullFromReference(
  pull: PricePull,
  { priceMinor }: Pick<ShownProduct, 'priceMinor'>,
  sourceTurn: number,
): Constraint[] {
  return pull === 'cheaper'
    ? [
        priceLimit('lt', priceMinor, 'hard', sourceTurn),
        priceLimit('lte', Math.floor(priceMinor * NOTICEABLY), 'soft', sourceTurn),
      ]
    : [
        priceLimit('gt', priceMinor, 'hard', sourceTurn),
        priceLimit('gte', Math.ceil(priceMinor / NOTICEABLY), 'soft', sourceTurn),
      ];
}

/** `words` stay empty: the shopper named no figure to say back. */
function priceLimit(
  operator: Constraint['operator'],
  value: number,
  strength: Constraint['strength'],
  sourceTurn: number,
): Constraint {
  return { attribute: 'price', operator, value, strength, words: '', confidence: 1, sourceTurn, known: true };
}

/** @param sorted Ascending. */
function medianOf(sorted: readonly number[]): number | undefined {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}
