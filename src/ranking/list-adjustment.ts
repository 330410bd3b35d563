import type { IndexedFacts } from '../ports/product-index.ts';
import type { ScoredProduct } from './diversify.ts';

/** A scored product with what a list is judged by as a whole. */
export interface ListCandidate {
  readonly product: ScoredProduct;
  /** Absent facts make it like nothing and nobody's. */
  readonly facts: IndexedFacts | undefined;
}

export const withFacts = (
  scored: readonly ScoredProduct[],
  facts: ReadonlyMap<string, IndexedFacts>,
): ListCandidate[] => scored.map((product) => ({ product, facts: facts.get(product.productId) }));

/** A part of a score that depends on the list the product would stand in. Positions are those of the pool of candidates. */
export interface ListAdjustment {
  /** Name of the part. */
  readonly signal: string;
  /** >= 0. */
  readonly weight: number;
  /**
   * Of the candidate, were it to come next. It never rises while the list grows: therefore a list that is picked greedily is
   * ordered by its scores.
   */
  valueOf(position: number): number;
  /** @param likeness Of every candidate to the one just picked: cosine in [-1, 1], 0 for a zero vector. */
  afterPick?(position: number, likeness: Float64Array): void;
}

/** Below this share of the best score nothing is lifted, whatever for: relevance comes first. */
const RELEVANCE_FLOOR = 0.3;

/**
 * Which candidates may be lifted for a reason that is not the shopper's: those in stock with at least three tenths of the best score.
 *
 * @param pool Highest score first.
 */
export function liftable(pool: readonly ListCandidate[]): (position: number) => boolean {
  const floor = RELEVANCE_FLOOR * (pool[0]?.product.score ?? 0);
  const allowed = pool.map(
    ({ product, facts }) => facts?.availability === 'in-stock' && product.score >= floor && product.score > 0,
  );
  return (position) => allowed[position] ?? false;
}
