import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommerceWrite, CustomerAccount, Order, OrderStatus } from '../../src/domain/commerce.ts';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';
import { buyer, COMMERCE_SHOP, type CommerceShop } from '../support/commerce-shop.ts';

const { signal } = new AbortController();
const CUSTOMERS = ['ann', 'bob'];

/** Mostly what is theirs, and mostly what is there. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  ann: ['A-1', 'A-2', 'A-3', 'A-4'],
  bob: ['B-1', 'B-2'],
};
const METHODS: Readonly<Record<string, readonly string[]>> = {
  ann: ['ann-card', 'ann-gift', 'ann-wallet'],
  bob: ['bob-card', 'bob-gift'],
};

const lineId = fc.oneof({ weight: 9, arbitrary: fc.constantFrom('1', '2') }, fc.constant('3'));
const variantId = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('scarf-red', 'scarf-blue', 'mug-white', 'mug-black') },
  fc.constantFrom('scarf-green', 'hat-red', ''),
);

const mostly = (own: readonly string[] = [], other: string) =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...own) }, fc.constant(other));

function writesOf(who: string): fc.Arbitrary<CommerceWrite> {
  const other = who === 'ann' ? 'bob' : 'ann';
  const order = { orderNumber: mostly(ORDERS[who], ORDERS[other]?.[0] ?? '') };
  const methodId = fc.option(mostly(METHODS[who], METHODS[other]?.[0] ?? ''), { nil: undefined });
  const replacements = fc.array(fc.record({ lineId, variantId }), { minLength: 1, maxLength: 2 });
  const swap = fc.constantFrom(...(ORDERS[who] ?? [])).chain((number) => swapOf(number, methodId));
  return fc
    .oneof(
      fc.record({ type: fc.constant('cancel-order' as const), ...order }),
      fc.record({
        type: fc.constant('return-lines' as const),
        ...order,
        lineIds: fc.array(lineId, { maxLength: 2 }),
        methodId,
      }),
      { weight: 4, arbitrary: swap },
      fc.record({
        type: fc.constantFrom('replace-lines' as const, 'exchange-lines' as const),
        ...order,
        replacements,
        methodId,
      }),
      fc.record({ type: fc.constant('change-payment' as const), ...order, methodId }),
      fc.record({
        type: fc.constant('add-line' as const),
        productId: fc.constant('scarf'),
        variantId,
        quantity: fc.integer({ min: 1, max: 2 }),
      }),
      fc.record({ type: fc.constant('clear-basket' as const) }),
    )
    .map((made) => without(made) as CommerceWrite);
}

/** Other variants of the same products for some lines of an order, in the way its status asks for. */
function swapOf(
  orderNumber: string,
  methodId: fc.Arbitrary<string | undefined>,
): fc.Arbitrary<CommerceWrite> {
  const order = COMMERCE_SHOP.orders.find((known) => known.orderNumber === orderNumber);
  const choices = (order?.lines ?? []).map(({ lineId: id, productId }) => {
    const product = COMMERCE_SHOP.products.find((known) => known.productId === productId);
    const ids = (product?.variants ?? []).map((variant) => variant.variantId);
    return fc.constantFrom(...ids).map((chosen) => ({ lineId: id, variantId: chosen }));
  });
  const type = order?.status === 'pending' ? 'replace-lines' : 'exchange-lines';
  return fc
    .record({ all: fc.tuple(...choices), count: fc.integer({ min: 1, max: 2 }), methodId })
    .map(({ all, count, methodId: id }) =>
      without({ type, orderNumber, replacements: all.slice(0, count), methodId: id } as CommerceWrite),
    );
}

const without = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;

const steps = fc.array(
  fc.constantFrom(...CUSTOMERS).chain((who) => writesOf(who).map((write) => ({ who, write }))),
  { minLength: 1, maxLength: 15 },
);

/** What a write may make of a status. */
const NEXT: Readonly<Record<string, readonly OrderStatus[]>> = {
  pending: ['pending', 'cancelled'],
  shipped: ['shipped'],
  delivered: ['delivered', 'return-requested', 'exchange-requested'],
  cancelled: ['cancelled'],
  'return-requested': ['return-requested'],
  'exchange-requested': ['exchange-requested'],
};

interface State {
  readonly accounts: readonly (CustomerAccount | undefined)[];
  readonly orders: readonly (readonly Order[])[];
  readonly basketReds: number;
}

