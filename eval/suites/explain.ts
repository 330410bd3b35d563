import { EMPTY_NEED } from '../../src/domain/need.ts';
import type { RankedProduct } from '../../src/domain/ranking.ts';
import type { IndexedFacts } from '../../src/ports/product-index.ts';
import { type Counterfactual, findCounterfactual } from '../../src/ranking/counterfactual.ts';
import { scoreCandidates } from '../../src/ranking/score-candidates.ts';
import { matrixFromHistories } from '../../src/recommendation/interaction-matrix.ts';
import { createRecommender, type Recommender } from '../../src/recommendation/recommender.ts';
import { trainNeighbours } from '../../src/recommendation/train-neighbours.ts';
import { readHistories } from './recommend/histories.ts';

export interface ExplainOptions {
  /** Lines `user item item ...`, plain or gzip. */
  readonly train: string;
  /** How many users are asked about, spread evenly over the file. */
  readonly users: number;
}

export interface ExplainResult {
  readonly suite: 'explain';
  readonly data: { readonly users: number; readonly items: number; readonly asked: number };
  readonly metrics: {
    /** Largest difference between a score and the sum of its parts. */
    readonly largestGap: number;
    /** Largest difference between 1 and the sum of the shares of a score that history items carry, where all are told. */
    readonly largestShareGap: number;
    /** Share of the users for whom at most three removals change the first product. */
    readonly found: number;
    /** Share of those returned for which removing what is named does change it, made again from the beginning. */
    readonly verified: number;
    readonly meanRemovals: number;
    readonly medianMs: number;
    readonly p95Ms: number;
  };
  readonly baselines: {
    /** `found` when the newest three things of the history are removed without looking. */
    readonly newestThree: number;
  };
  readonly seconds: number;
  readonly rssMb: number;
  /** Nothing is random. */
  readonly seed: null;
}

const CANDIDATES = 200;
const CONFIDENCE_HALF = 5;
/** As many causes as a list tells of a candidate. */
const SHARES_TOLD = 5;

/** Recommendations of shoppers, explained: the parts of their scores, and what would be first without a few things they had. */
export async function runExplain(options: ExplainOptions): Promise<ExplainResult> {
  const started = performance.now();
  const histories = [...(await readHistories(options.train, new Map())).values()];
  const productIds = [...new Set(histories.flat())].sort();
  const positions = new Map(productIds.map((id, position) => [id, position]));
  const matrix = matrixFromHistories(
    histories.map((items) => new Map(items.map((item) => [positions.get(item) ?? 0, 1]))),
    productIds,
  );
  const recommender = createRecommender({ neighbours: trainNeighbours(matrix) });
  const step = Math.max(1, Math.floor(histories.length / options.users));
  const asked = histories.filter((_, index) => index % step === 0).slice(0, options.users);
  const told = asked.map((history) => explainOne(recommender, [...new Set(history)]));
  const found = told.filter(({ counterfactual }) => counterfactual !== undefined);
  const times = told.map(({ ms }) => ms).sort((left, right) => left - right);
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of);
  return {
    suite: 'explain',
    data: { users: histories.length, items: productIds.length, asked: asked.length },
    metrics: {
      largestGap: Math.max(0, ...told.map(({ gap }) => gap)),
      largestShareGap: Math.max(0, ...told.map(({ shareGap }) => shareGap)),
      found: share(found.length, told.length),
      verified: share(found.filter(({ isVerified }) => isVerified).length, found.length),
      meanRemovals: share(
        found.reduce((sum, { counterfactual }) => sum + (counterfactual?.removed.length ?? 0), 0),
        found.length,
      ),
      medianMs: times[Math.floor(times.length / 2)] ?? 0,
      p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
    },
    baselines: { newestThree: share(told.filter(({ newestThree }) => newestThree).length, told.length) },
    seconds: (performance.now() - started) / 1000,
    rssMb: process.memoryUsage.rss() / 1024 ** 2,
    seed: null,
  };
}

interface Told {
  readonly gap: number;
  readonly shareGap: number;
  readonly counterfactual?: Counterfactual<string>;
  readonly isVerified: boolean;
  readonly newestThree: boolean;
  readonly ms: number;
}

function explainOne(recommender: Recommender, history: readonly string[]): Told {
  const owned = new Set(history);
  const started = performance.now();
  const before = rank(recommender, history, owned);
  const first = before[0]?.productId;
  const counterfactual = findCounterfactual<string, RankedProduct>({
    causesOf: (order) =>
      order.find(({ productId }) => productId === first)?.because?.map(({ productId }) => productId) ?? [],
    rescore: (removed) => rank(recommender, without(history, removed), owned),
  });
  const ms = performance.now() - started;
  const topWithout = (removed: readonly string[]) =>
    rank(recommender, without(history, removed), owned)[0]?.productId;
  const gaps = before.map(({ score, parts }) =>
    Math.abs(score - parts.reduce((sum, { contribution }) => sum + contribution, 0)),
  );
  const shareGaps = before.flatMap(({ because = [] }) =>
    because.length === 0 || because.length === SHARES_TOLD
      ? []
      : [Math.abs(1 - because.reduce((sum, { share }) => sum + share, 0))],
  );
  return {
    gap: Math.max(0, ...gaps),
    shareGap: Math.max(0, ...shareGaps),
    ...(counterfactual === undefined ? {} : { counterfactual }),
    isVerified: counterfactual !== undefined && topWithout(counterfactual.removed) === counterfactual.after,
    newestThree: topWithout(history.slice(-3)) !== before[0]?.productId,
    ms,
  };
}

const without = (history: readonly string[], removed: readonly string[]): string[] =>
  history.filter((productId) => !removed.includes(productId));

/** As the shop recommends: the blend of the ranking, over taste alone, for who wants nothing in particular. */
function rank(recommender: Recommender, history: readonly string[], owned: ReadonlySet<string>) {
  const weighed = history.map((productId) => ({ productId, weight: 1, lastAtMs: 0 }));
  const taste = recommender.taste(weighed, CANDIDATES).filter(({ productId }) => !owned.has(productId));
  return scoreCandidates({
    intent: 'recommend',
    lists: [{ source: 'taste', candidates: taste }],
    coverage: new Map(),
    facts: new Map(taste.map(({ productId }) => [productId, toFacts(productId)])),
    need: EMPTY_NEED,
    personalConfidence: history.length / (history.length + CONFIDENCE_HALF),
    popularity: (productId) => recommender.popularity(productId, undefined),
  });
}

const NO_VECTOR = new Float32Array(0);

/** Behaviour alone is told of the items: all of them are there, at one price. */
const toFacts = (productId: string): IndexedFacts => ({
  productId,
  priceMinor: 0,
  availability: 'in-stock',
  attributes: {},
  categoryKeys: [],
  vector: NO_VECTOR,
  titles: [],
});
