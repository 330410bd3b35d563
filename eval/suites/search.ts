import type { Product } from '../../src/domain/product.ts';
import { createRandom } from '../../src/domain/random.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { type MeanInterval, pairedBootstrap } from '../../src/ranking/learned/paired-bootstrap.ts';
import { RELEVANCE_SIGNALS, type RelevanceSignal } from '../../src/ranking/relevance.ts';
import { mean, normalisedGain, percentile, recall } from './search/measure-ranking.ts';
import { createPlainWords } from './search/plain-words.ts';
import { type LabelledProduct, type LabelledQuery, readLabelledSet } from './search/read-labelled-set.ts';
import { openSearchShop, type Search } from './search/search-runs.ts';
import { sliceQueries } from './search/slice-queries.ts';

export interface SearchOptions {
  /** CSV, plain or gzip. */
  readonly products: string;
  readonly queries: string;
  readonly labels: string;
  /** Whose figures are the metrics; the others stand beside it as baselines. */
  readonly run?: string;
  /** Queries the settings were chosen on, those they were not, or both. */
  readonly half?: string;
  /** Signals of the ranking to do without, comma between them: what did each give? */
  readonly without?: string;
}

export interface SearchQuality {
  readonly 'ndcg@10': number;
  readonly 'recall@100': number;
  /** Only the labelled products of a query are ordered. */
  readonly 'judgedNdcg@10': number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** NDCG@10 by slice of the queries. */
  readonly slices: Readonly<Record<string, number>>;
}

export interface SearchResult {
  readonly suite: 'search';
  readonly data: { readonly products: number; readonly queries: number; readonly labels: number };
  readonly run: RunName;
  readonly metrics: SearchQuality;
  readonly baselines: Readonly<
    Record<string, SearchQuality & { readonly 'metricsMinusThis@10': MeanInterval }>
  >;
  readonly worstSlice: WorstSlice;
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: number;
}

/** Where the run loses most, in NDCG@10, to the best of the single sources. */
export interface WorstSlice {
  readonly slice: string;
  readonly source: RunName;
  /** Below 0 when it loses nowhere. */
  readonly loss: number;
}

const RUN_NAMES = ['bm25', 'terms', 'text', 'ranks', 'fused'] as const;
const SINGLE_SOURCES = ['bm25', 'terms', 'text'] as const;
type RunName = (typeof RUN_NAMES)[number];
const HALVES = ['all', 'tuning', 'report'] as const;
type Half = (typeof HALVES)[number];

/** Splits the queries into halves and draws the resamples. */
export const SEED = 20_261_122;
const DEPTH = 100;
export const MARKET = 'US';
/** Prices and listing dates do not differ in such data. */
const NOW_MS = 0;

/**
 * Relevance of search over labelled queries, on the product's own path: query terms, index documents, the embedded index,
 * vectors trained on these products and the blending of the search page. Every run sees every query; the differences are
 * paired, with intervals of 95 %.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for an unknown run, half or signal, or a malformed file.
 */
export async function runSearch(options: SearchOptions): Promise<SearchResult> {
  const started = performance.now();
  const run = oneOf(RUN_NAMES, options.run ?? 'fused');
  const half = oneOf(HALVES, options.half ?? 'all');
  const { products, queries: all, labels } = await readLabelledSet(options);
  const queries = chooseHalf(all, half);
  const weights = Object.fromEntries(toSignals(options.without ?? '').map((signal) => [signal, 0]));
  const shop = await openSearchShop(products.map(toProduct), { nowMs: NOW_MS, market: MARKET, weights });
  const searches: Readonly<Record<RunName, Search>> = { bm25: createPlainWords(products), ...shop };
  const measured = new Map<RunName, Measured>();
  for (const name of RUN_NAMES) measured.set(name, await measure(searches[name], queries));
  const chosen = measured.get(run);
  if (chosen === undefined) throw new AssistantError('INTERNAL', `The run ${run} was not measured`);
  const random = createRandom(SEED);
  const baselines = [...measured].flatMap(([name, other]) =>
    name === run ? [] : [[name, { ...other.quality, 'metricsMinusThis@10': compare(chosen, other, random) }]],
  );
  return {
    suite: 'search',
    data: { products: products.length, queries: queries.length, labels },
    run,
    metrics: chosen.quality,
    baselines: Object.fromEntries(baselines),
    worstSlice: findWorstSlice(chosen.quality, measured),
    seconds: (performance.now() - started) / 1_000,
    rssMb: process.memoryUsage.rss() / 1_048_576,
    seed: SEED,
  };
}

