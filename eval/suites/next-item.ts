import { basename } from 'node:path';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { trainNeighbours } from '../../src/recommendation/train-neighbours.ts';
import { trainTransitions, weighByAge } from '../../src/recommendation/train-transitions.ts';
import { readHistories, toMatrix } from './recommend/histories.ts';
import { type Recommend, recommendPopular } from './recommend/recommend-popular.ts';

export interface NextItemQuality {
  /** In [0, 1]: share of shoppers whose next product is among the first ten. */
  readonly 'hr@10': number;
  /** Half of the 95 % interval of hr@10, as of a share of independent shoppers. */
  readonly 'hr@10Margin': number;
  /** In [0, 1]: mean of 1 / log2(rank + 1), 0 beyond the tenth. */
  readonly 'ndcg@10': number;
}

export interface NextItemResult {
  readonly suite: 'next-item';
  readonly data: {
    readonly file: string;
    readonly shoppers: number;
    readonly items: number;
    readonly tested: number;
  };
  readonly metrics: NextItemQuality & { readonly fitSeconds: number };
  readonly baselines: {
    /** The same settings on the products before the last: what they were chosen by, tested on nothing else. */
    readonly tuning: NextItemQuality;
    /** Not learned again with the products before the last; they stand in the histories only. */
    readonly 'without them': NextItemQuality;
    readonly rp3beta: NextItemQuality;
    readonly popularity: NextItemQuality;
  };
  readonly seconds: number;
  readonly rssMb: number;
  /** Nothing is random. */
  readonly seed: null;
}

/** One shopper: what came before, oldest first, and what came next. */
interface Step {
  readonly history: readonly string[];
  readonly next: string;
}

type Learn = (histories: readonly (readonly string[])[], productIds: readonly string[]) => Recommend;

const DEPTH = 10;

/**
 * What a shopper takes next: the last product of every history is foretold from those before it, the last but one was for
 * choosing settings. All products of the file are ranked, the history masked: one taken twice counts as missed.
 *
 * @throws {AssistantError} INVALID_ARGUMENT when no history has two products.
 */
export async function runNextItem({
  sequences,
}: {
  /** Lines `user item item ...`, oldest first, plain or gzip. */
  readonly sequences: string;
}): Promise<NextItemResult> {
  const started = performance.now();
  const histories = [...(await readHistories(sequences, new Map())).values()];
  const productIds = [...new Set(histories.flat())].sort();
  const known = histories.map((items) => items.slice(0, -1));
  const early = histories.map((items) => items.slice(0, -2));
  const tests = stepsAt(histories, -1);
  if (tests.length === 0) {
    throw new AssistantError('INVALID_ARGUMENT', 'No history has two products: nothing comes next', {
      details: { sequences, histories: histories.length },
    });
  }

  const fitStarted = performance.now();
  const recommend = learnTransitions(known, productIds);
  const fitSeconds = (performance.now() - fitStarted) / 1000;
  const earlier = learnTransitions(early, productIds);
  return {
    suite: 'next-item',
    data: {
      file: basename(sequences),
      shoppers: histories.length,
      items: productIds.length,
      tested: tests.length,
    },
    metrics: { ...measure(tests, recommend), fitSeconds },
    baselines: {
      tuning: measure(stepsAt(histories, -2), earlier),
      'without them': measure(tests, earlier),
      rp3beta: measure(tests, learnNeighbours(known, productIds)),
      popularity: measure(tests, recommendPopular(toMatrix(known, productIds))),
    },
    seconds: (performance.now() - started) / 1000,
    rssMb: process.memoryUsage.rss() / 1024 ** 2,
    seed: null,
  };
}

const learnTransitions: Learn = (histories, productIds) => {
  const positions = new Map(productIds.map((productId, position) => [productId, position]));
  const laid = histories.map((items) => items.flatMap((item) => positions.get(item) ?? []));
  const recommender = createRecommender({ neighbours: trainTransitions(laid, productIds) });
  return (history, limit) => recommender.taste(weighByAge(history), limit).map(({ productId }) => productId);
};

const learnNeighbours: Learn = (histories, productIds) => {
  const recommender = createRecommender({ neighbours: trainNeighbours(toMatrix(histories, productIds)) });
  return (history, limit) =>
    recommender
      .taste(
        history.map((productId) => ({ productId, weight: 1 })),
        limit,
      )
      .map(({ productId }) => productId);
};

/** @param place Counted from the end: -1 foretells the last product. */
function stepsAt(histories: readonly (readonly string[])[], place: number): Step[] {
  return histories.flatMap((items) => {
    const next = items.at(place);
    const history = items.slice(0, place);
    return next === undefined || history.length === 0 ? [] : [{ history, next }];
  });
}

function measure(steps: readonly Step[], recommend: Recommend): NextItemQuality {
  const count = Math.max(1, steps.length);
  const gains = steps
    .map(({ history, next }) => recommend(history, DEPTH).indexOf(next))
    .filter((position) => position >= 0)
    .map((position) => 1 / Math.log2(position + 2));
  const hits = gains.length / count;
  return {
    'hr@10': hits,
    'hr@10Margin': 1.96 * Math.sqrt((hits * (1 - hits)) / count),
    'ndcg@10': gains.reduce((sum, gain) => sum + gain, 0) / count,
  };
}
