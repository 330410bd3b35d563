import type { Evaluation, RecommendationQuality } from './evaluate-recommendations.ts';
import type { InteractionColumns } from './interaction-columns.ts';
import { measureSources, measureTasteBefore, type SourceQualities } from './measure-sources.ts';
import { at } from './typed-arrays.ts';

export interface Judgement {
  /** Of the blend that serves as `taste`. */
  readonly quality: RecommendationQuality;
  /** What the version in force would have done; absent when there is none. */
  readonly before?: RecommendationQuality;
  /** The most popular products for everybody. */
  readonly baseline: RecommendationQuality;
  readonly sources: SourceQualities;
  /** Why it should not take the place of the version in force; absent when it may. */
  readonly refusal?: string;
}

/** Share of the time-ordered events that is learned from; the later ones are to be foretold. */
const TRAINED_SHARE = 0.8;
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
 * Refused when the blend's recall@20 falls by more than a tenth and the paired difference over shoppers is below zero with
 * 97.5 % confidence; never with fewer than 30 shoppers to compare.
 *
 * @param knownUntilMs When the version in force was made: it knew what was received until then.
 * @param catalogueSize Products that could be shown.
 */
export function judgeModels(
  log: InteractionColumns,
  options: { readonly knownUntilMs?: number | undefined; readonly catalogueSize: number },
): Judgement {
  const { catalogueSize, knownUntilMs } = options;
  const split = { cutMs: timeQuantile(log, TRAINED_SHARE), catalogueSize };
  const { taste: now, ...sources } = measureSources(log, split);
  const judged = { quality: now.quality, baseline: sources.shoppers.popular, sources };
  if (knownUntilMs === undefined) return judged;
  const before = measureTasteBefore(log, { ...split, knownUntilMs });
  const refusal = refusalOf(now, before);
  return { ...judged, before: before.quality, ...(refusal === undefined ? {} : { refusal }) };
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
