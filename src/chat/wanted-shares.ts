import { type CategoryShares, categoryShares, leafCategory } from '../ranking/calibrate.ts';
import type { ListRequest } from './list-products.ts';
import type { Shop } from './shop.ts';

/**
 * What part of the shopper's history each category has; empty without a history, which there is none of without consent.
 * Products that the market does not sell any more count for nothing.
 */
export async function wantedShares(
  { index }: Pick<Shop, 'index'>,
  { history, market }: Pick<ListRequest, 'history' | 'market'>,
  signal: AbortSignal,
): Promise<CategoryShares> {
  if (history.length === 0) return new Map();
  const ids = history.map(({ productId }) => productId);
  const known = await index.facts({ market: market.country, filters: [] }, ids, signal);
  const categories = new Map(known.map((facts) => [facts.productId, leafCategory(facts)]));
  return categoryShares(history, (productId) => categories.get(productId));
}
