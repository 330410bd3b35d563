import type { CandidateList } from '../domain/candidate.ts';
import type { IndexScope } from '../ports/product-index.ts';
import type { ListRequest } from './list-products.ts';
import type { Shop } from './shop.ts';

/** Candidates of each source. */
const LIMIT = 200;

/**
 * What behaviour proposes where the index holds what was learned: searched within the scope, so that narrow limits still find
 * as many; both sources in one search. Empty where this process does it by itself.
 */
export async function indexedBehaviour(
  { recommender, index, isBehaviourIndexed }: Pick<Shop, 'recommender' | 'index' | 'isBehaviourIndexed'>,
  { history, need }: Pick<ListRequest, 'history' | 'need'>,
  scope: IndexScope,
  signal: AbortSignal,
): Promise<CandidateList[]> {
  const vector = isBehaviourIndexed() ? recommender.foldIn(history) : undefined;
  const reference = isBehaviourIndexed() ? need.similarTo : undefined;
  if (vector === undefined && reference === undefined) return [];
  const known = new Set(history.map(({ productId }) => productId));
  const [liked = [], beside = []] = await index.search(
    scope,
    [
      { source: 'taste', vector: vector ?? new Float32Array(), limit: LIMIT },
      {
        source: 'neighbours',
        history: reference === undefined ? [] : [{ productId: reference, weight: 1 }],
        limit: LIMIT,
      },
    ],
    signal,
  );
  const fit = liked.filter(({ productId, score }) => score > 0 && !known.has(productId));
  const reasons = recommender.factorReasons(
    history,
    fit.map(({ productId }) => productId),
  );
  return [
    {
      source: 'factors',
      candidates: fit.map(({ productId, score }) => ({
        productId,
        score,
        because: reasons.get(productId) ?? [],
      })),
    },
    {
      source: 'neighbours',
      candidates: beside.map(({ productId, score }) => ({
        productId,
        score,
        ...(reference === undefined ? {} : { because: [{ productId: reference, share: 1 }] }),
      })),
    },
  ];
}
