import type {
  CustomerAccount,
  Order,
  OrderPayment,
  PaymentMethod,
  WriteEffect,
} from '../../../src/domain/commerce.ts';
import type { Money } from '../../../src/domain/money.ts';
import type { ShopRules, WriteRule } from '../../../src/domain/shop-rules.ts';
import { refused, type Undecided } from './decision.ts';

/** Of everything the order speaks of; amounts of an order are of one currency. */
export const currencyOf = ({ payments, lines }: Order): string | undefined =>
  payments[0]?.amount.currency ?? lines[0]?.unitPrice.currency;

/** Methods that still hold money of the order, with how much, minor units > 0; in the order in which they paid. */
export function paidBy({ payments }: Order): Map<string, number> {
  const net = new Map<string, number>();
  for (const { kind, amount, methodId } of payments)
    net.set(methodId, (net.get(methodId) ?? 0) + (kind === 'payment' ? 1 : -1) * amount.amountMinor);
  return new Map([...net].filter(([, amountMinor]) => amountMinor > 0));
}

/** A method of the account; one that was taken from it since is still where the money came from. */
export const methodOf = (account: CustomerAccount, methodId: string): PaymentMethod =>
  account.methods.find((method) => method.methodId === methodId) ?? {
    methodId,
    kind: 'other',
    label: methodId,
  };

/**
 * The method that a write is settled with: the one that was chosen, or the only one there is to choose.
 *
 * @param due What it must be able to pay; 0 or less when it pays nothing.
 */
export function chooseMethod(options: {
  readonly rule: WriteRule;
  readonly order: Order;
  readonly account: CustomerAccount;
  readonly methodId: string | undefined;
  readonly due: Money;
  /** May not be chosen. */
  readonly except?: string;
}): PaymentMethod | Undecided {
  const { order, account, methodId, due, except } = options;
  const accepted = acceptedMethods(options).filter((method) => method.methodId !== except);
  const covering = accepted.filter((method) => covers(method, due));
  if (methodId === undefined) {
    const [only, ...others] = covering;
    if (only !== undefined && others.length === 0) return only;
    if (only !== undefined) return { kind: 'incomplete', missing: { field: 'method', options: covering } };
    return accepted.length === 0 ? refused('method-not-accepted') : tooLow(accepted, due);
  }
  const chosen = accepted.find((method) => method.methodId === methodId);
  if (chosen !== undefined) return covers(chosen, due) ? chosen : tooLow([chosen], due);
  const isTheirs =
    paidBy(order).has(methodId) || account.methods.some((method) => method.methodId === methodId);
  return refused(isTheirs ? 'method-not-accepted' : 'no-such-method');
}

function acceptedMethods({
  rule: { methods = 'any' },
  order,
  account,
}: {
  readonly rule: WriteRule;
  readonly order: Order;
  readonly account: CustomerAccount;
}): readonly PaymentMethod[] {
  if (methods === 'any') return account.methods;
  const originals = methods.includes('original') ? [...paidBy(order).keys()] : [];
  const giftCards = methods.includes('gift-card')
    ? account.methods.filter(({ kind, methodId }) => kind === 'gift-card' && !originals.includes(methodId))
    : [];
  return [...originals.map((methodId) => methodOf(account, methodId)), ...giftCards];
}

/** A gift card pays what is on it, in its own currency; what any other method can pay is not known here. */
function covers({ kind, balance }: PaymentMethod, due: Money): boolean {
  if (kind !== 'gift-card' || due.amountMinor <= 0) return true;
  return balance?.currency === due.currency && balance.amountMinor >= due.amountMinor;
}

function tooLow(methods: readonly PaymentMethod[], due: Money): Undecided {
  const balanceMinor = Math.max(0, ...methods.map(({ balance }) => balance?.amountMinor ?? 0));
  return refused('balance-too-low', { balanceMinor, neededMinor: due.amountMinor, currency: due.currency });
}

/** The account after its gift cards took part in payments and refunds. */
export function settle(account: CustomerAccount, payments: readonly OrderPayment[]): CustomerAccount {
  return {
    ...account,
    methods: account.methods.map((method) => {
      if (method.kind !== 'gift-card') return method;
      const own = payments.filter(({ methodId }) => methodId === method.methodId);
      const [first] = own;
      if (first === undefined) return method;
      const change = own.reduce(
        (sum, { kind, amount }) => sum + (kind === 'refund' ? amount.amountMinor : -amount.amountMinor),
        0,
      );
      const { amountMinor, currency } = method.balance ?? { ...first.amount, amountMinor: 0 };
      return { ...method, balance: { amountMinor: amountMinor + change, currency } };
    }),
  };
}

/** What the shopper is told of money that moves; nothing of an amount of 0. */
export function moneyEffects(
  payments: readonly OrderPayment[],
  account: CustomerAccount,
  { refundDays }: ShopRules,
): WriteEffect[] {
  return payments.flatMap(({ kind, amount, methodId }): WriteEffect[] => {
    if (amount.amountMinor === 0) return [];
    const method = methodOf(account, methodId);
    if (kind === 'payment') return [{ kind: 'charge', amount, by: method }];
    const days = refundDays[method.kind];
    return [{ kind: 'refund', amount, to: method, ...(days === undefined ? {} : { days }) }];
  });
}