/** Whatever is done to a shop by whoever, in whatever order. */
export function describeCommerceProperties(
  name: string,
  open: (shop: CommerceShop) => Promise<CommerceBackend>,
  { holdsPieces, runs }: { readonly holdsPieces: boolean; readonly runs: number },
): void {
  describe(`${name} commerce backend, whatever is asked of it`, () => {
    it('keeps the money, the stock, the statuses and what is not theirs, and does what it showed', {
      timeout: 60_000,
    }, async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (made) => {
          const backend = await open(COMMERCE_SHOP);
          let before = await stateOf(backend);
          for (const [index, step] of made.entries()) {
            const who = buyer(step.who);
            const told = await backend.preview(step.write, who, signal);
            const done = await backend.write(step.write, who, { idempotencyKey: `${index}`, signal });
            expect(done).toEqual(told);
            const after = await stateOf(backend);
            if (done.kind !== 'allowed') expect(after).toEqual(before);
            const others = CUSTOMERS.findIndex((customer) => customer !== step.who);
            expect([after.accounts[others], after.orders[others]]).toEqual([
              before.accounts[others],
              before.orders[others],
            ]);
            assertStatuses(before, after);
            assertMoney(after);
            if (holdsPieces) assertStock(after);
            before = after;
          }
        }),
        { numRuns: runs },
      );
    });
  });
}

async function stateOf(backend: CommerceBackend): Promise<State> {
  const baskets = await Promise.all(CUSTOMERS.map((id) => backend.basket(buyer(id), signal)));
  return {
    accounts: await Promise.all(CUSTOMERS.map((id) => backend.account(id, signal))),
    orders: await Promise.all(CUSTOMERS.map((id) => backend.orders(id, 100, signal))),
    basketReds: baskets
      .flatMap(({ lines }) => lines)
      .filter((line) => line.variantId === 'scarf-red')
      .reduce((sum, { quantity }) => sum + quantity, 0),
  };
}

function assertStatuses(before: State, after: State): void {
  const known = new Map(after.orders.flat().map((order) => [order.orderNumber, order.status]));
  for (const { orderNumber: number, status } of before.orders.flat())
    expect(NEXT[status]).toContain(known.get(number));
}

/** What was paid less what went back is what the lines cost; gift cards lost what they paid and gained what went back. */
function assertMoney({ accounts, orders }: State): void {
  for (const order of orders.flat()) {
    const worth = order.lines.reduce((sum, line) => sum + line.unitPrice.amountMinor * line.quantity, 0);
    expect(paid(order, () => true)).toBe(order.status === 'cancelled' ? 0 : worth);
  }
  for (const [index, account] of accounts.entries()) {
    for (const { methodId: card, balance } of account?.methods ?? []) {
      if (balance === undefined) continue;
      expect(balance.amountMinor).toBeGreaterThanOrEqual(0);
      const start = COMMERCE_SHOP.accounts[index]?.methods.find((method) => method.methodId === card);
      const spent = (all: readonly Order[]) =>
        all.reduce((sum, order) => sum + paid(order, (id) => id === card), 0);
      const own = COMMERCE_SHOP.orders.filter(({ customerId }) => customerId === account?.customerId);
      expect(balance.amountMinor + spent(orders[index] ?? [])).toBe(
        (start?.balance?.amountMinor ?? 0) + spent(own),
      );
    }
  }
}

const paid = ({ payments }: Order, by: (methodId: string) => boolean): number =>
  payments
    .filter((payment) => by(payment.methodId))
    .reduce((sum, { kind, amount }) => sum + (kind === 'payment' ? 1 : -1) * amount.amountMinor, 0);

/** Of the two red scarves no third one is in a basket or promised to an order that had none. */
function assertStock({ orders, basketReds }: State): void {
  const promised = orders.flat().flatMap((order) => {
    if (order.status === 'cancelled') return [];
    const start = COMMERCE_SHOP.orders.find(({ orderNumber: number }) => number === order.orderNumber);
    const replaced = order.replaced === true ? order.lines : [];
    const swapped = replaced.filter(
      (line) => start?.lines.find(({ lineId: id }) => id === line.lineId)?.variantId !== line.variantId,
    );
    const exchanged = order.exchanging?.replacements ?? [];
    return [...swapped, ...exchanged].filter((line) => line.variantId === 'scarf-red');
  });
  expect(promised.length + basketReds).toBeLessThanOrEqual(2);
}
