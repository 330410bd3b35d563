import { createRandom } from '../../../src/domain/random.ts';
import type { IndexedFacts } from '../../../src/ports/product-index.ts';
import { arrangeList } from '../../../src/ranking/arrange-list.ts';
import { rankingWeights } from '../../../src/ranking/weights.ts';

const CANDIDATES = 200;
const DIMENSIONS = 128;
const LISTS = 200;
const CATEGORIES = 12;

/**
 * How long a list of ten takes to arrange with all shipped dials on 200 candidates whose vectors are full: the 50th and 95th
 * percentile of 200 lists, in ms.
 *
 * @param personalConfidence 0 for the page of a stranger, where `volume` is in force.
 */
export function timeLists(personalConfidence: number): { readonly p50Ms: number; readonly p95Ms: number } {
  const random = createRandom(7);
  const facts = new Map<string, IndexedFacts>();
  const scored = Array.from({ length: CANDIDATES }, (_, position) => {
    const vector = Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5);
    const length = Math.hypot(...vector);
    const productId = String(position);
    facts.set(productId, {
      productId,
      priceMinor: 1_000,
      availability: 'in-stock',
      attributes: { brand: [`brand-${position % 9}`] },
      categoryKeys: [`category-${position % CATEGORIES}`],
      titles: [[productId]],
      vector: vector.map((value) => value / length),
    });
    const score = 1 - position / CANDIDATES;
    const parts = [{ signal: 'taste', weight: 1, value: score, contribution: score }];
    return { productId, score, parts, sources: [], vector: facts.get(productId)?.vector ?? vector };
  });
  const times = Array.from({ length: LISTS }, (_, list) => {
    const startedMs = performance.now();
    arrangeList(scored, {
      weights: rankingWeights('recommend'),
      limit: 30,
      facts,
      popularity: (productId) => 1 - Number(productId) / CANDIDATES,
      personalConfidence,
      wantedShares: new Map([
        ['category-1', 0.7],
        ['category-2', 0.3],
      ]),
      sellerLift: () => 0.1,
      seed: String(list),
    });
    return performance.now() - startedMs;
  }).sort((left, right) => left - right);
  return { p50Ms: times[LISTS / 2] ?? 0, p95Ms: times[Math.floor(LISTS * 0.95)] ?? 0 };
}
