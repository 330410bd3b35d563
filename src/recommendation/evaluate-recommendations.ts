import { giniOf } from '../domain/gini.ts';

/** How good top-20 lists are; all means over shoppers with something held out. */
export interface RecommendationQuality {
  /** In [0, 1]: share of a shopper's held-out products that the list holds. */
  readonly 'recall@20': number;
  /** In [0, 1]: log2-discounted gain over the best possible list. */
  readonly 'ndcg@20': number;
  /** In [0, 1]: share of the catalogue that any list shows. */
  readonly coverage: number;
  /** In [0, 1]: inequality of exposure over the whole catalogue; 0 all alike, 1 one product has everything. */
  readonly gini: number;
  readonly shoppers: number;
}

export interface TestCase<History> {
  readonly history: History;
  /** Products to be found; none of the history, at least one. */
  readonly heldOut: ReadonlySet<string>;
}

export interface Evaluation {
  readonly quality: RecommendationQuality;
  /** recall@20 of each case in order, for paired comparisons. */
  readonly recalls: Float64Array;
}

const DEPTH = 20;

/**
 * Ranks all products for every case; cases are gone through once, and none is kept. NDCG: gain 1, discount 1 / log2(rank + 1), ideal cut at 20.
 *
 * @param recommend Best first, at most `limit` products, none of the history.
 * @param catalogueSize Products that could have been shown.
 */
export function evaluateRecommendations<History>(
  cases: Iterable<TestCase<History>>,
  recommend: (history: History, limit: number) => readonly string[],
  catalogueSize: number,
): Evaluation {
  const recalls: number[] = [];
  const exposure = new Map<string, number>();
  let gainSum = 0;
  for (const { history, heldOut } of cases) {
    let hits = 0;
    let gain = 0;
    recommend(history, DEPTH).forEach((productId, position) => {
      exposure.set(productId, (exposure.get(productId) ?? 0) + 1);
      if (!heldOut.has(productId)) return;
      hits += 1;
      gain += 1 / Math.log2(position + 2);
    });
    recalls.push(hits / heldOut.size);
    gainSum += gain / idealGain(Math.min(heldOut.size, DEPTH));
  }
  const count = Math.max(1, recalls.length);
  return {
    quality: {
      'recall@20': recalls.reduce((left, right) => left + right, 0) / count,
      'ndcg@20': gainSum / count,
      coverage: catalogueSize === 0 ? 0 : exposure.size / catalogueSize,
      gini: giniOf([...exposure.values()], catalogueSize),
      shoppers: recalls.length,
    },
    recalls: Float64Array.from(recalls),
  };
}

function idealGain(hits: number): number {
  let gain = 0;
  for (let position = 0; position < hits; position += 1) gain += 1 / Math.log2(position + 2);
  return gain;
}
