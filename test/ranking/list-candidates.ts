import type { RankedProduct } from '../../src/domain/ranking.ts';
import type { IndexedFacts } from '../../src/ports/product-index.ts';
import { type Arrangement, arrangeList, NO_DIALS } from '../../src/ranking/arrange-list.ts';
import type { ScoredProduct } from '../../src/ranking/diversify.ts';
import type { ListCandidate } from '../../src/ranking/list-adjustment.ts';
import { type RankingWeights, rankingWeights } from '../../src/ranking/weights.ts';
import { factsOf } from './support.ts';

/** A product that scores by one source; its facts are plain unless given. */
export function candidate(
  productId: string,
  score: number,
  facts: Partial<IndexedFacts> = {},
): ListCandidate & { readonly facts: IndexedFacts } {
  const known = factsOf(productId, facts);
  const product: ScoredProduct = {
    productId,
    score,
    parts: [{ signal: 'taste', weight: 1, value: score, contribution: score }],
    sources: ['taste'],
    vector: known.vector,
  };
  return { product, facts: known };
}

interface Dials extends Partial<Omit<Arrangement, 'weights' | 'facts'>> {
  readonly weights?: Partial<RankingWeights>;
}

/** The list of these candidates with all dials at 0 but those given. */
export function arrange(
  candidates: readonly (ListCandidate & { readonly facts: IndexedFacts })[],
  { weights = {}, ...changes }: Dials,
): RankedProduct[] {
  return arrangeList(
    candidates.map(({ product }) => product).sort((left, right) => right.score - left.score),
    {
      weights: { ...rankingWeights('recommend'), ...NO_DIALS, ...weights },
      limit: candidates.length,
      facts: new Map(candidates.map(({ facts }) => [facts.productId, facts])),
      popularity: () => 0,
      personalConfidence: 1,
      ...changes,
    },
  );
}

export const partOf = ({ parts }: RankedProduct, signal: string) =>
  parts.find((part) => part.signal === signal);
