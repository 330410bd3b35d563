import type { IndexScope } from '../../../src/ports/product-index.ts';
import { type Bits, createBits, forEachBit, hasBit, intersect, setBit } from './bits.ts';
import { evaluateFilter } from './evaluate-filter.ts';
import { type Segment, variantsOnSale } from './segment.ts';

/** What a scope leaves of a segment. */
export interface Passing {
  readonly segment: Segment;
  readonly market: string;
  /** Variant rows for which every filter holds. */
  readonly variants: Bits;
  /** Product rows with such a variant. */
  readonly products: Bits;
}

export function evaluateScope(segment: Segment, { market, filters }: IndexScope): Passing {
  const variants = variantsOnSale(segment, market).slice();
  for (const filter of filters) intersect(variants, evaluateFilter(segment, market, filter));
  const products = createBits(segment.productIds.length);
  forEachBit(variants, (variant) => {
    setBit(products, segment.productOfVariant[variant] ?? 0);
  });
  return { segment, market, variants, products };
}

/** The passing variant of lowest price; of several the first. */
export function cheapestVariant({ segment, market, variants }: Passing, row: number): number {
  const prices = segment.offers.get(market)?.pricesMinor;
  let cheapest = segment.variantStart[row] ?? 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (let variant = cheapest; variant < (segment.variantStart[row + 1] ?? 0); variant += 1) {
    const price = prices?.[variant] ?? Number.POSITIVE_INFINITY;
    if (price < lowest && hasBit(variants, variant)) {
      cheapest = variant;
      lowest = price;
    }
  }
  return cheapest;
}

export function priceMinorOf({ segment, market }: Passing, variant: number): number {
  return segment.offers.get(market)?.pricesMinor[variant] ?? Number.NaN;
}
