import type {
  LineReplacement,
  OrderLine,
  OrderPayment,
  OrderWrite,
  PaymentMethod,
  WriteEffect,
} from '../../../src/domain/commerce.ts';
import type { WriteRule } from '../../../src/domain/shop-rules.ts';
import { checkRule } from './check-rule.ts';
import { chooseReplacements, type Replaced } from './choose-replacements.ts';
import { type Change, type Decision, type PromisedPieces, refused } from './decision.ts';
import type { OrderCase } from './order-case.ts';
import { chooseMethod, currencyOf, moneyEffects, settle } from './payment.ts';

type ReplaceWrite = Extract<OrderWrite, { readonly type: 'replace-lines' | 'exchange-lines' }>;

/**
 * Other variants of the same products in place of lines. Before an order is sent its lines become others and the difference is settled at
 * once; of a delivered one the exchange is asked for, and the difference foretold.
 */
export async function decideReplace(
  write: ReplaceWrite,
  rule: WriteRule,
  facts: OrderCase,
): Promise<Decision> {
  const { order, account, rules, nowMs } = facts;
  const isExchange = write.type === 'exchange-lines';
  const against = checkRule(order, rule, nowMs, isExchange ? 'exchange-requested' : undefined);
  if (against !== undefined) return against;
  if (rule.once === true && order.replaced === true) return refused('already-changed');
  const replaced = await chooseReplacements(write.replacements ?? [], rule, facts);
  if (!('length' in replaced)) return replaced;
  const differenceMinor = replaced.reduce(
    (sum, { before, after }) =>
      sum + (after.unitPrice.amountMinor - before.unitPrice.amountMinor) * before.quantity,
    0,
  );
  const due = { amountMinor: differenceMinor, currency: currencyOf(order) ?? '' };
  const method = methodFor(write, rule, facts, due);
  if (!('methodId' in method)) return method;
  const payment: OrderPayment = {
    kind: differenceMinor > 0 ? 'payment' : 'refund',
    amount: { ...due, amountMinor: Math.abs(differenceMinor) },
    methodId: method.methodId,
  };
  const effects: WriteEffect[] = [
    ...replaced.flatMap(({ before, after }): WriteEffect[] => [
      { kind: 'line-out', line: before },
      { kind: 'line-in', line: after },
    ]),
    ...moneyEffects([payment], account, rules),
  ];
  const taken = replaced.map(({ after }) => piecesOf(after, after.quantity));
  if (isExchange) {
    const { orderNumber, status } = order;
    return {
      kind: 'allowed',
      effects: [{ kind: 'status', orderNumber, from: status, to: 'exchange-requested' }, ...effects],
      change: {
        order: {
          ...order,
          status: 'exchange-requested',
          exchanging: {
            replacements: replaced.map(toReplacement),
            methodId: method.methodId,
            differenceMinor,
          },
        },
        promised: taken,
      },
    };
  }
  const change: Change = {
    order: {
      ...order,
      lines: order.lines.map((line) => replaced.find(({ before }) => before === line)?.after ?? line),
      payments: [...order.payments, payment],
      replaced: true,
    },
    account: settle(account, [payment]),
    promised: [...taken, ...replaced.map(({ before }) => piecesOf(before, -before.quantity))],
  };
  return {
    kind: 'allowed',
    effects: rule.once === true ? [...effects, { kind: 'final' }] : effects,
    change,
  };
}

const piecesOf = ({ productId, variantId }: OrderLine, quantity: number): PromisedPieces => ({
  productId,
  variantId,
  quantity,
});

const toReplacement = ({ after: { lineId, variantId } }: Replaced): LineReplacement => ({
  lineId,
  variantId,
});

/** Where nothing is due nobody is asked for a method. */
function methodFor(
  { methodId }: ReplaceWrite,
  rule: WriteRule,
  { order, account }: OrderCase,
  due: { readonly amountMinor: number; readonly currency: string },
): PaymentMethod | Decision {
  const usual = order.payments.find((payment) =>
    account.methods.some((method) => method.methodId === payment.methodId),
  )?.methodId;
  const told = methodId ?? (due.amountMinor === 0 ? usual : undefined);
  return chooseMethod({ rule, order, account, methodId: told, due });
}