function toSignals(without: string): RelevanceSignal[] {
  return without
    .split(',')
    .filter((name) => name !== '')
    .map((name) => oneOf(RELEVANCE_SIGNALS, name));
}

function findWorstSlice(chosen: SearchQuality, measured: ReadonlyMap<RunName, Measured>): WorstSlice {
  const losses = SINGLE_SOURCES.flatMap((source) =>
    Object.entries(measured.get(source)?.quality.slices ?? {}).map(([slice, own]) => ({
      slice,
      source,
      loss: own - (chosen.slices[slice] ?? 0),
    })),
  );
  const [first = { slice: 'none', source: 'terms' as const, loss: 0 }, ...others] = losses;
  return others.reduce((worst, next) => (next.loss > worst.loss ? next : worst), first);
}

function oneOf<Name extends string>(known: readonly Name[], name: string): Name {
  const found = known.find((each) => each === name);
  if (found !== undefined) return found;
  throw new AssistantError('INVALID_ARGUMENT', `"${name}" is none of ${known.join(', ')}`);
}

export function chooseHalf(queries: readonly LabelledQuery[], half: Half): readonly LabelledQuery[] {
  if (half === 'all') return queries;
  const random = createRandom(SEED);
  return queries.filter(() => random() < 0.5 === (half === 'tuning'));
}

export function toProduct({ productId, title, description }: LabelledProduct): Product {
  const offer = { price: { amountMinor: 100, currency: 'USD' }, availability: 'in-stock' as const };
  return {
    productId,
    texts: { en: { title, description } },
    language: 'en',
    category: [],
    attributes: {},
    variants: [{ variantId: productId, attributes: {}, offers: { [MARKET]: offer } }],
  };
}

interface Measured {
  readonly quality: SearchQuality;
  /** NDCG@10 of each query. */
  readonly gains: readonly number[];
}

async function measure(search: Search, queries: readonly LabelledQuery[]): Promise<Measured> {
  const gains: number[] = [];
  const judged: number[] = [];
  const recalls: number[] = [];
  const times: number[] = [];
  for (const { query, grades } of queries) {
    const started = performance.now();
    const ranking = await search(query, { limit: DEPTH });
    times.push(performance.now() - started);
    gains.push(normalisedGain(ranking, grades));
    const found = recall(ranking, grades, DEPTH);
    if (found !== undefined) recalls.push(found);
    const labelled = [...grades.keys()].sort();
    const ordered = await search(query, { limit: DEPTH, among: labelled });
    // What the words do not find follows: all labelled products are ordered.
    judged.push(normalisedGain([...new Set([...ordered, ...labelled])], grades));
  }
  const slices = sliceQueries(queries).map(({ name, positions }) => [
    name,
    mean(positions.map((position) => gains[position] ?? 0)),
  ]);
  const quality = {
    'ndcg@10': mean(gains),
    'recall@100': mean(recalls),
    'judgedNdcg@10': mean(judged),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    slices: Object.fromEntries(slices),
  };
  return { quality, gains };
}

function compare(chosen: Measured, other: Measured, random: () => number): MeanInterval {
  return pairedBootstrap(
    chosen.gains.map((gain, position) => gain - (other.gains[position] ?? 0)),
    random,
  );
}
