import { expect, it } from 'vitest';
import { demoOrders } from '../../src/demo/demo-orders.ts';
import type { Product } from '../../src/domain/product.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';

const product = (index: number): Product => ({
  productId: `p${index}`,
  language: 'en',
  texts: { en: { title: `Thing ${index}`, description: '' } },
  category: [],
  attributes: {},
  variants: ['s', 'm'].map((size) => ({
    variantId: `p${index}-${size}`,
    attributes: { size: [size] },
    offers: {
      US: {
        price: { amountMinor: 1_000 + index, currency: 'USD' },
        availability: size === 'm' ? ('in-stock' as const) : ('out-of-stock' as const),
      },
    },
  })),
});

const products = Array.from({ length: 1_200 }, (_, index) => product(index));

it('gives the demo customer orders in several states, of things that are sold and paid for', () => {
  const { account, orders } = demoOrders({ products, nowMs: DEMO_CLOCK_MS });
  expect(orders.map(({ status }) => status)).toEqual(['pending', 'shipped', 'delivered', 'delivered']);
  for (const { customerId, lines, payments, shipments, status } of orders) {
    expect(customerId).toBe(account.customerId);
    const worth = lines.reduce((sum, { unitPrice }) => sum + unitPrice.amountMinor, 0);
    expect(payments.map(({ amount }) => amount.amountMinor)).toEqual([worth]);
    expect(lines.map(({ variantId }) => variantId).every((id) => id.endsWith('-m'))).toBe(true);
    expect(shipments.length).toBe(status === 'pending' ? 0 : 1);
  }
  expect(demoOrders({ products, nowMs: DEMO_CLOCK_MS })).toEqual({ account, orders });
});

it('makes no orders of nothing', () => {
  expect(demoOrders({ products: [], nowMs: DEMO_CLOCK_MS }).orders).toEqual([]);
});
