import { type Constraint, sameConstraint, softConstraints } from '../domain/need.ts';
import { findCounterfactual } from '../ranking/counterfactual.ts';
import { scoreCandidates } from '../ranking/score-candidates.ts';
import { behaviourLists } from './behaviour-lists.ts';
import { type Gathered, gatherCandidates } from './gather-candidates.ts';
import { type ListedProduct, type ListRequest, listProducts, personalConfidence } from './list-products.ts';
import { type PastFacts, pastFacts, presentInterest } from './present-interest.ts';
import type { Shop } from './shop.ts';
import { type RuledShop, underRules } from './under-rules.ts';

/** A cause that a list can be made without. */
export type ListCause =
  /** Something the shopper looked at or bought. */
  | { readonly kind: 'product'; readonly productId: string }
  /** A wish that lifts what fulfils it. */
  | { readonly kind: 'wish'; readonly wish: Constraint };

export interface ListCounterfactual {
  /** The first product as it is. */
  readonly before: ListedProduct;
  /** What was left out, and the product that would then be first; absent when no three causes make a difference. */
  readonly found?: { readonly removed: readonly ListCause[]; readonly after: ListedProduct };
}

/** Causes that are tried: more would be no answer to "why?". */
const MOST_CAUSES = 8;

/**
 * What would stand first without the things that speak for what does: the fewest products of the shopper's past, and wishes,
 * found by rescoring the candidates and verified by making the whole list again. A product that is left out as a cause is not
 * proposed in its place.
 *
 * @returns Undefined when there is no list at all.
 */
export async function explainCounterfactual(
  openShop: Shop,
  asked: ListRequest,
  signal: AbortSignal,
): Promise<ListCounterfactual | undefined> {
  const request = { ...asked, limit: 1 };
  const shop = withoutTraces(
    underRules(openShop, {
      ...request.view,
      market: request.market.country,
      segments: request.audience.segments,
    }),
  );
  const [before] = (await listProducts(shop, request, signal)).products;
  if (before === undefined) return undefined;
  const gathered = await gatherCandidates(shop, request, signal);
  const past = await pastFacts(shop, request, signal);
  const causes = causesOf(before, request, gathered);
  const counterfactual = findCounterfactual({
    productId: before.product.productId,
    causesOf: () => causes,
    rescore: (removed) => rescore(shop, without(request, removed), { ...gathered, past }),
  });
  if (counterfactual === undefined) return { before };
  const { removed } = counterfactual;
  const [after] = (await listProducts(shop, without(request, removed), signal)).products;
  return after === undefined || after.product.productId === before.product.productId
    ? { before }
    : { before, found: { removed, after } };
}

/** The same order again and again, with nothing remembered of lists that nobody sees. */
export function withoutTraces(shop: RuledShop): RuledShop {
  const { strategies: _, ...ranking } = shop.ranking.current();
  const sellers = { ...ranking.sellers, record: () => {} };
  return { ...shop, ranking: { ...shop.ranking, current: () => ({ ...ranking, sellers }) } };
}

/** What speaks for the first product: the past by its shares in every source, then the wishes. */
function causesOf({ product }: ListedProduct, request: ListRequest, { lists }: Gathered): ListCause[] {
  const own = new Set([...request.opened, ...request.history.map(({ productId }) => productId)]);
  const shares = new Map<string, number>();
  for (const { candidates } of lists) {
    const causes = candidates.find(({ productId }) => productId === product.productId)?.because ?? [];
    for (const { productId, share } of causes) {
      if (own.has(productId)) shares.set(productId, share + (shares.get(productId) ?? 0));
    }
  }
  const products = [...shares]
    .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
    .map(([productId]): ListCause => ({ kind: 'product', productId }));
  const wishes = softConstraints(request.need).map((wish): ListCause => ({ kind: 'wish', wish }));
  return [...products.slice(0, MOST_CAUSES), ...wishes.slice(0, MOST_CAUSES)];
}

function without(request: ListRequest, causes: readonly ListCause[]): ListRequest {
  const gone = new Set(causes.flatMap((cause) => (cause.kind === 'product' ? [cause.productId] : [])));
  const wishes = causes.flatMap((cause) => (cause.kind === 'wish' ? [cause.wish] : []));
  const isKept = (constraint: Constraint) => !wishes.some((wish) => sameConstraint(wish, constraint));
  return {
    ...request,
    need:
      wishes.length === 0
        ? request.need
        : { ...request.need, constraints: request.need.constraints.filter(isKept) },
    history: request.history.filter(({ productId }) => !gone.has(productId)),
    opened: request.opened.filter((productId) => !gone.has(productId)),
    exclude: [...request.exclude, ...gone],
  };
}

/** The candidates that were gathered, scored for a changed request by the code that ranks every list. */
function rescore(
  shop: RuledShop,
  request: ListRequest,
  { retrieval, lists, facts, pinned, past }: Gathered & { readonly past: PastFacts },
) {
  const behaviour = behaviourLists(shop, request);
  const replaced = new Set(behaviour.map(({ source }) => source));
  const excluded = new Set(request.exclude);
  return scoreCandidates({
    intent: request.intent,
    lists: [...lists.filter(({ source }) => !replaced.has(source)), ...behaviour],
    coverage: retrieval.coverage,
    wording: retrieval.wording,
    facts,
    need: request.need,
    weights: shop.ranking.current().weights.of(request.intent),
    personalConfidence: personalConfidence(request),
    interest: presentInterest(request, past),
    popularity: (productId) => shop.recommender.popularity(productId, request.market.country),
    ruleParts: shop.rulesFor(request.need).partsOf,
    lessons: shop.taughtFor(request.need).lessons.added,
    also: pinned,
  }).filter(({ productId }) => !excluded.has(productId));
}
