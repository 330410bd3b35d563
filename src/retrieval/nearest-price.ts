import type { Constraint, Need } from '../domain/need.ts';
import type { IndexFilter, IndexHit, ProductIndex } from '../ports/product-index.ts';
import { toHardConditions } from './hard-conditions.ts';

/**
 * What the price limit of a need keeps out, nearest first: with everything else it asks for, the cheapest offer above a
 * ceiling or the dearest below a floor.
 *
 * @returns undefined without a price limit in words, or when the price is not what is in the way.
 */
export async function nearestPrice(
  index: ProductIndex,
  toFilters: (constraint: Constraint) => readonly IndexFilter[],
  { need, market }: { readonly need: Need; readonly market: string },
  signal: AbortSignal,
): Promise<IndexHit | undefined> {
  const conditions = toHardConditions(need, toFilters);
  const isPrice = ({ constraints: [{ attribute }] }: (typeof conditions)[number]) => attribute === 'price';
  const [limit, ...others] = conditions.filter(
    (condition) => isPrice(condition) && condition.constraints[0].words !== '',
  );
  if (limit === undefined || others.length > 0) return undefined;
  const isCeiling = limit.constraints[0].operator.startsWith('l');
  const available: IndexFilter = { kind: 'availability', anyOf: ['in-stock', 'preorder'] };
  const filters = [
    ...conditions.filter((condition) => !isPrice(condition)).flatMap((condition) => condition.filters),
    available,
  ];
  const order = isCeiling ? 'ascending' : 'descending';
  const [[hit] = []] = await index.search(
    { market, filters },
    [{ source: 'price', order, limit: 1 }],
    signal,
  );
  return hit;
}
