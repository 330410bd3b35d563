import { mean, normalisedGain, percentile } from '../../suites/search/measure-ranking.ts';
import type { FilledEngine, SearchAnswer, SearchRequest, SearchWay } from './engine.ts';
import type { ShelfQuery } from './shelf-files.ts';
import type { FacetCounts } from './shelf-product.ts';

export interface Times {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/** With a filter and facets, or the bare queries. */
export interface ModeRun {
  readonly times: Times;
  /** NDCG@10 of each query, as many as there was time for. */
  readonly gains: readonly number[];
}

export interface WayRun {
  readonly name: string;
  readonly filtered: ModeRun;
  readonly plain: ModeRun;
  /**
   * Share of the first ten places taken by products that pass the filter and hold every word as written, of the places that such
   * products could take; over the queries that have any.
   */
  readonly holding: number;
}

const DEPTH = 10;
const WARM_UP = 20;
/** A slow engine is asked fewer queries, never fewer than these: once the whole mix. */
const FEWEST = 20;
/** For the compiler. */
const WARM_UP_SHARE = 0.1;

/**
 * Every query with its filter, then without. Before that some once, in a tenth of the time.
 *
 * @param seconds For each of the two; what is left of the queries then is left out.
 */
export async function measureWay(
  way: SearchWay,
  queries: readonly ShelfQuery[],
  seconds: number,
): Promise<WayRun> {
  const filtered = (query: ShelfQuery) => ({ query: query.query, filter: query.filter, limit: DEPTH });
  const plain = (query: ShelfQuery) => ({ query: query.query, limit: DEPTH });
  const warmUp = { seconds: WARM_UP_SHARE * seconds, fewest: 1 };
  await runAll(way, queries.slice(0, WARM_UP), filtered, warmUp);
  await runAll(way, queries.slice(0, WARM_UP), plain, warmUp);
  const withFilter = await runAll(way, queries, filtered, { seconds, fewest: FEWEST });
  const without = await runAll(way, queries, plain, { seconds, fewest: FEWEST });
  return {
    name: way.name,
    filtered: judge(queries, withFilter, ({ filteredGrades }) => filteredGrades),
    plain: judge(queries, without, ({ grades }) => grades),
    holding: holdingShare(queries, withFilter.answers),
  };
}

interface Answers {
  /** Of the first queries. */
  readonly answers: readonly SearchAnswer[];
  /** In milliseconds. */
  readonly times: readonly number[];
}

async function runAll(
  way: SearchWay,
  queries: readonly ShelfQuery[],
  toRequest: (query: ShelfQuery) => SearchRequest,
  { seconds, fewest }: { readonly seconds: number; readonly fewest: number },
): Promise<Answers> {
  const answers: SearchAnswer[] = [];
  const times: number[] = [];
  const untilMs = performance.now() + 1_000 * seconds;
  for (const query of queries) {
    const request = toRequest(query);
    const startedMs = performance.now();
    if (startedMs > untilMs && answers.length >= fewest) break;
    const answer = await way.search(request);
    times.push(performance.now() - startedMs);
    answers.push(answer);
  }
  return { answers, times };
}

function judge(
  queries: readonly ShelfQuery[],
  { answers, times }: Answers,
  gradesOf: (query: ShelfQuery) => ShelfQuery['grades'],
): ModeRun {
  return {
    times: { p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), maxMs: Math.max(...times) },
    gains: answers.map(({ productIds }, position) => {
      const query = queries[position];
      return query === undefined ? 0 : normalisedGain(productIds, new Map(gradesOf(query)), DEPTH);
    }),
  };
}

/** Exported for its test; see {@link WayRun.holding}. */
export function holdingShare(
  queries: readonly Pick<ShelfQuery, 'holding'>[],
  answers: readonly SearchAnswer[],
): number {
  const shares = answers.flatMap(({ productIds }, position) => {
    const wanted = new Set(queries[position]?.holding);
    if (wanted.size === 0) return [];
    const found = productIds.slice(0, DEPTH).filter((id) => wanted.has(id));
    return [found.length / Math.min(DEPTH, wanted.size)];
  });
  return mean(shares);
}

/** Of the facets that were counted by hand, how many the engine counts the same to the last product. */
export async function agreeingFacets(
  engine: Pick<FilledEngine, 'facets'>,
  queries: readonly Pick<ShelfQuery, 'filter' | 'facets'>[],
): Promise<{ readonly checked: number; readonly equal: number }> {
  let [checked, equal] = [0, 0];
  for (const { filter, facets } of queries) {
    if (facets === undefined) continue;
    const counted = await engine.facets(filter);
    for (const [facet, truth] of Object.entries(facets)) {
      checked += 1;
      if (isEqual(counted.get(facet as keyof typeof facets), truth)) equal += 1;
    }
  }
  return { checked, equal };
}

function isEqual(
  counted: FacetCounts extends ReadonlyMap<unknown, infer Counts> ? Counts | undefined : never,
  truth: Readonly<Record<string, number>>,
): boolean {
  const entries = Object.entries(truth);
  return counted?.size === entries.length && entries.every(([value, count]) => counted.get(value) === count);
}
