import { describe, expect, it } from 'vitest';
import { isFulfilled, type OrderSubject, orderDifference } from '../../src/dialogue/order-difference.ts';
import type { Order } from '../../src/domain/commerce.ts';

const price = { amountMinor: 2000, currency: 'EUR' };
const line = (lineId: string, variantId: string) => ({
  ...{ lineId, variantId, productId: 'p', title: 'Shirt', options: { size: variantId } },
  ...{ quantity: 1, unitPrice: price },
});
const address = { line1: 'Street 1', city: 'Ulm', postalCode: '89073', country: 'DE' };
const card = { methodId: 'c', kind: 'card', label: 'Visa' } as const;
const order: Order = {
  ...{ orderNumber: '1', customerId: 'ada', status: 'pending', address, shipments: [] },
  lines: [line('a', 'S'), line('b', 'M')],
  payments: [{ kind: 'payment', amount: price, methodId: 'c' }],
};
const present: OrderSubject = { order, methods: [card] };
const changed = (change: Partial<Order>): OrderSubject => ({ ...present, order: { ...order, ...change } });

describe('what differs between two readings', () => {
  it('is nothing of the same order, whatever the order of its fields', () => {
    const turned = Object.fromEntries(Object.entries(order).toReversed()) as unknown as Order;
    expect(orderDifference(present, { ...present, order: turned })).toEqual([]);
  });

  it('tells status, reason and money of a cancellation', () => {
    const cancelled = changed({
      status: 'cancelled',
      cancelReason: 'mistake',
      payments: [...order.payments, { kind: 'refund', amount: price, methodId: 'c' }],
    });
    expect(orderDifference(present, cancelled)).toEqual([
      { kind: 'status', orderNumber: '1', from: 'pending', to: 'cancelled' },
      { kind: 'reason', reason: 'mistake' },
      { kind: 'refund', amount: price, to: card },
    ]);
  });

  it('tells lines that came in place of others, and an address', () => {
    const moved = { ...address, city: 'Köln' };
    const other = changed({ lines: [line('a', 'L'), line('b', 'M')], address: moved });
    expect(orderDifference(present, other)).toEqual([
      { kind: 'line-out', line: line('a', 'S') },
      { kind: 'line-in', line: line('a', 'L') },
      { kind: 'address', address: moved },
    ]);
  });

  it('tells the address of an account where no order is meant', () => {
    expect(orderDifference({ methods: [] }, { methods: [], address })).toEqual([
      { kind: 'address', address },
    ]);
  });
});

it('knows a write that took place before from one that did not', () => {
  const cancel = { type: 'cancel-order', orderNumber: '1' } as const;
  expect(isFulfilled(cancel, present)).toBe(false);
  expect(isFulfilled(cancel, changed({ status: 'cancelled' }))).toBe(true);
  const back = { type: 'return-lines', orderNumber: '1', lineIds: ['b', 'a'] } as const;
  expect(isFulfilled(back, present)).toBe(false);
  expect(isFulfilled(back, changed({ returning: { lineIds: ['a', 'b'], methodId: 'c' } }))).toBe(true);
  const swap = {
    type: 'replace-lines',
    orderNumber: '1',
    replacements: [{ lineId: 'a', variantId: 'L' }],
  } as const;
  expect(isFulfilled(swap, present)).toBe(false);
  expect(isFulfilled(swap, changed({ lines: [line('a', 'L')] }))).toBe(true);
});
