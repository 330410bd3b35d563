import type { CandidateList } from '../../src/domain/candidate.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { createRandom } from '../../src/domain/random.ts';
import type { IndexedFacts } from '../../src/ports/product-index.ts';
import { rankCandidates } from '../../src/ranking/rank-candidates.ts';
import type { InteractionMatrix } from '../../src/recommendation/interaction-matrix.ts';
import { matrixFromHistories } from '../../src/recommendation/interaction-matrix.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { type NeighbourModel, trainNeighbours } from '../../src/recommendation/train-neighbours.ts';
import type { RidgeModel } from '../../src/recommendation/train-ridge.ts';
import { trainVisits } from '../../src/recommendation/train-visits.ts';
import { generateHistories } from './generate-histories.ts';
import type { RecommendMeasure, RecommendPercentiles } from './recommend.ts';

/**
 * `recommend-measure.ts <products> <interactions> <lists> <seed>`: learns from generated shoppers and makes personal lists for
 * others; prints a RecommendMeasure. Neighbours and visits are learned. What asking costs depends on how long the rows of a model
 * are, not on their weights: the ridge has the first hundred of each row of neighbours, the transitions have all of them. The
 * facts of the products are made up in memory.
 */
const [products = 0, interactions = 0, lists = 0, seed = 1] = process.argv.slice(2).map(Number);
const EVENTS = 20;
const OPENED = 4;
const SOURCE_LIMIT = 200;
const CANDIDATE_LIMIT = 500;
const LIST_LENGTH = 24;
const DIMENSIONS = 128;
const RIDGE_ROW = 100;

const productIds = Array.from({ length: products }, (_, index) => `p${String(index).padStart(9, '0')}`);
const shape = { products, events: EVENTS };
const histories = (shoppers: number, from: number) => generateHistories({ ...shape, shoppers, seed: from });

const learnMs = performance.now();
const shoppers = Math.ceil(interactions / EVENTS);
const matrix = matrixFromHistories(histories(shoppers, seed), productIds);
const neighbours = trainNeighbours(matrix);
const recommender = createRecommender({
  neighbours,
  ridge: shortened(neighbours),
  transitions: neighbours,
  visits: trainVisits(
    [...histories(shoppers, seed)].map((history) => [...history.keys()]),
    productIds,
  ),
  popularity: { productIds, markets: [], scores: popularityOf(matrix) },
});
const learnSeconds = (performance.now() - learnMs) / 1_000;

const random = createRandom(seed + 2);
const factsOf = (productId: string): IndexedFacts => ({
  productId,
  priceMinor: 100 + Math.floor(random() * 20_000),
  availability: 'in-stock',
  attributes: { color: [random() < 0.5 ? 'red' : 'blue'] },
  categoryKeys: ['things', `things>kind-${Math.floor(random() * 200)}`],
  vector: Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5),
  titles: [],
});
const facts = new Map(productIds.map((productId) => [productId, factsOf(productId)]));

const times: Record<'recommend' | 'rank' | 'whole' | 'processor', number[]> = {
  recommend: [],
  rank: [],
  whole: [],
  processor: [],
};
let candidates = 0;
/** Shoppers the models have not seen; the first tenth warms up. */
const asked = [...histories(Math.ceil(lists * 1.1), seed + 1)];
for (const [index, chosen] of asked.entries()) {
  const ids = [...chosen.keys()].map((position) => productIds[position] ?? '');
  const processor = process.threadCpuUsage();
  const startedMs = performance.now();
  const proposed = propose(ids.slice(0, -OPENED), ids.slice(-OPENED));
  const proposedMs = performance.now();
  const known = firstOfEach(proposed, CANDIDATE_LIMIT);
  rankCandidates({
    intent: 'recommend',
    lists: proposed,
    coverage: new Map(),
    facts: new Map([...known].flatMap((id) => [[id, facts.get(id) ?? factsOf(id)] as const])),
    need: EMPTY_NEED,
    personalConfidence: EVENTS / (EVENTS + 5),
    popularity: (productId) => recommender.popularity(productId, undefined),
    limit: LIST_LENGTH,
    seed: String(index),
  });
  const rankedMs = performance.now();
  const { user, system } = process.threadCpuUsage(processor);
  if (index < asked.length - lists) continue;
  candidates += known.size;
  times.recommend.push(proposedMs - startedMs);
  times.rank.push(rankedMs - proposedMs);
  times.whole.push(rankedMs - startedMs);
  times.processor.push((user + system) / 1_000);
}

const measure: RecommendMeasure = {
  products,
  interactions: matrix.byShopper.columns.length,
  lists,
  candidates: candidates / Math.max(1, lists),
  recommend: percentiles(times.recommend),
  rank: percentiles(times.rank),
  whole: percentiles(times.whole),
  processor: percentiles(times.processor),
  learnSeconds,
  peakMb: process.resourceUsage().maxRSS / 1_024,
};
process.stdout.write(`${JSON.stringify(measure)}\n`);

function propose(before: readonly string[], opened: readonly string[]): CandidateList[] {
  const history = before.map((productId, place) => ({ productId, weight: 1, lastAtMs: place }));
  const now = opened.map((productId) => ({ productId, weight: 1, lastAtMs: before.length }));
  return [
    { source: 'taste', candidates: recommender.taste(history, SOURCE_LIMIT) },
    { source: 'next', candidates: recommender.next([...history, ...now], SOURCE_LIMIT) },
    { source: 'session', candidates: recommender.session(opened, SOURCE_LIMIT) },
    { source: 'neighbours', candidates: recommender.goesWith(opened[0] ?? '', SOURCE_LIMIT) },
    { source: 'popular', candidates: recommender.popular(undefined, SOURCE_LIMIT) },
  ];
}

/** The best of every list in turn, until there are enough. */
function firstOfEach(of: readonly CandidateList[], limit: number): ReadonlySet<string> {
  const ids = new Set<string>();
  for (let rank = 0; rank < SOURCE_LIMIT; rank += 1)
    for (const list of of) {
      const candidate = list.candidates[rank];
      if (candidate !== undefined && ids.size < limit) ids.add(candidate.productId);
    }
  return ids;
}

function shortened({ productIds: ids, starts, neighbours: targets, weights }: NeighbourModel): RidgeModel {
  const rows = ids.map((_, row) => {
    const from = starts[row] ?? 0;
    return { from, end: Math.min(starts[row + 1] ?? 0, from + RIDGE_ROW) };
  });
  const entries = rows.reduce((sum, { from, end }) => sum + end - from, 0);
  const bySource = {
    starts: new Int32Array(ids.length + 1),
    columns: new Int32Array(entries),
    values: new Float32Array(entries),
  };
  let next = 0;
  for (const [row, { from, end }] of rows.entries()) {
    bySource.columns.set(targets.subarray(from, end), next);
    bySource.values.set(weights.subarray(from, end), next);
    next += end - from;
    bySource.starts[row + 1] = next;
  }
  return { productIds: ids, bySource };
}

function popularityOf({ byProduct }: InteractionMatrix): Float32Array {
  const counts = Float32Array.from(
    { length: products },
    (_, product) => (byProduct.starts[product + 1] ?? 0) - (byProduct.starts[product] ?? 0),
  );
  const largest = counts.reduce((left, right) => Math.max(left, right), 1);
  return counts.map((count) => Math.sqrt(count / largest));
}

function percentiles(values: readonly number[]): RecommendPercentiles {
  const sorted = Float64Array.from(values).sort();
  const of = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { p50Ms: of(0.5), p95Ms: of(0.95), p99Ms: of(0.99), maxMs: of(1) };
}
