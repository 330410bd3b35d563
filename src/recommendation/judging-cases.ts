import type { TestCase } from './evaluate-recommendations.ts';
import { type HistoryItem, toHistoryItems } from './history-item.ts';
import type { InteractionColumns } from './interaction-columns.ts';
import { interactionWeight } from './interaction-weights.ts';
import { visitsOf } from './ordered-events.ts';
import { DEFAULT_ROW_OPTIONS, rowsByShopper, typeOf } from './shopper-rows.ts';
import { at } from './typed-arrays.ts';

export type HistoryCase = TestCase<readonly HistoryItem[]>;
/** Products opened, oldest first; what is to be found is the one after them. */
export type VisitCase = TestCase<readonly string[]>;

const MOST_CASES = 5_000;
/** As when a list is asked for: tastes fade faster when answering than when learning what goes together. */
const HALF_LIFE_DAYS = 30;

/**
 * Shoppers with a past and something new after it; evenly drawn when there are more than 5,000.
 *
 * @param cutMs Events before it are the past.
 */
export function historyCases(log: InteractionColumns, cutMs: number): HistoryCase[] {
  const isPast = (row: number): boolean => at(log.occurredAtMs, row) < cutMs;
  const shoppers = shoppersOnBothSides(log, isPast);
  const chosen = new Set(evenly(shoppers));
  const rowsOf = (keep: (row: number) => boolean) =>
    rowsByShopper(log, { ...DEFAULT_ROW_OPTIONS, keep })
      .map((rows, shopper) => (chosen.has(shopper) ? rows.slice() : undefined))
      .filter((rows) => rows !== undefined)
      .toArray();
  const later = rowsOf((row) => !isPast(row));
  return rowsOf(isPast).flatMap((past, index) => {
    const history = toHistoryItems(
      Array.from(past, (row) => ({
        type: typeOf(log, row),
        productId: log.productIds[at(log.product, row)] ?? '',
        occurredAtMs: at(log.occurredAtMs, row),
      })),
      { nowMs: cutMs, halfLifeDays: HALF_LIFE_DAYS },
    );
    const known = new Set(history.map(({ productId }) => productId));
    const heldOut = new Set(chosenIn(log, later[index])).difference(known);
    return history.length > 0 && heldOut.size > 0 ? [{ history, heldOut }] : [];
  });
}

/** Visits that began after the past, each asked for its last product, where that was not seen in it before. */
export function visitCases(log: InteractionColumns, cutMs: number): VisitCase[] {
  const later = visitsOf(log, {
    ...DEFAULT_ROW_OPTIONS,
    keep: (row) => at(log.occurredAtMs, row) >= cutMs,
  });
  return evenly(later).flatMap((visit) => {
    const ids = visit.map((position) => log.productIds[position] ?? '');
    const history = ids.slice(0, -1);
    const last = ids.at(-1);
    return last === undefined || history.includes(last) ? [] : [{ history, heldOut: new Set([last]) }];
  });
}

function shoppersOnBothSides(log: InteractionColumns, isPast: (row: number) => boolean): number[] {
  const sides = new Uint8Array(log.shopperCount);
  for (let row = 0; row < log.length; row += 1) {
    const shopper = at(log.shopper, row);
    if (shopper >= 0) sides[shopper] = at(sides, shopper) | (isPast(row) ? 1 : 2);
  }
  return Array.from(sides.keys()).filter((shopper) => at(sides, shopper) === 3);
}

const chosenIn = (log: InteractionColumns, rows: Int32Array | undefined): string[] =>
  Array.from(rows ?? [])
    .filter((row) => interactionWeight(typeOf(log, row)) > 0)
    .map((row) => log.productIds[at(log.product, row)] ?? '');

function evenly<Item>(items: readonly Item[]): Item[] {
  const stride = Math.max(1, items.length / MOST_CASES);
  return Array.from(
    { length: Math.min(items.length, MOST_CASES) },
    (_, index) => items[Math.floor(index * stride)],
  ).filter((item) => item !== undefined);
}
