import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import {
  evaluateRecommendations,
  type RecommendationQuality,
  type TestCase,
} from '../../src/recommendation/evaluate-recommendations.ts';
import { type InteractionMatrix, matrixFromHistories } from '../../src/recommendation/interaction-matrix.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { trainNeighbours } from '../../src/recommendation/train-neighbours.ts';

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
  readonly metrics: RecommendationQuality & { readonly fitSeconds: number };
  readonly baselines: { readonly popularity: RecommendationQuality };
  readonly seconds: number;
  readonly rssMb: number;
  /** Nothing is random. */
  readonly seed: null;
}

type Recommend = (history: readonly string[], limit: number) => readonly string[];

/** Name to fit: what `--algorithm` may be. */
const ALGORITHMS: Readonly<Record<string, (matrix: InteractionMatrix) => Recommend>> = {
  rp3beta: (matrix) => {
    const recommender = createRecommender({ neighbours: trainNeighbours(matrix) });
    return (history, limit) =>
      recommender
        .taste(
          history.map((productId) => ({ productId, weight: 1 })),
          limit,
        )
        .map(({ productId }) => productId);
  },
  popularity: recommendPopular,
};

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
  const productIds = [...new Set([...train.values(), ...test.values()].flat())].sort();
  const matrix = toMatrix([...train.values()], productIds);

  const fitStarted = performance.now();
  const recommend = learn(matrix);
  const fitSeconds = (performance.now() - fitStarted) / 1000;
  const cases = toCases(train, test);
  const { quality } = evaluateRecommendations(cases, recommend, productIds.length);
  const popular = evaluateRecommendations(cases, recommendPopular(matrix), productIds.length);
  return {
    suite: 'recommend',
    data: { users: train.size, items: productIds.length, pairs: matrix.byShopper.columns.length },
    algorithm,
    metrics: { ...quality, fitSeconds },
    baselines: { popularity: popular.quality },
    seconds: (performance.now() - started) / 1000,
    rssMb: process.memoryUsage.rss() / 1024 ** 2,
    seed: null,
  };
}

/** Most users first; what the history holds is left out. */
function recommendPopular(matrix: InteractionMatrix): Recommend {
  const { starts } = matrix.byProduct;
  const order = matrix.productIds
    .map((productId, position) => ({
      productId,
      users: (starts[position + 1] ?? 0) - (starts[position] ?? 0),
    }))
    .sort((left, right) => right.users - left.users || (left.productId < right.productId ? -1 : 1))
    .map(({ productId }) => productId);
  return (history, limit) => {
    const masked = new Set(history);
    const list: string[] = [];
    for (const productId of order) {
      if (list.length === limit) break;
      if (!masked.has(productId)) list.push(productId);
    }
    return list;
  };
}

/** @param ids Every id once, so that a million mentions share their text. */
async function readHistories(file: string, ids: Map<string, string>): Promise<Map<string, string[]>> {
  const shared = (id: string): string => {
    const known = ids.get(id);
    if (known === undefined) ids.set(id, id);
    return known ?? id;
  };
  const bytes = await readFile(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  const histories = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [user, ...items] = line.trim().split(/\s+/);
    if (user === undefined || user === '') continue;
    histories.set(user, [...(histories.get(user) ?? []), ...items.map(shared)]);
  }
  return histories;
}

function toMatrix(
  histories: readonly (readonly string[])[],
  productIds: readonly string[],
): InteractionMatrix {
  const positions = new Map(productIds.map((id, position) => [id, position]));
  return matrixFromHistories(
    histories.map((items) => new Map(items.map((item) => [positions.get(item) ?? 0, 1]))),
    productIds,
  );
}

function toCases(
  train: ReadonlyMap<string, readonly string[]>,
  test: ReadonlyMap<string, readonly string[]>,
): TestCase<readonly string[]>[] {
  return [...test].flatMap(([user, items]) => {
    const known = train.get(user) ?? [];
    const heldOut = new Set(items).difference(new Set(known));
    if (heldOut.size === 0) return [];
    return [{ history: known, heldOut }];
  });
}
