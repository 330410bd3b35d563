import type { OrderStatus } from '../../../src/domain/commerce.ts';
import type { WriteRule } from '../../../src/domain/shop-rules.ts';
import { type KeptOrder, refused, type Undecided } from './decision.ts';

const DAY_MS = 86_400_000;

/**
 * What holds for the order as a whole.
 *
 * @param becomes The status the write leads to; one that is there already was reached by the same write.
 * @returns undefined when nothing stands against it.
 */
export function checkRule(
  order: KeptOrder,
  { from, withinDays, afterReplacing = true }: WriteRule,
  nowMs: number,
  becomes?: OrderStatus,
): Undecided | undefined {
  const { status, deliveredAtMs } = order;
  if (from !== undefined && !from.includes(status))
    return refused(status === becomes ? 'already-changed' : 'wrong-status', { status });
  if (order.replaced === true && !afterReplacing) return refused('already-changed', { status });
  if (withinDays === undefined || deliveredAtMs === undefined) return undefined;
  return nowMs > deliveredAtMs + withinDays * DAY_MS ? refused('too-late', { days: withinDays }) : undefined;
}
