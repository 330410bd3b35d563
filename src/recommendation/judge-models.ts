import {
  type Evaluation,
  evaluateRecommendations,
  type RecommendationQuality,
  type TestCase,
} from './evaluate-recommendations.ts';
import type { InteractionColumns } from './interaction-columns.ts';
import { at, buildInteractionMatrix, DEFAULT_MATRIX_OPTIONS, type SparseRows } from './interaction-matrix.ts';
import { DEFAULT_POPULARITY_OPTIONS, trainPopularity } from './popularity.ts';
import { createRecommender, type HistoryItem } from './recommender.ts';
import { trainNeighbours } from './train-neighbours.ts';

export interface Judgement {
  readonly quality: RecommendationQuality;
  /** What the version in force would have done; absent when there is none. */
  readonly before?: RecommendationQuality;
  /** The most popular products for everybody. */
  readonly baseline: RecommendationQuality;
  /** Why it should not take the place of the version in force; absent when it may. */
  readonly refusal?: string;
}

type History = readonly HistoryItem[];

/** Share of the time-ordered events that is learned from; the later ones are to be foretold. */
const TRAINED_SHARE = 0.8;
const MOST_CASES = 5_000;
/** Fewer shoppers with something held out prove nothing. */
const LEAST_CASES = 30;
const TOLERATED_LOSS = 0.1;
/** Of the standard normal distribution, one-sided 97.5 %. */
const CONFIDENCE_Z = 1.96;

/**
 * Judges training on everything known now against training on what was known when the version in force was made: both learn
 * from events before a point in time and foretell the later ones, so that neither has seen the answers. (The stored table of the
 * version in force has, which would flatter it.)
 *
 * Refused when recall@20 falls by more than a tenth and the paired difference over shoppers is below zero with 97.5 %
 * confidence; never with fewer than 30 shoppers to compare.
 *
 * @param knownUntilMs When the version in force was made: it knew what was received until then.
 * @param catalogueSize Products that could be shown.
 */
export function judgeModels(
  log: InteractionColumns,
  options: {
    readonly nowMs: number;
    readonly knownUntilMs?: number | undefined;
    readonly catalogueSize: number;
  },
): Judgement {
  const cutMs = timeQuantile(log, TRAINED_SHARE);
  const isPast = (row: number): boolean => at(log.occurredAtMs, row) < cutMs;
  const matrixOf = (keep: (row: number) => boolean) =>
    buildInteractionMatrix(log, { ...DEFAULT_MATRIX_OPTIONS, nowMs: cutMs, keep });
  const past = matrixOf(isPast);
  const future = buildInteractionMatrix(log, {
    ...DEFAULT_MATRIX_OPTIONS,
    nowMs: options.nowMs,
    keep: (row) => !isPast(row),
  });
  const cases = toCases(past.byShopper, future.byShopper, log.productIds);
  const evaluate = (recommend: (history: History, limit: number) => readonly string[]): Evaluation =>
    evaluateRecommendations(cases, recommend, options.catalogueSize);
  const evaluateNeighbours = (matrix: typeof past): Evaluation => {
    const { taste } = createRecommender({ neighbours: trainNeighbours(matrix) });
    return evaluate((history, limit) => taste(history, limit).map(({ productId }) => productId));
  };

  const popularity = trainPopularity(log, { ...DEFAULT_POPULARITY_OPTIONS, nowMs: cutMs, keep: isPast });
  const { popular } = createRecommender({ popularity });
  const baseline = evaluate((history, limit) => {
    const masked = new Set(history.map(({ productId }) => productId));
    return popular(undefined, limit + masked.size)
      .map(({ productId }) => productId)
      .filter((productId) => !masked.has(productId))
      .slice(0, limit);
  }).quality;
  const now = evaluateNeighbours(past);
  const { knownUntilMs } = options;
  if (knownUntilMs === undefined) return { quality: now.quality, baseline };
  const before = evaluateNeighbours(
    matrixOf((row) => isPast(row) && at(log.receivedAtMs, row) <= knownUntilMs),
  );
  const refusal = refusalOf(now, before);
  return {
    quality: now.quality,
    before: before.quality,
    baseline,
    ...(refusal === undefined ? {} : { refusal }),
  };
}

function refusalOf(now: Evaluation, before: Evaluation): string | undefined {
  const count = now.recalls.length;
  if (count < LEAST_CASES) return undefined;
  const floor = before.quality['recall@20'] * (1 - TOLERATED_LOSS);
  if (now.quality['recall@20'] >= floor) return undefined;
  const differences = now.recalls.map((recall, index) => recall - at(before.recalls, index));
  const mean = differences.reduce((left, right) => left + right, 0) / count;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  if (mean + CONFIDENCE_Z * Math.sqrt(variance / count) >= 0) return undefined;
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  return `recall@20 would fall from ${percent(before.quality['recall@20'])} to ${percent(now.quality['recall@20'])} (${count} shoppers)`;
}

/** The time before which `share` of the events with a shopper lie; 0 without any. */
function timeQuantile(log: InteractionColumns, share: number): number {
  const times = log.occurredAtMs.filter((_, row) => at(log.shopper, row) >= 0).sort();
  return times[Math.floor(times.length * share)] ?? 0;
}

/** Shoppers with a past and something new in the future; evenly drawn when there are too many. */
function toCases(past: SparseRows, future: SparseRows, productIds: readonly string[]): TestCase<History>[] {
  const cases: TestCase<History>[] = [];
  for (let shopper = 0; shopper + 1 < past.starts.length; shopper += 1) {
    const history = itemsOf(past, shopper, productIds);
    const known = new Set(history.map(({ productId }) => productId));
    const later = itemsOf(future, shopper, productIds).map(({ productId }) => productId);
    const heldOut = new Set(later).difference(known);
    if (history.length > 0 && heldOut.size > 0) cases.push({ history, heldOut });
  }
  const stride = Math.max(1, cases.length / MOST_CASES);
  return Array.from(
    { length: Math.min(cases.length, MOST_CASES) },
    (_, index) => cases[Math.floor(index * stride)],
  ).filter((found) => found !== undefined);
}

function itemsOf(rows: SparseRows, row: number, productIds: readonly string[]): HistoryItem[] {
  const items: HistoryItem[] = [];
  for (let entry = at(rows.starts, row); entry < at(rows.starts, row + 1); entry += 1) {
    items.push({ productId: productIds[at(rows.columns, entry)] ?? '', weight: at(rows.values, entry) });
  }
  return items;
}
