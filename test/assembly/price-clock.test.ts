import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPriceClock } from '../../src/assembly/price-clock.ts';
import type { Product } from '../../src/domain/product.ts';

const onSale = (productId: string, fromMs: number | undefined, untilMs: number | undefined): Product => {
  const price = { amountMinor: 1_000, currency: 'EUR' };
  const sale = {
    price: { ...price, amountMinor: 800 },
    ...(fromMs === undefined ? {} : { fromMs }),
    ...(untilMs === undefined ? {} : { untilMs }),
  };
  const offers = { DE: { price, sale, availability: 'in-stock' as const } };
  return {
    productId,
    texts: {},
    language: 'en',
    category: [],
    attributes: {},
    variants: [{ variantId: productId, attributes: {}, offers }],
  };
};

it('names a product when its sale begins and again when it ends, and never what is past', () => {
  const clock = createPriceClock(100);
  clock.add(onSale('coming', 200, 300));
  clock.add(onSale('running', 50, 250));
  clock.add(onSale('over', 10, 90));
  expect(clock.due(199)).toEqual([]);
  expect(clock.due(200)).toEqual(['coming']);
  expect(clock.due(400)).toEqual(expect.arrayContaining(['coming', 'running']));
  expect(clock.due(1_000)).toEqual([]);
});

it('names every change exactly once, however often it is asked', () => {
  const sales = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 51, max: 99 })), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(sales, fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 10 }), (given, asked) => {
      const clock = createPriceClock(0);
      for (const [index, [from, until]] of given.entries()) clock.add(onSale(String(index), from, until));
      const named = [...asked.sort((left, right) => left - right), 100].flatMap((nowMs) => clock.due(nowMs));
      for (const [index] of given.entries()) {
        const times = named.filter((id) => id === String(index)).length;
        expect(times === 1 || times === 2).toBe(true);
      }
      expect(new Set(named).size).toBe(given.length);
    }),
  );
});
