import type { ScorePart } from '../../domain/ranking.ts';
import { NO_DIALS } from '../arrange-list.ts';
import { RANKING_SIGNALS } from '../weights.ts';

/** What a ranker learns from, by name; a feature that is not there is 0. */
export type RankingFeatures = Readonly<Record<string, number>>;

/** The score by the weights alone: without what was learned, what rules say and what the rest of the list does. */
export const BLEND = 'blend';
const WISH = 'wish';
const SIGNALS: ReadonlySet<string> = new Set(RANKING_SIGNALS.filter((signal) => !(signal in NO_DIALS)));

/** Every feature there is: the blend, then what it is made of. */
export const FEATURE_NAMES: readonly string[] = [BLEND, ...SIGNALS];

/**
 * What a ranker is told of a product: how the blend scored it, and the value of every signal. It reads parts alone, so that what was
 * logged with a list is exactly what a ranker sees when it serves.
 */
export function rankingFeatures(parts: readonly ScorePart[]): RankingFeatures {
  const features: Record<string, number> = { [BLEND]: 0 };
  for (const { signal, value, contribution } of parts) {
    const name = signal.startsWith(`${WISH}:`) ? WISH : signal;
    if (!SIGNALS.has(name)) continue;
    features[BLEND] = (features[BLEND] ?? 0) + contribution;
    features[name] = (features[name] ?? 0) + value;
  }
  return features;
}
