import type { InteractionType } from '../domain/interaction.ts';
import { type HistoryItem, toHistoryItems } from './history-item.ts';

/** What a shopper did, as far as serving looks at it. */
export interface ShopperAction {
  readonly productId: string;
  readonly type: InteractionType;
  /** Epoch milliseconds. */
  readonly occurredAtMs: number;
}

/** The newest of a shopper's actions that count. */
export const ACTIONS_READ = 500;
/** Tastes fade faster when answering than when learning what goes together. */
const HALF_LIFE_DAYS = 30;

/** The newest first; a total order but for repetitions. */
export const byNewest = (left: ShopperAction, right: ShopperAction): number =>
  right.occurredAtMs - left.occurredAtMs ||
  compareText(left.type, right.type) ||
  compareText(left.productId, right.productId);

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/**
 * What a shopper dealt with, heaviest first, ties by productId: the one definition of a history, whether the actions were
 * read from the store or are kept in memory. Ages are counted from the newest action, so the weights need no clock.
 *
 * @param newestFirst At most `ACTIONS_READ`, by `byNewest`.
 */
export function historyOf(newestFirst: readonly ShopperAction[]): HistoryItem[] {
  const nowMs = newestFirst[0]?.occurredAtMs ?? 0;
  return toHistoryItems(newestFirst, { nowMs, halfLifeDays: HALF_LIFE_DAYS }).sort(
    (left, right) => right.weight - left.weight || compareText(left.productId, right.productId),
  );
}
