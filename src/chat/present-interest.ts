import type { IndexedFacts } from '../ports/product-index.ts';
import { leafCategory } from '../ranking/calibrate.ts';
import { type InterestKeys, interestOf } from '../recommendation/interest.ts';
import type { ListRequest } from './list-products.ts';
import type { Shop } from './shop.ts';

/** What the shopper dealt with, as far as the market sells it still, by product. */
export type PastFacts = ReadonlyMap<string, IndexedFacts>;

/** Facts of the history and of what was opened in this visit; without consent there is no history. */
export async function pastFacts(
  { index }: Pick<Shop, 'index'>,
  { history, opened, market }: Pick<ListRequest, 'history' | 'opened' | 'market'>,
  signal: AbortSignal,
): Promise<PastFacts> {
  const ids = new Set([...history.map(({ productId }) => productId), ...opened]);
  if (ids.size === 0) return new Map();
  const known = await index.facts({ market: market.country, filters: [] }, [...ids], signal);
  return new Map(known.map((facts) => [facts.productId, facts]));
}

/**
 * By a product's facts: how far the shopper deals with its kind and its brand at the moment, in [0, 1). What is looked for somebody
 * else says nothing of the shopper, but this visit is about it.
 */
export function presentInterest(
  {
    history,
    opened,
    need,
    view,
  }: Pick<ListRequest, 'history' | 'opened' | 'need'> & {
    readonly view: Pick<ListRequest['view'], 'nowMs'>;
  },
  past: PastFacts,
): (facts: IndexedFacts) => number {
  const interest = interestOf(need.recipient === undefined ? history : [], {
    opened,
    nowMs: view.nowMs,
    keysOf: (productId) => keysOf(past.get(productId)),
  });
  return (facts) => interest(keysOf(facts));
}

/** Kind and brand, which are never one and the same. */
function keysOf(facts: IndexedFacts | undefined): InterestKeys {
  const kind = leafCategory(facts);
  const [brand] = facts?.attributes.brand ?? [];
  return [kind && `kind ${kind}`, brand && `brand ${brand}`];
}
