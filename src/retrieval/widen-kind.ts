import type { IndexFilter, ProductIndex } from '../ports/product-index.ts';
import type { HardCondition } from './hard-conditions.ts';

/** A department holding less than this share of a kind says nothing about where the kind stands. */
const LEAST_SHARE = 0.2;
const CATEGORIES_CONSIDERED = 200;

/**
 * Where things of a kind stand in the shop: the departments (top categories) that hold at least a fifth of them. When no
 * scarf fits, what hangs beside the scarves is nearer to the wish than the rest of the shop.
 *
 * @returns One filter; undefined when the kind is not among the conditions or stands nowhere.
 */
export async function widenKind(
  index: ProductIndex,
  market: string,
  conditions: readonly HardCondition[],
  signal: AbortSignal,
): Promise<IndexFilter | undefined> {
  const filters = conditions.flatMap((condition) => (isKind(condition) ? condition.filters : []));
  if (filters.length === 0) return undefined;
  const scope = { market, filters };
  const [[total = 0], facets] = await Promise.all([
    index.count([scope], signal),
    index.facets(scope, ['category'], CATEGORIES_CONSIDERED, signal),
  ]);
  const departments = (facets.get('category') ?? [])
    .filter(({ value, count }) => !value.includes('>') && count >= LEAST_SHARE * total)
    .map(({ value }) => value);
  return departments.length === 0 ? undefined : { kind: 'category', anyOf: departments };
}

export const isKind = ({ constraints: [{ attribute, operator }] }: HardCondition): boolean =>
  operator === 'eq' && (attribute === 'type' || attribute === 'category' || attribute === 'product');
