import { runStep } from './run-step.ts';

export interface RecommendPercentiles {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** What one personal list costs over a large catalogue, from behaviour to the arranged order. */
export interface RecommendMeasure {
  readonly products: number;
  /** Pairs of a shopper and a product that were learned from. */
  readonly interactions: number;
  readonly lists: number;
  /** Ranked for each list, on average. */
  readonly candidates: number;
  /** Candidates of every source, from the models. */
  readonly recommend: RecommendPercentiles;
  /** One score with parts for each candidate, and the list arranged from them. */
  readonly rank: RecommendPercentiles;
  readonly whole: RecommendPercentiles;
  /** Of the whole, the thread's time on a processor: what is left of it on a machine that does other things besides. */
  readonly processor: RecommendPercentiles;
  readonly learnSeconds: number;
  readonly peakMb: number;
}

/** Generates, learns and recommends in a process of its own. */
export function benchRecommend(options: {
  readonly products: number;
  readonly interactions: number;
  readonly lists: number;
  readonly seed: number;
}): { readonly bench: 'recommend'; readonly run: RecommendMeasure } {
  const { products, interactions, lists, seed } = options;
  const args = [products, interactions, lists, seed].map(String);
  return { bench: 'recommend', run: runStep<RecommendMeasure>('recommend-measure.ts', args) };
}
