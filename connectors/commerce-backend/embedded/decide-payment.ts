import type { OrderPayment, OrderWrite } from '../../../src/domain/commerce.ts';
import type { WriteRule } from '../../../src/domain/shop-rules.ts';
import { checkRule } from './check-rule.ts';
import { type Decision, refused } from './decision.ts';
import type { OrderCase } from './order-case.ts';
import { chooseMethod, currencyOf, moneyEffects, paidBy, settle } from './payment.ts';

/** One method pays all that another one had paid, which gets it back. */
export function decidePayment(
  write: Extract<OrderWrite, { readonly type: 'change-payment' }>,
  rule: WriteRule,
  { order, account, rules, nowMs }: OrderCase,
): Decision {
  const against = checkRule(order, rule, nowMs);
  if (against !== undefined) return against;
  if (rule.once === true && order.payments.length > 1) return refused('already-changed');
  const [paid, ...others] = paidBy(order);
  if (paid === undefined || others.length > 0) return refused('not-offered');
  const [before, amountMinor] = paid;
  const amount = { amountMinor, currency: currencyOf(order) ?? '' };
  const method = chooseMethod({
    rule,
    order,
    account,
    methodId: write.methodId,
    due: amount,
    except: before,
  });
  if (!('methodId' in method)) return method;
  const payments: OrderPayment[] = [
    { kind: 'payment', amount, methodId: method.methodId },
    { kind: 'refund', amount, methodId: before },
  ];
  const effects = moneyEffects(payments, account, rules);
  return {
    kind: 'allowed',
    effects: rule.once === true ? [...effects, { kind: 'final' }] : effects,
    change: {
      order: { ...order, payments: [...order.payments, ...payments] },
      account: settle(account, payments),
    },
  };
}
