import type { CandidateList } from '../domain/candidate.ts';
import type { RankedProduct } from '../domain/ranking.ts';
import type { TracedList, TracedProduct, TracedSource } from '../domain/trace.ts';
import type { ProductList } from './list-products.ts';

/** Candidates of a source that are kept. */
export const MOST_TRACED_CANDIDATES = 50;
/** Products that were not shown and are kept. */
const MOST_NEXT = 10;

/** What else was in question for a list, for as long as its turn lasts. */
export interface ListTrail {
  readonly lists: readonly CandidateList[];
  /** Best first. */
  readonly ranked: readonly RankedProduct[];
  readonly rules: string;
}

/** A list as it is kept with its turn. */
export function tracedList(
  mode: string,
  { trail, products, total, relaxed, making }: Omit<ProductList, 'trail'> & { readonly trail: ListTrail },
): TracedList {
  const shown = products.map(({ ranked }) => ranked);
  const shownIds = new Set(shown.map(({ productId }) => productId));
  const others = trail.ranked.filter(({ productId }) => !shownIds.has(productId));
  return {
    mode,
    total,
    relaxed: relaxed.map(({ attribute }) => attribute),
    sources: trail.lists.filter(({ candidates }) => candidates.length > 0).map(tracedSource),
    shown: shown.map(tracedProduct),
    next: others.slice(0, MOST_NEXT).map(tracedProduct),
    rules: trail.rules,
    ...(making.strategy === undefined ? {} : { strategy: making.strategy }),
    propensity: making.propensity,
    rankingVersion: making.rankingVersion,
  };
}

const tracedSource = ({ source, candidates }: CandidateList): TracedSource => ({
  source,
  count: candidates.length,
  candidates: candidates
    .slice(0, MOST_TRACED_CANDIDATES)
    .map(({ productId, score }) => [productId, rounded(score)] as const),
});

const tracedProduct = ({ productId, score, parts }: RankedProduct): TracedProduct => ({
  productId,
  score: rounded(score),
  parts: parts.map(({ signal, weight, value }) => [signal, rounded(weight), rounded(value)] as const),
});

/** Four digits after the point: what is smaller moves nothing that a person would ask about. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
