import { createRandom } from '../../src/domain/random.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { learnLinear, scoreRows } from '../../src/ranking/learned/learn-linear.ts';
import { learnTrees, scoreSet } from '../../src/ranking/learned/learn-trees.ts';
import { type MeanInterval, pairedBootstrap } from '../../src/ranking/learned/paired-bootstrap.ts';
import { discount, orderRows } from '../../src/ranking/learned/ranking-quality.ts';
import {
  createTrainingSet,
  selectQueries,
  type TrainingSet,
} from '../../src/ranking/learned/training-set.ts';
import { generateGraded } from './rank/generate-graded.ts';
import { type GradedQuery, readGradedFiles } from './rank/read-svmlight.ts';
import { type ClickSimulation, simulateClicks } from './rank/simulate-clicks.ts';
import { mean } from './search/measure-ranking.ts';

export interface RankOptions {
  /** SVMlight files; generated when absent. Both or neither. */
  readonly train?: string;
  readonly test?: string;
  readonly simulate: boolean;
}

type Quality = Readonly<Record<'ndcg@1' | 'ndcg@3', number>>;

export interface RankResult {
  readonly suite: 'rank';
  readonly data: {
    readonly from: string;
    readonly train: number;
    readonly test: number;
    readonly features: number;
  };
  /** Of LambdaMART; `over` the linear model is the paired difference of ndcg@3 over test queries. */
  readonly metrics: Quality & {
    readonly trees: number;
    readonly over: MeanInterval;
    readonly clicks?: ClickSimulation;
  };
  readonly baselines: { readonly linear: Quality; readonly random: Quality };
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: number;
}

const SEED = 1;
const TRAIN_QUERIES = 201;
const TEST_QUERIES = 50;
/** Of the training queries, to stop at the best tree. */
const KEPT_BACK = 0.2;
const SESSIONS = 30_000;
/** Many features, few rows: small trees, small steps. */
const TREES = {
  trees: 150,
  leaves: 15,
  leastRows: 20,
  shrinkage: 1,
  learningRate: 0.1,
  depth: 3,
  patience: 50,
};
/** A random order is one of so many. */
const RANDOM_ORDERS = 50;

/** Learned rankers on judged rows of features, beside chance; and what clicks teach when places are not looked at alike. */
export function runRank(options: RankOptions): RankResult {
  const started = performance.now();
  const { train, test, from } = readSets(options);
  const training = toSet(train);
  const unseen = toSet(test);
  const random = createRandom(SEED);
  const isKept = train.map(() => random() < KEPT_BACK);
  const learning = selectQueries(training, (query) => isKept[query] === false);
  const validation = selectQueries(training, (query) => isKept[query] === true);
  const { trees } = learnTrees(learning, validation, TREES);
  const byTrees = scoreSet(unseen, trees);
  const linear = scoreRows(unseen.values, learnLinear(learning), 0, unseen.gains.length);
  const shuffled = Array.from({ length: RANDOM_ORDERS }, () => unseen.idealGains.length).map(() =>
    measure(
      unseen,
      Float64Array.from(unseen.gains, () => random()),
    ),
  );
  const ofLinear = qualities(unseen, linear, 3);
  const difference = qualities(unseen, byTrees, 3).map((quality, query) => quality - (ofLinear[query] ?? 0));
  return {
    suite: 'rank',
    data: { from, train: train.length, test: test.length, features: training.names.length },
    metrics: {
      ...measure(unseen, byTrees),
      trees: trees.length,
      over: pairedBootstrap(difference, random),
      ...(options.simulate ? { clicks: simulateClicks(SESSIONS, SEED) } : {}),
    },
    baselines: {
      linear: measure(unseen, linear),
      random: {
        'ndcg@1': mean(shuffled.map((quality) => quality['ndcg@1'])),
        'ndcg@3': mean(shuffled.map((quality) => quality['ndcg@3'])),
      },
    },
    seconds: (performance.now() - started) / 1_000,
    rssMb: process.memoryUsage.rss() / 1_048_576,
    seed: SEED,
  };
}

function readSets({ train, test }: RankOptions) {
  if ((train === undefined) !== (test === undefined))
    throw new AssistantError('INVALID_ARGUMENT', '--train and --test belong together');
  if (train === undefined || test === undefined)
    return {
      train: generateGraded(TRAIN_QUERIES, 2),
      test: generateGraded(TEST_QUERIES, 3),
      from: 'generated',
    };
  const [training = [], unseen = []] = readGradedFiles([train, test]);
  return { train: training, test: unseen, from: 'files' };
}

/** What a grade is worth: 2^grade - 1. */
const gainOf = (grade: number): number => 2 ** grade - 1;

function toSet(queries: readonly GradedQuery[]): TrainingSet {
  const width = queries[0]?.rows[0]?.values.length ?? 0;
  return createTrainingSet(
    Array.from({ length: width }, (_, feature) => String(feature)),
    queries.map(({ rows }) => ({
      rows: rows.map(({ values, grade }) => ({ values, gain: gainOf(grade) })),
      idealGain: bestGain(
        rows.map(({ grade }) => gainOf(grade)),
        rows.length,
      ),
    })),
  );
}

const bestGain = (gains: readonly number[], depth: number): number =>
  gains
    .toSorted((left, right) => right - left)
    .slice(0, depth)
    .reduce((sum, gain, rank) => sum + gain * discount(rank), 0);

const measure = (set: TrainingSet, scores: Float64Array): Quality => ({
  'ndcg@1': mean(qualities(set, scores, 1)),
  'ndcg@3': mean(qualities(set, scores, 3)),
});

/** NDCG of each query as LightGBM measures it: the best order is cut at the same depth, and a query without any gain counts 1. */
function qualities({ start, gains }: TrainingSet, scores: Float64Array, depth: number): number[] {
  return Array.from({ length: start.length - 1 }, (_, query) => {
    const [from = 0, to = 0] = start.subarray(query, query + 2);
    const ideal = bestGain([...gains.subarray(from, to)], depth);
    if (ideal === 0) return 1;
    const rows = orderRows(scores, from, to).subarray(0, depth);
    return rows.reduce((sum, row, rank) => sum + (gains[row] ?? 0) * discount(rank), 0) / ideal;
  });
}
