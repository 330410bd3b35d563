import type { InteractionType } from '../domain/interaction.ts';
import type { InteractionColumns } from './interaction-columns.ts';
import { INTERACTION_TYPES } from './interaction-weights.ts';
import { at } from './typed-arrays.ts';

export interface RowOptions {
  /** Only the newest so many events of a shopper count: training costs the square of it, and it bounds one person's influence. */
  readonly eventsPerShopper: number;
  /** Rows of the log that count; all when absent. */
  readonly keep?: (row: number) => boolean;
}

export const DEFAULT_ROW_OPTIONS = { eventsPerShopper: 500 } as const;

/**
 * The rows of every shopper in turn, newest first, those of the same time by arrival; none for a shopper without any.
 * Rows without a shopper are left out. Cost: O(rows log(rows of the busiest shopper)), 4 bytes a row.
 */
export function* rowsByShopper(log: InteractionColumns, options: RowOptions): Generator<Int32Array> {
  const { starts, order } = sortByShopper(log, options.keep);
  for (let shopper = 0; shopper < log.shopperCount; shopper += 1) {
    yield order
      .subarray(starts[shopper], starts[shopper + 1])
      .sort((left, right) => at(log.occurredAtMs, right) - at(log.occurredAtMs, left) || right - left)
      .subarray(0, options.eventsPerShopper);
  }
}

export const typeOf = (log: InteractionColumns, row: number): InteractionType =>
  INTERACTION_TYPES[at(log.type, row)] ?? 'view';

function sortByShopper(
  log: InteractionColumns,
  keep: (row: number) => boolean = () => true,
): { readonly starts: Int32Array; readonly order: Int32Array } {
  const counts = (row: number): boolean => at(log.shopper, row) >= 0 && keep(row);
  const starts = new Int32Array(log.shopperCount + 1);
  for (let row = 0; row < log.length; row += 1) {
    if (counts(row)) starts[at(log.shopper, row) + 1] = at(starts, at(log.shopper, row) + 1) + 1;
  }
  for (let shopper = 0; shopper < log.shopperCount; shopper += 1) {
    starts[shopper + 1] = at(starts, shopper + 1) + at(starts, shopper);
  }
  const next = starts.slice();
  const order = new Int32Array(at(starts, log.shopperCount));
  for (let row = 0; row < log.length; row += 1) {
    if (!counts(row)) continue;
    const shopper = at(log.shopper, row);
    order[at(next, shopper)] = row;
    next[shopper] = at(next, shopper) + 1;
  }
  return { starts, order };
}
