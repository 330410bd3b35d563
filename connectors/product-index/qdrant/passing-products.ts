import type {
  FacetCount,
  IndexedVariant,
  IndexFilter,
  IndexScope,
} from '../../../src/ports/product-index.ts';
import { ownEntry, passingVariants, priceOf } from '../passing-variants.ts';
import { fromPayload } from './points.ts';

export interface PassingProduct {
  readonly productId: string;
  readonly categoryKeys: readonly string[];
  readonly titles: readonly (readonly string[])[];
  /** Cheapest first. */
  readonly variants: readonly [IndexedVariant, ...IndexedVariant[]];
}

/** A point of the server that passes the filter, with the variants that make it pass. */
export function toPassingProduct(payload: unknown, scope: IndexScope): PassingProduct[] {
  const product = fromPayload(payload);
  const [first, ...others] = passingVariants(product, scope);
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

/** Minor units: lowest, quartiles and highest of the cheapest passing variants. */
export function toPriceRange(
  products: readonly PassingProduct[],
  market: string,
): readonly [number, number, number, number, number] | undefined {
  const prices = products
    .map(({ variants }) => priceOf(variants[0], market))
    .sort((left, right) => left - right);
  if (prices.length === 0) return undefined;
  const at = (share: number) => prices[Math.floor((prices.length - 1) * share)] ?? 0;
  return [at(0), at(0.25), at(0.5), at(0.75), at(1)];
}

/** Whether a scope can be told only with the words of a product at hand. */
export function tellsOfWords({ filters }: IndexScope): boolean {
  const tells = (filter: IndexFilter): boolean =>
    filter.kind === 'any' ? filter.of.some(tells) : filter.kind === 'terms' || filter.kind === 'not-terms';
  return filters.some(tells);
}
