import type { InteractionType } from '../domain/interaction.ts';
import { type WeighingOptions, weighHistory } from './interaction-weights.ts';

/** A product somebody dealt with, and how much it says: > 0. */
export interface HistoryItem {
  readonly productId: string;
  readonly weight: number;
  /** Of the newest event with it, epoch milliseconds; what has none counts as older than all that have. */
  readonly lastAtMs?: number;
}

/** Products that are named as causes of a candidate, at most. */
export const MOST_REASONS = 5;

/**
 * One item per product for the events of one shopper, the most recently touched first.
 *
 * @param newestFirst Events of one shopper, newest first.
 */
export function toHistoryItems(
  newestFirst: readonly {
    readonly type: InteractionType;
    readonly productId: string;
    readonly occurredAtMs: number;
  }[],
  options: WeighingOptions,
): HistoryItem[] {
  const lastAtMs = new Map<string, number>();
  for (const { productId, occurredAtMs } of newestFirst)
    if (!lastAtMs.has(productId)) lastAtMs.set(productId, occurredAtMs);
  return [...weighHistory(newestFirst, options)]
    .filter(([, weight]) => weight > 0)
    .map(([productId, weight]) => ({ productId, weight, lastAtMs: lastAtMs.get(productId) ?? 0 }));
}

/** The products of a history, oldest first; of the same time as they stand. */
export function inOrder(items: readonly HistoryItem[]): string[] {
  return items
    .toSorted(
      (left, right) =>
        (left.lastAtMs ?? Number.NEGATIVE_INFINITY) - (right.lastAtMs ?? Number.NEGATIVE_INFINITY) || 0,
    )
    .map(({ productId }) => productId);
}

/** Positions of the known products with a usable weight; a product named twice counts with the larger weight. */
export function knownHistory(
  items: readonly HistoryItem[],
  positions: ReadonlyMap<string, number>,
): Map<number, number> {
  const history = new Map<number, number>();
  for (const { productId, weight } of items) {
    const position = positions.get(productId);
    if (position === undefined || !Number.isFinite(weight) || weight <= 0) continue;
    history.set(position, Math.max(weight, history.get(position) ?? 0));
  }
  return history;
}

/** Largest share first, ties by productId. */
export const byShare = (
  left: { readonly productId: string; readonly share: number },
  right: { readonly productId: string; readonly share: number },
): number => right.share - left.share || (left.productId < right.productId ? -1 : 1);
