import type { Candidate } from '../domain/candidate.ts';
import type { IndexScope } from '../ports/product-index.ts';
import type { ListRequest } from './list-products.ts';
import type { Shop } from './shop.ts';

/** Products that the likeness is taken from: the newest opened, then the heaviest of the history. */
const MOST_LIKED = 20;
const MOST_FOUND = 50;
/** What was opened one product earlier counts this much less. */
const VISIT_DECAY = 0.8;

/**
 * New products that are like what the shopper opened in this visit and had before, by the cosine in [-1, 1] with the mean of
 * their vectors, within the scope; empty without either. For somebody else only the visit speaks.
 */
export async function newArrivals(
  shop: Pick<Shop, 'index' | 'arrivals'>,
  { need, history, opened, market, exclude, view }: ListRequest,
  scope: IndexScope,
  signal: AbortSignal,
): Promise<readonly Candidate[]> {
  const weights = new Map<string, number>();
  for (const { productId, weight } of need.recipient === undefined ? history : [])
    weights.set(productId, weight);
  for (const [age, productId] of opened.toReversed().entries())
    weights.set(productId, Math.max(VISIT_DECAY ** age, weights.get(productId) ?? 0));
  const liked = [...new Set([...opened.toReversed(), ...weights.keys()])].slice(0, MOST_LIKED);
  const known = new Set([...weights.keys(), ...exclude]);
  const arrivals = liked.length === 0 ? [] : shop.arrivals(view.nowMs).filter((id) => !known.has(id));
  if (arrivals.length === 0) return [];
  const facts = await shop.index.facts({ market: market.country, filters: [] }, liked, signal);
  const vector = meanVector(
    facts.map((fact) => ({ vector: fact.vector, weight: weights.get(fact.productId) ?? 0 })),
  );
  if (vector === undefined) return [];
  const [found = []] = await shop.index.search(
    { ...scope, filters: [...scope.filters, { kind: 'product', anyOf: arrivals }] },
    [{ source: 'text', vector, limit: MOST_FOUND }],
    signal,
  );
  return found.map(({ productId, score }) => ({ productId, score }));
}

/** Of unit length; undefined when nothing is left of it. */
function meanVector(
  parts: readonly { readonly vector: Float32Array; readonly weight: number }[],
): Float32Array | undefined {
  const mean = new Float64Array(parts[0]?.vector.length ?? 0);
  for (const { vector, weight } of parts)
    for (const [index, value] of vector.entries()) mean[index] = (mean[index] ?? 0) + weight * value;
  const length = Math.hypot(...mean);
  return length > 0 ? Float32Array.from(mean, (value) => value / length) : undefined;
}
