import type { IndexFilter, IndexScope, ReadQuantity } from '../../../src/ports/product-index.ts';
import { passingVariants } from '../passing-variants.ts';
import { fromPayload } from './points.ts';

/** What several scopes have in common: every product that passes one of them passes it. */
export function commonScope(scopes: readonly [IndexScope, ...IndexScope[]]): IndexScope | undefined {
  const [first, ...others] = scopes;
  if (others.some(({ market }) => market !== first.market)) return undefined;
  const kept = others.map(({ filters }) => new Set(filters.map(keyOf)));
  return {
    market: first.market,
    filters: first.filters.filter((filter) => kept.every((keys) => keys.has(keyOf(filter)))),
  };
}

/** Products of points that pass each scope. @param payloads With the words, when a scope tells of them. */
export function countPassing(
  payloads: readonly unknown[],
  scopes: readonly IndexScope[],
  readQuantity: ReadQuantity,
): number[] {
  const products = payloads.map(fromPayload);
  return scopes.map(
    (scope) => products.filter((product) => passingVariants(product, scope, readQuantity).length > 0).length,
  );
}

/** The same for what asks the same; JSON alone takes infinity and NaN for one. */
export const keyOf = (asked: IndexScope | IndexFilter): string =>
  JSON.stringify(asked, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? `${value}` : value,
  );
