import type { IndexedFacts } from '../../../src/ports/product-index.ts';
import { hasBit } from './bits.ts';
import { cheapestVariant, type Passing, priceMinorOf } from './evaluate-scope.ts';
import { readAttributes, readCategoryKeys, readTitles, readVector } from './read-segment.ts';
import { AVAILABILITIES } from './segment.ts';

/** Facts of the products that pass, in the order asked. */
export function readFacts(passing: readonly Passing[], productIds: readonly string[]): IndexedFacts[] {
  return productIds.flatMap((productId) => {
    for (const part of passing) {
      const row = part.segment.rowOf.get(productId);
      if (row !== undefined && hasBit(part.products, row)) return [toFacts(part, row, productId)];
    }
    return [];
  });
}

function toFacts(part: Passing, row: number, productId: string): IndexedFacts {
  const { segment, market } = part;
  const variant = cheapestVariant(part, row);
  const availability = segment.offers.get(market)?.availabilities[variant] ?? 0;
  return {
    productId,
    priceMinor: priceMinorOf(part, variant),
    availability: AVAILABILITIES[availability] ?? 'out-of-stock',
    attributes: readAttributes(segment, variant),
    categoryKeys: readCategoryKeys(segment, row),
    vector: readVector(segment, row),
    titles: readTitles(segment, row),
  };
}
