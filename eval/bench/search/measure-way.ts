import { mean, normalisedGain, percentile } from '../../suites/search/measure-ranking.ts';
import type { FilledEngine, SearchAnswer, SearchRequest, SearchWay } from './engine.ts';
import type { ShelfQuery } from './shelf-files.ts';
import type { FacetCounts } from './shelf-product.ts';

export interface Times {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/** With a filter and facets, or the bare query. */
export interface WayQuality {
  readonly times: Times;
  readonly 'ndcg@10': number;
  /** NDCG@10 by how the query differs from the words of the catalogue; empty for labelled queries. */
  readonly byTrick: Readonly<Record<string, number>>;
}

export interface WayMeasure {
  readonly name: string;
  readonly filtered: WayQuality;
  readonly plain: WayQuality;
  /**
   * Share of the first ten places taken by products that pass the filter and hold every word as written, of the places that such
   * products could take; over the queries that have any.
   */
  readonly holding: number;
}

const DEPTH = 10;
const WARM_UP = 20;

/** Every query twice, with its filter and without; the first ones once more before, for the compiler. */
export async function measureWay(way: SearchWay, queries: readonly ShelfQuery[]): Promise<WayMeasure> {
  const filtered = (query: ShelfQuery) => ({ query: query.query, filter: query.filter, limit: DEPTH });
  const plain = (query: ShelfQuery) => ({ query: query.query, limit: DEPTH });
  for (const query of queries.slice(0, WARM_UP)) {
    await way.search(filtered(query));
    await way.search(plain(query));
  }
  const withFilter = await runAll(way, queries, filtered);
  const without = await runAll(way, queries, plain);
  return {
    name: way.name,
    filtered: judge(queries, withFilter, ({ filteredGrades }) => filteredGrades),
    plain: judge(queries, without, ({ grades }) => grades),
    holding: holdingShare(queries, withFilter.answers),
  };
}

interface Run {
  readonly answers: readonly SearchAnswer[];
  /** In milliseconds. */
  readonly times: readonly number[];
}

async function runAll(
  way: SearchWay,
  queries: readonly ShelfQuery[],
  toRequest: (query: ShelfQuery) => SearchRequest,
): Promise<Run> {
  const answers: SearchAnswer[] = [];
  const times: number[] = [];
  for (const query of queries) {
    const request = toRequest(query);
    const startedMs = performance.now();
    const answer = await way.search(request);
    times.push(performance.now() - startedMs);
    answers.push(answer);
  }
  return { answers, times };
}

function judge(
  queries: readonly ShelfQuery[],
  { answers, times }: Run,
  gradesOf: (query: ShelfQuery) => ShelfQuery['grades'],
): WayQuality {
  const gains = queries.map((query, position) => ({
    trick: query.trick,
    gain: normalisedGain(answers[position]?.productIds ?? [], new Map(gradesOf(query)), DEPTH),
  }));
  const byTrick = Map.groupBy(gains, ({ trick }) => trick);
  return {
    times: { p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), maxMs: Math.max(...times) },
    'ndcg@10': mean(gains.map(({ gain }) => gain)),
    byTrick: Object.fromEntries(
      [...byTrick].flatMap(([trick, own]) =>
        trick === undefined ? [] : [[trick, mean(own.map(({ gain }) => gain))]],
      ),
    ),
  };
}

/** Exported for its test; see {@link WayMeasure.holding}. */
export function holdingShare(
  queries: readonly Pick<ShelfQuery, 'holding'>[],
  answers: readonly SearchAnswer[],
): number {
  const shares = queries.flatMap(({ holding }, position) => {
    if (holding.length === 0) return [];
    const wanted = new Set(holding);
    const found = (answers[position]?.productIds ?? []).slice(0, DEPTH).filter((id) => wanted.has(id));
    return [found.length / Math.min(DEPTH, holding.length)];
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
