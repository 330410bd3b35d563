import { basename } from 'node:path';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { createVisitSearch, DEFAULT_VISIT_SEARCH_OPTIONS } from '../../src/recommendation/search-visits.ts';
import { trainNeighbours } from '../../src/recommendation/train-neighbours.ts';
import { trainTransitions, weighByAge } from '../../src/recommendation/train-transitions.ts';
import { trainVisits } from '../../src/recommendation/train-visits.ts';
import { readHistories, toMatrix } from './recommend/histories.ts';
import { type Recommend, recommendPopular } from './recommend/recommend-popular.ts';

export interface SessionsOptions {
  /** Lines `visit item item ...`: clicks oldest first, the visit that ended last in the last line; plain or gzip. */
  readonly train: string;
  readonly test: string;
  /** Whether the list may hold what the visit has seen; by default it may not, and a return counts as missed. */
  readonly reminders?: boolean;
}

interface SessionQuality {
  /** In [0, 1]: share of clicks that the list before them held. */
  readonly 'hr@20': number;
  /** In [0, 1]: mean of 1 / rank, 0 beyond the twentieth. */
  readonly 'mrr@20': number;
}

export interface SessionsResult {
  readonly suite: 'sessions';
  readonly data: {
    readonly file: string;
    readonly visits: number;
    readonly items: number;
    readonly tested: number;
  };
  readonly metrics: SessionQuality & {
    readonly fitSeconds: number;
    readonly p50Ms: number;
    readonly p99Ms: number;
  };
  readonly baselines: {
    readonly transitions: SessionQuality;
    readonly rp3beta: SessionQuality;
    readonly popularity: SessionQuality;
  };
  readonly seconds: number;
  readonly rssMb: number;
  /** Nothing is random. */
  readonly seed: null;
}

const DEPTH = 20;

/**
 * Every click of a test visit but the first is foretold from those before it, all products of the training visits ranked.
 * A click on a product that no training visit has counts as missed.
 *
 * @throws {AssistantError} INVALID_ARGUMENT when no test visit has two clicks.
 */
export async function runSessions(options: SessionsOptions): Promise<SessionsResult> {
  const started = performance.now();
  const ids = new Map<string, string>();
  const visits = [...(await readHistories(options.train, ids)).values()];
  const tests = [...(await readHistories(options.test, ids)).values()];
  const tested = tests.reduce((sum, clicks) => sum + Math.max(0, clicks.length - 1), 0);
  if (tested === 0) {
    throw new AssistantError('INVALID_ARGUMENT', 'No test visit has two clicks: nothing comes next', {
      details: { test: options.test, visits: tests.length },
    });
  }
  const productIds = [...new Set(visits.flat())].sort();
  const positions = new Map(productIds.map((productId, position) => [productId, position]));
  const laid = visits.map((clicks) => clicks.flatMap((click) => positions.get(click) ?? []));

  const fitStarted = performance.now();
  const search = createVisitSearch(trainVisits(laid, productIds), {
    ...DEFAULT_VISIT_SEARCH_OPTIONS,
    reminders: options.reminders ?? false,
  });
  const fitSeconds = (performance.now() - fitStarted) / 1000;
  const matrix = toMatrix(visits, productIds);
  const transitions = createRecommender({ neighbours: trainTransitions(laid, productIds) });
  const neighbours = createRecommender({ neighbours: trainNeighbours(matrix) });
  const idsOf = (list: readonly { readonly productId: string }[]) => list.map(({ productId }) => productId);
  const found = measure(tests, (clicks, limit) => idsOf(search(clicks, limit)));
  const times = found.timesMs.sort();
  return {
    suite: 'sessions',
    data: { file: basename(options.test), visits: visits.length, items: productIds.length, tested },
    metrics: {
      ...found.quality,
      fitSeconds,
      p50Ms: times[Math.floor(times.length * 0.5)] ?? 0,
      p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    },
    baselines: {
      transitions: measure(tests, (clicks, limit) => idsOf(transitions.taste(weighByAge(clicks), limit)))
        .quality,
      rp3beta: measure(tests, (clicks, limit) =>
        idsOf(
          neighbours.taste(
            clicks.map((productId) => ({ productId, weight: 1 })),
            limit,
          ),
        ),
      ).quality,
      popularity: measure(tests, recommendPopular(matrix)).quality,
    },
    seconds: (performance.now() - started) / 1000,
    rssMb: process.memoryUsage.rss() / 1024 ** 2,
    seed: null,
  };
}

function measure(tests: readonly (readonly string[])[], recommend: Recommend) {
  const timesMs: number[] = [];
  let hits = 0;
  let reciprocals = 0;
  for (const clicks of tests) {
    for (let next = 1; next < clicks.length; next += 1) {
      const startedMs = performance.now();
      const list = recommend(clicks.slice(0, next), DEPTH);
      timesMs.push(performance.now() - startedMs);
      const position = list.indexOf(clicks[next] ?? '');
      if (position < 0) continue;
      hits += 1;
      reciprocals += 1 / (position + 1);
    }
  }
  const count = Math.max(1, timesMs.length);
  const quality: SessionQuality = { 'hr@20': hits / count, 'mrr@20': reciprocals / count };
  return { quality, timesMs: Float64Array.from(timesMs) };
}
