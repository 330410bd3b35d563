import { AssistantError } from '../../src/errors/assistant-error.ts';
import { blendParts, createBlend } from '../../src/recommendation/blend-recommenders.ts';
import {
  evaluateRecommendations,
  type RecommendationQuality,
  type TestCase,
} from '../../src/recommendation/evaluate-recommendations.ts';
import type { InteractionMatrix } from '../../src/recommendation/interaction-matrix.ts';
import { createRecommender, type Recommender } from '../../src/recommendation/recommender.ts';
import { trainFactors } from '../../src/recommendation/train-factors.ts';
import { trainNeighbours } from '../../src/recommendation/train-neighbours.ts';
import { trainRidge } from '../../src/recommendation/train-ridge.ts';
import { readHistories, toMatrix } from './recommend/histories.ts';
import { type Recommend, recommendPopular } from './recommend/recommend-popular.ts';

export interface RecommendOptions {
  /** Lines `user item item ...`, plain or gzip. */
  readonly train: string;
  readonly test: string;
  readonly algorithm?: string;
}

export interface RecommendResult {
  readonly suite: 'recommend';
  readonly data: { readonly users: number; readonly items: number; readonly pairs: number };
  readonly algorithm: string;
  readonly metrics: RecommendationQuality & {
    /** Half of the 95 % interval of the mean over the shoppers. */
    readonly 'recall@20Margin': number;
    readonly fitSeconds: number;
    /** Highest resident memory of the process when the fit was over: reading the training file is within it. */
    readonly fitRssMb: number;
  };
  readonly baselines: { readonly popularity: RecommendationQuality };
  readonly seconds: number;
  readonly rssMb: number;
  /** The highest that it was: with the measuring, and popularity for comparison. */
  readonly peakRssMb: number;
  /** Nothing is random. */
  readonly seed: null;
}

/** Name to fit: what `--algorithm` may be. */
const ALGORITHMS: Readonly<Record<string, (matrix: InteractionMatrix) => Recommend>> = {
  rp3beta: (matrix) => recommendBy(createRecommender({ neighbours: trainNeighbours(matrix) }).taste),
  ridge: (matrix) =>
    recommendBy(createBlend(matrix.productIds, [{ rows: trainRidge(matrix).bySource, share: 1 }])),
  blend: (matrix) =>
    recommendBy(createBlend(matrix.productIds, blendParts(trainNeighbours(matrix), trainRidge(matrix)))),
  ials: (matrix) => recommendBy(createRecommender({ factors: trainFactors(matrix) }).factors),
  popularity: recommendPopular,
};

/** Every product of the history says as much as any other. */
export function recommendBy(taste: Recommender['taste']): Recommend {
  return (history, limit) =>
    taste(
      history.map((productId) => ({ productId, weight: 1 })),
      limit,
    ).map(({ productId }) => productId);
}

/**
 * Implicit feedback, all items ranked, training items masked, mean over the users of the test file.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for an unknown algorithm or a malformed line.
 */
export async function runRecommend(options: RecommendOptions): Promise<RecommendResult> {
  const started = performance.now();
  const algorithm = options.algorithm ?? 'rp3beta';
  const learn = ALGORITHMS[algorithm];
  if (learn === undefined) {
    throw new AssistantError(
      'INVALID_ARGUMENT',
      `Unknown algorithm; known: ${Object.keys(ALGORITHMS).join(', ')}`,
      {
        details: { algorithm },
      },
    );
  }
  const ids = new Map<string, string>();
  const train = await readHistories(options.train, ids);
  const test = await readHistories(options.test, ids);
  const productIds = [...ids.keys()].sort();
  const matrix = toMatrix([...train.values()], productIds);

  const fitStarted = performance.now();
  const recommend = learn(matrix);
  const fitSeconds = (performance.now() - fitStarted) / 1000;
  const fitRssMb = process.resourceUsage().maxRSS / 1024;
  const cases = toCases(train, test);
  const { quality, recalls } = evaluateRecommendations(cases, recommend, productIds.length);
  const popular = evaluateRecommendations(cases, recommendPopular(matrix), productIds.length);
  return {
    suite: 'recommend',
    data: { users: train.size, items: productIds.length, pairs: matrix.byShopper.columns.length },
    algorithm,
    metrics: { ...quality, 'recall@20Margin': marginOfMean(recalls), fitSeconds, fitRssMb },
    baselines: { popularity: popular.quality },
    seconds: (performance.now() - started) / 1000,
    rssMb: process.memoryUsage.rss() / 1024 ** 2,
    peakRssMb: process.resourceUsage().maxRSS / 1024,
    seed: null,
  };
}

/** Of the mean of independent values: 1.96 standard errors. */
function marginOfMean(values: ArrayLike<number>): number {
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (all.length - 1);
  return 1.96 * Math.sqrt(variance / all.length);
}

/** Every user of the test file who has something that is not in the training file; made anew each time they are gone through. */
export function toCases(
  train: ReadonlyMap<string, readonly string[]>,
  test: ReadonlyMap<string, readonly string[]>,
): Iterable<TestCase<readonly string[]>> {
  return {
    *[Symbol.iterator]() {
      for (const [user, items] of test) {
        const history = train.get(user) ?? [];
        const heldOut = new Set(items);
        for (const known of history) heldOut.delete(known);
        if (heldOut.size > 0) yield { history, heldOut };
      }
    },
  };
}
