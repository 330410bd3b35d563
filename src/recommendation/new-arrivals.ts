import type { Candidate, CandidateList, CandidateSource } from '../domain/candidate.ts';

/** Interactions at which behaviour and content say as much as each other. */
const EVEN_AT = 5;

/** Sources that know a product only by what shoppers did with it. */
const BEHAVIOUR: ReadonlySet<CandidateSource> = new Set(['taste', 'factors', 'next', 'session']);

/** What its content still counts for a product with so many interactions: 1 - n / (n + 5), in [0, 1]. */
export const contentShare = (interactions: number): number =>
  Number.isFinite(interactions) ? EVEN_AT / (interactions + EVEN_AT) : 0;

/**
 * Hands new products over from what they are like to what is done with them: of a new product the scores of behaviour
 * count n / (n + 5), and its likeness to what the shopper looked at the rest, as the source `new`. Other products stay as they are.
 *
 * @param alike New products by their likeness in [-1, 1]; what is not like it at all is left out.
 * @param interactions Of a product, >= 0.
 * @returns The lists, best first, ties by productId, and that of `new` where there is one, with scores in [0, 1].
 */
export function handOver(
  lists: readonly CandidateList[],
  alike: readonly Candidate[],
  interactions: (productId: string) => number,
): CandidateList[] {
  const shares = new Map(
    alike
      .filter(({ score }) => score > 0)
      .map(({ productId }) => [productId, contentShare(interactions(productId))]),
  );
  if (shares.size === 0) return [...lists];
  const scaled = (candidates: readonly Candidate[], factor: (productId: string) => number): Candidate[] =>
    candidates
      .map((candidate) => ({ ...candidate, score: candidate.score * factor(candidate.productId) }))
      .filter(({ score }) => score > 0)
      .sort((left, right) => right.score - left.score || (left.productId < right.productId ? -1 : 1));
  const fresh = alike.map((candidate) => ({ ...candidate, score: Math.min(1, candidate.score) }));
  return [
    ...lists.map((list) =>
      BEHAVIOUR.has(list.source)
        ? { ...list, candidates: scaled(list.candidates, (productId) => 1 - (shares.get(productId) ?? 0)) }
        : list,
    ),
    { source: 'new', candidates: scaled(fresh, (productId) => shares.get(productId) ?? 0) },
  ];
}
