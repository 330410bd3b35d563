import type { IndexScope, ReadQuantity } from '../../../src/ports/product-index.ts';
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

export function evaluateScope(segment: Segment, scope: IndexScope, readQuantity: ReadQuantity): Passing {
  const variants = passingVariants(segment, scope, readQuantity);
  const products = createBits(segment.productIds.length);
  let last = -1;
  forEachBit(variants, (variant) => {
    const product = segment.productOfVariant[variant] ?? 0;
    if (product !== last) setBit(products, product);
    last = product;
  });
  return { segment, market: scope.market, variants, products };
}

function passingVariants(
  segment: Segment,
  { market, filters }: IndexScope,
  readQuantity: ReadQuantity,
): Bits {
  const variants = variantsOnSale(segment, market).slice();
  for (const filter of filters) {
    intersect(variants, evaluateFilter(segment, filter, { market, readQuantity }));
  }
  return variants;
}

/** Products of the segment that pass. Variants of a product stand side by side: it counts where a run of them begins. */
export function countProducts(segment: Segment, scope: IndexScope, readQuantity: ReadQuantity): number {
  const { productOfVariant } = segment;
  const variants = passingVariants(segment, scope, readQuantity);
  let count = 0;
  let last = -1;
  for (let index = 0; index < variants.length; index += 1) {
    for (let word = variants[index] ?? 0; word !== 0; word &= word - 1) {
      const product = productOfVariant[(index << 5) + 31 - Math.clz32(word & -word)] ?? 0;
      if (product !== last) count += 1;
      last = product;
    }
  }
  return count;
}

/** Calls `visit` with every passing product, rows ascending, and the price of its cheapest passing variant in minor units. */
export function forEachProduct(
  { segment, market, variants }: Passing,
  visit: (row: number, priceMinor: number) => void,
): void {
  const { productOfVariant } = segment;
  const prices = segment.offers.get(market)?.pricesMinor ?? new Float64Array();
  let last = -1;
  let lowest = Number.POSITIVE_INFINITY;
  forEachBit(variants, (variant) => {
    const product = productOfVariant[variant] ?? 0;
    const price = prices[variant] ?? Number.POSITIVE_INFINITY;
    if (product === last) {
      lowest = Math.min(lowest, price);
      return;
    }
    if (last !== -1) visit(last, lowest);
    last = product;
    lowest = price;
  });
  if (last !== -1) visit(last, lowest);
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
