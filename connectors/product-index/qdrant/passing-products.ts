import type {
  FacetCount,
  IndexedVariant,
  IndexFilter,
  IndexScope,
  ReadQuantity,
} from '../../../src/ports/product-index.ts';
import { ownEntry, passingVariants, priceOf } from '../passing-variants.ts';
import { type Quartiles, quartilePlaces } from './find-quartiles.ts';
import { fromPayload } from './points.ts';

export interface PassingProduct {
  readonly productId: string;
  readonly categoryKeys: readonly string[];
  readonly titles: readonly (readonly string[])[];
  /** Cheapest first. */
  readonly variants: readonly [IndexedVariant, ...IndexedVariant[]];
}

/** A point of the server that passes the filter, with the variants that make it pass. */
export function toPassingProduct(
  payload: unknown,
  scope: IndexScope,
  readQuantity: ReadQuantity,
): PassingProduct[] {
  const product = fromPayload(payload);
  const [first, ...others] = passingVariants(product, scope, readQuantity);
  if (first === undefined) return [];
  const { productId, categoryKeys, titles } = product;
  return [{ productId, categoryKeys, titles, variants: [first, ...others] }];
}

/** Values of an attribute, by products that have them on a passing variant: highest first, ties by value. */
export function countValues(
  products: readonly PassingProduct[],
  attribute: string,
  limit: number,
): FacetCount[] {
  const counts = new Map<string, number>();
  for (const { variants } of products) {
    const values = variants.flatMap((variant) => ownEntry(variant.attributes, attribute) ?? []);
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort(byCount)
    .slice(0, limit);
}

export const byCount = (left: FacetCount, right: FacetCount): number =>
  right.count - left.count || (left.value < right.value ? -1 : 1);

/** Of the cheapest passing variants, minor units. */
export function priceQuartiles(products: readonly PassingProduct[], market: string): Quartiles | undefined {
  if (products.length === 0) return undefined;
  const prices = products
    .map(({ variants }) => priceOf(variants[0], market))
    .sort((left, right) => left - right);
  const [lowest, first, median, third, highest] = quartilePlaces(prices.length);
  const at = (place: number) => prices[place] ?? 0;
  return [at(lowest), at(first), at(median), at(third), at(highest)];
}

/** Whether a scope can be told only with the words of a product at hand. */
export function tellsOfWords({ filters }: IndexScope): boolean {
  const tells = (filter: IndexFilter): boolean =>
    filter.kind === 'any' ? filter.of.some(tells) : filter.kind === 'terms' || filter.kind === 'not-terms';
  return filters.some(tells);
}
