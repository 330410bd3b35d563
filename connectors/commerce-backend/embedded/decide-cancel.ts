import type { OrderPayment, OrderWrite } from '../../../src/domain/commerce.ts';
import type { WriteRule } from '../../../src/domain/shop-rules.ts';
import { checkRule } from './check-rule.ts';
import { type Decision, refused, type Undecided } from './decision.ts';
import type { OrderCase } from './order-case.ts';
import { currencyOf, moneyEffects, paidBy, settle } from './payment.ts';

const LONGEST_REASON = 200;

/** Ends an order: every method gets back what it paid. */
export function decideCancel(
  write: Extract<OrderWrite, { readonly type: 'cancel-order' }>,
  rule: WriteRule,
  { order, account, rules, nowMs }: OrderCase,
): Decision {
  const against = checkRule(order, rule, nowMs, 'cancelled');
  if (against !== undefined) return against;
  const reason = acceptedReason(write.reason, rule);
  if (typeof reason === 'object') return reason;
  const currency = currencyOf(order) ?? '';
  const refunds = [...paidBy(order)].map(
    ([methodId, amountMinor]): OrderPayment => ({
      kind: 'refund',
      amount: { amountMinor, currency },
      methodId,
    }),
  );
  return {
    kind: 'allowed',
    effects: [
      { kind: 'status', orderNumber: order.orderNumber, from: order.status, to: 'cancelled' },
      ...(reason === undefined ? [] : [{ kind: 'reason' as const, reason }]),
      ...moneyEffects(refunds, account, rules),
    ],
    change: {
      order: {
        ...order,
        status: 'cancelled',
        payments: [...order.payments, ...refunds],
        ...(reason === undefined ? {} : { cancelReason: reason }),
      },
      account: settle(account, refunds),
      promised: 'none',
    },
  };
}

/** The reason in the words of the shop, whatever the case it was told in. */
function acceptedReason(told: string | undefined, { reasons }: WriteRule): string | undefined | Undecided {
  const reason = told?.trim().slice(0, LONGEST_REASON);
  if (reasons === undefined) return reason === '' ? undefined : reason;
  if (reason === undefined || reason === '')
    return { kind: 'incomplete', missing: { field: 'reason', options: reasons } };
  const same = (accepted: string) => accepted.localeCompare(reason, 'en', { sensitivity: 'accent' }) === 0;
  return reasons.find(same) ?? refused('reason-not-accepted', { reasons: reasons.join('; ') });
}
