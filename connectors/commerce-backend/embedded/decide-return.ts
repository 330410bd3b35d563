import type { OrderLine, OrderPayment, OrderWrite } from '../../../src/domain/commerce.ts';
import type { WriteRule } from '../../../src/domain/shop-rules.ts';
import { checkRule } from './check-rule.ts';
import { type Decision, type KeptOrder, refused, type Undecided } from './decision.ts';
import type { OrderCase } from './order-case.ts';
import { chooseMethod, currencyOf, moneyEffects } from './payment.ts';

/** Asks for a return. The money moves when the shop has the pieces back: the refund is foretold, not booked. */
export function decideReturn(
  write: Extract<OrderWrite, { readonly type: 'return-lines' }>,
  rule: WriteRule,
  { order, account, rules, nowMs }: OrderCase,
): Decision {
  const against = checkRule(order, rule, nowMs, 'return-requested');
  if (against !== undefined) return against;
  const lines = chosenLines(order, write.lineIds);
  if (!('length' in lines)) return lines;
  const amount = { amountMinor: worthOf(lines), currency: currencyOf(order) ?? '' };
  const method = chooseMethod({
    rule,
    order,
    account,
    methodId: write.methodId,
    due: { ...amount, amountMinor: 0 },
  });
  if (!('methodId' in method)) return method;
  const { methodId } = method;
  const refund: OrderPayment = { kind: 'refund', amount, methodId };
  return {
    kind: 'allowed',
    effects: [
      { kind: 'status', orderNumber: order.orderNumber, from: order.status, to: 'return-requested' },
      ...lines.map((line) => ({ kind: 'line-out' as const, line })),
      ...moneyEffects([refund], account, rules),
    ],
    change: {
      order: {
        ...order,
        status: 'return-requested',
        returning: { lineIds: lines.map(({ lineId }) => lineId), methodId },
      },
    },
  };
}

const worthOf = (lines: readonly OrderLine[]): number =>
  lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.amountMinor * quantity, 0);

/** In the order they were told; the only line of an order need not be told. */
function chosenLines(
  { lines }: KeptOrder,
  lineIds: readonly string[] = [],
): readonly OrderLine[] | Undecided {
  const told = lineIds.length === 0 && lines.length === 1 ? lines.map(({ lineId }) => lineId) : lineIds;
  if (told.length === 0) return { kind: 'incomplete', missing: { field: 'lines', options: lines } };
  const chosen = told.flatMap((lineId) => lines.filter((line) => line.lineId === lineId));
  return chosen.length === told.length && new Set(told).size === told.length
    ? chosen
    : refused('no-such-line');
}
