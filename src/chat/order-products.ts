import type { ListOrder } from '../domain/need.ts';
import type { RankedProduct } from '../domain/ranking.ts';
import type { IndexFilter, IndexHit, IndexScope, ProductIndex } from '../ports/product-index.ts';
import { RATING_STANDING } from '../retrieval/to-index-document.ts';

export interface OrderRequest {
  /** Best first; all of the scope. */
  readonly ranked: readonly RankedProduct[];
  readonly scope: IndexScope;
  /** Left out, as it is of `ranked`. */
  readonly exclude: readonly string[];
  /** By price or rating instead of rank. */
  readonly sort?: ListOrder;
  /** Place of the first product wanted, >= 0. */
  readonly from: number;
  readonly length: number;
}

/**
 * A stretch of the order in which everything in a scope stands exactly once: what was ranked, then the rest by price, the
 * cheapest first; or all of it by price; or all of it by the stars that its ratings let expect, the cheaper first of two alike, and behind it what nobody
 * rated, in the usual order. Ties go to the lower productId. What no source named has no score.
 *
 * @returns Fewer than `length` only at the end.
 */
export async function orderProducts(
  index: ProductIndex,
  request: OrderRequest,
  signal: AbortSignal,
): Promise<readonly RankedProduct[]> {
  const { ranked, scope, exclude, sort, from, length } = request;
  if (sort === 'rating-descending') return await orderByRating(index, request, signal);
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

/** More standings than there are. */
const MOST_STANDINGS = 1_000;

/** Cost: three calls, and one for each standing on the stretch. */
async function orderByRating(
  index: ProductIndex,
  { sort: _, ...request }: OrderRequest,
  signal: AbortSignal,
): Promise<readonly RankedProduct[]> {
  const { ranked, scope, exclude, from, length } = request;
  const open = withoutProducts(scope, exclude);
  const facets = await index.facets(open, [RATING_STANDING], MOST_STANDINGS, signal);
  const standings = (facets.get(RATING_STANDING) ?? []).toSorted(
    (left, right) => Number(right.value) - Number(left.value),
  );
  const rated: IndexHit[] = [];
  let place = 0;
  for (const { value, count } of standings) {
    const offset = Math.max(0, from - place);
    place += count;
    if (offset >= count || rated.length >= length) continue;
    const alike: IndexFilter = { kind: 'attribute', attribute: RATING_STANDING, anyOf: [value] };
    const [hits = []] = await index.search(
      { ...open, filters: [...open.filters, alike] },
      [{ source: 'price', order: 'ascending', limit: length - rated.length, offset }],
      signal,
    );
    rated.push(...hits);
  }
  const known = new Map(ranked.map((entry) => [entry.productId, entry]));
  const first = rated.map(({ productId }) => known.get(productId) ?? unranked(productId));
  const missing = length - first.length;
  if (missing === 0) return first;
  const noneOf = standings.map(({ value }) => value);
  const rest: IndexScope =
    noneOf.length === 0
      ? scope
      : {
          ...scope,
          filters: [...scope.filters, { kind: 'not-attribute', attribute: RATING_STANDING, noneOf }],
        };
  const [left = []] = await index.search(rest, [{ source: 'given', productIds: [...known.keys()] }], signal);
  const leftIds = new Set(left.map(({ productId }) => productId));
  const usual = ranked.filter(({ productId }) => leftIds.has(productId));
  const after = { ...request, ranked: usual, scope: rest, from: Math.max(0, from - place), length: missing };
  return [...first, ...(await orderProducts(index, after, signal))];
}

const unranked = (productId: string): RankedProduct => ({ productId, score: 0, parts: [], sources: [] });

const withoutProducts = (scope: IndexScope, noneOf: readonly string[]): IndexScope =>
  noneOf.length === 0 ? scope : { ...scope, filters: [...scope.filters, { kind: 'not-product', noneOf }] };
