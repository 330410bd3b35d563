import type { PriceOrder } from '../domain/need.ts';
import type { RankedProduct } from '../domain/ranking.ts';
import type { IndexScope, ProductIndex } from '../ports/product-index.ts';

export interface OrderRequest {
  /** Best first; all of the scope. */
  readonly ranked: readonly RankedProduct[];
  readonly scope: IndexScope;
  /** Left out, as it is of `ranked`. */
  readonly exclude: readonly string[];
  /** By price instead of rank. */
  readonly sort?: PriceOrder;
  /** Place of the first product wanted, >= 0. */
  readonly from: number;
  readonly length: number;
}

/**
 * A stretch of the order in which everything in a scope stands exactly once: what was ranked, then the rest by price, the
 * cheapest first; or all of it by price. Ties go to the lower productId. What no source named has no score.
 *
 * @returns Fewer than `length` only at the end.
 */
export async function orderProducts(
  index: ProductIndex,
  { ranked, scope, exclude, sort, from, length }: OrderRequest,
  signal: AbortSignal,
): Promise<readonly RankedProduct[]> {
  const leading = sort === undefined ? ranked.slice(from, from + length) : [];
  const missing = length - leading.length;
  if (missing === 0) return leading;
  const before = sort === undefined ? ranked.map(({ productId }) => productId) : [];
  const [hits = []] = await index.search(
    withoutProducts(scope, [...exclude, ...before]),
    [
      {
        source: 'price',
        order: sort === 'price-descending' ? 'descending' : 'ascending',
        limit: missing,
        offset: Math.max(0, from - before.length),
      },
    ],
    signal,
  );
  const known = new Map(ranked.map((entry) => [entry.productId, entry]));
  return [...leading, ...hits.map(({ productId }) => known.get(productId) ?? unranked(productId))];
}

const unranked = (productId: string): RankedProduct => ({ productId, score: 0, parts: [], sources: [] });

const withoutProducts = (scope: IndexScope, noneOf: readonly string[]): IndexScope =>
  noneOf.length === 0 ? scope : { ...scope, filters: [...scope.filters, { kind: 'not-product', noneOf }] };
