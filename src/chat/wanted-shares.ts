import { type CategoryShares, categoryShares, leafCategory } from '../ranking/calibrate.ts';
import type { HistoryItem } from '../recommendation/history-item.ts';
import { fading } from '../recommendation/interest.ts';
import type { PastFacts } from './present-interest.ts';

const DAY_MS = 86_400_000;

/**
 * What part of the shopper's history each category has; empty without a history, which there is none of without consent.
 * Products that the market does not sell any more count for nothing.
 *
 * @param nowMs What was done now counts double, what was done a day ago half as much again: today is about something. Without it
 *   the history speaks for itself.
 */
export function wantedShares(
  history: readonly HistoryItem[],
  past: PastFacts,
  nowMs?: number,
): CategoryShares {
  const present = history.map((item) => ({
    ...item,
    weight: item.weight * (1 + lately(item, nowMs)),
  }));
  return categoryShares(present, (productId) => leafCategory(past.get(productId)));
}

/** In [0, 1]. */
const lately = ({ lastAtMs }: HistoryItem, nowMs: number | undefined): number =>
  nowMs === undefined || lastAtMs === undefined ? 0 : fading(nowMs - lastAtMs, DAY_MS);
