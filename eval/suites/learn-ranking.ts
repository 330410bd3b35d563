import { createRandom } from '../../src/domain/random.ts';
import { learnLinear, scoreRows } from '../../src/ranking/learned/learn-linear.ts';
import { learnTrees } from '../../src/ranking/learned/learn-trees.ts';
import { rankingQuality } from '../../src/ranking/learned/ranking-quality.ts';
import {
  createTrainingSet,
  selectQueries,
  type TrainingQuery,
  type TrainingSet,
} from '../../src/ranking/learned/training-set.ts';
import { RELEVANCE_SIGNALS, type RelevanceSignal } from '../../src/ranking/relevance.ts';
import { gainOf, idealGain } from './search/measure-ranking.ts';
import { type LabelledQuery, readLabelledSet } from './search/read-labelled-set.ts';
import { openSearchShop, type SearchShop } from './search/search-runs.ts';
import { chooseHalf, MARKET, SEED, type SearchOptions, toProduct } from './search.ts';

export interface LearnRankingResult {
  readonly suite: 'learn-ranking';
  readonly data: { readonly products: number; readonly queries: number; readonly rows: number };
  /** NDCG@10 on the queries kept back; `without` a signal that all other weights stay. */
  readonly metrics: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
  /** By signal, together 1. */
  readonly weights: Readonly<Record<RelevanceSignal, number>>;
  readonly trees: number;
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: number;
}

/**
 * What stood before anything was learned. A shop of titles alone cannot tell what other fields, or a better text model, are
 * worth, so the learned weights are drawn towards these by {@link PRIOR_SHARE}.
 */
const PRIOR: Partial<Record<RelevanceSignal, number>> = { terms: 0.6, words: 0.33, text: 0.07 };
/** Of the weights; chosen so that the written queries over the demo shop (`search-demo`), which has all fields, lose nothing. */
const PRIOR_SHARE = 0.2;
/** The text alone is not learned: with vectors of titles it would be learned what those are worth. */
const LEARNED: readonly RelevanceSignal[] = RELEVANCE_SIGNALS.filter((signal) => signal !== 'text');
/** Of the queries, kept back to judge by. */
const KEPT_BACK = 0.2;
const DEPTH = 10;

/**
 * Learns the weights of relevance once for all queries, from the half of the labelled queries that settings may be chosen on.
 * LambdaMART is learned from the same rows beside it: what a model without bounds would reach.
 */
export async function learnRanking(
  options: Pick<SearchOptions, 'products' | 'queries' | 'labels'>,
): Promise<LearnRankingResult> {
  const started = performance.now();
  const { products, queries: all } = await readLabelledSet(options);
  const queries = chooseHalf(all, 'tuning');
  const shop = await openSearchShop(products.map(toProduct), { nowMs: 0, market: MARKET });
  const rows: TrainingQuery[] = [];
  for (const labelled of queries) rows.push(await readQuery(shop, labelled));
  const set = createTrainingSet(LEARNED, rows);
  const random = createRandom(SEED);
  const isKept = rows.map(() => random() < KEPT_BACK);
  const training = selectQueries(set, (query) => isKept[query] === false);
  const kept = selectQueries(set, (query) => isKept[query] === true);
  const learned = toWeights(learnLinear(training));
  const drawn = withPrior(learned);
  const { trees, quality } = learnTrees(training, kept);
  return {
    suite: 'learn-ranking',
    data: { products: products.length, queries: queries.length, rows: set.gains.length },
    metrics: {
      words: qualityOf(kept, { terms: 1 }),
      prior: qualityOf(kept, PRIOR),
      learned: qualityOf(kept, learned),
      'with prior': qualityOf(kept, drawn),
      trees: quality,
      without: Object.fromEntries(
        LEARNED.map((signal) => [signal, qualityOf(kept, { ...drawn, [signal]: 0 })]),
      ),
    },
    weights: withPrior(toWeights(learnLinear(set))),
    trees: trees.length,
    seconds: (performance.now() - started) / 1_000,
    rssMb: process.memoryUsage.rss() / 1_048_576,
    seed: SEED,
  };
}

async function readQuery(shop: SearchShop, { query, grades }: LabelledQuery): Promise<TrainingQuery> {
  const candidates = await shop.readCandidates(query);
  return {
    idealGain: idealGain(grades),
    rows: [...candidates].map(([productId, values]) => ({
      values: LEARNED.map((signal) => values[signal]),
      gain: gainOf(grades.get(productId)),
    })),
  };
}

type Weights = Readonly<Record<RelevanceSignal, number>>;

/** By signal, together 1; those that were not learned 0. */
function toWeights(learned: Float64Array): Weights {
  const sum = learned.reduce((total, weight) => total + weight, 0);
  return weigh((signal) => (learned[LEARNED.indexOf(signal)] ?? 0) / sum);
}

function withPrior(learned: Weights): Weights {
  const share = (signal: RelevanceSignal) =>
    PRIOR_SHARE * (PRIOR[signal] ?? 0) + (1 - PRIOR_SHARE) * learned[signal];
  return weigh((signal) => Number(share(signal).toFixed(4)));
}

function weigh(weightOf: (signal: RelevanceSignal) => number): Weights {
  return {
    terms: weightOf('terms'),
    text: weightOf('text'),
    'text-unsaid': weightOf('text-unsaid'),
    words: weightOf('words'),
    'title-words': weightOf('title-words'),
    'best-words': weightOf('best-words'),
    phrase: weightOf('phrase'),
    thing: weightOf('thing'),
    'title-share': weightOf('title-share'),
    alike: weightOf('alike'),
  };
}

function qualityOf(set: TrainingSet, weights: Partial<Weights>): number {
  const columns = Float64Array.from(LEARNED, (signal) => weights[signal] ?? 0);
  return rankingQuality(set, scoreRows(set.values, columns, 0, set.gains.length), DEPTH);
}
