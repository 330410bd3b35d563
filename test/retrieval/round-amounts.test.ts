import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundAmountBelow, roundAmountsFrom } from '../../src/retrieval/round-amounts.ts';

it('goes up and down to amounts as people name them', () => {
  expect(roundAmountsFrom(1_249, 'USD', 3)).toEqual([1_500, 2_000, 2_500]);
  expect(roundAmountsFrom(40, 'USD', 2)).toEqual([100, 200]);
  expect(roundAmountsFrom(8_420, 'JPY', 2)).toEqual([8_500, 9_000]);
  expect(roundAmountBelow(1_249, 'USD')).toBe(1_000);
  expect(roundAmountBelow(99, 'USD')).toBe(0);
});

it('never crosses the price', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.constantFrom('USD', 'JPY', 'BHD'), (price, currency) => {
      const [first = -1] = roundAmountsFrom(price, currency, 1);
      expect(first).toBeGreaterThanOrEqual(price);
      expect(roundAmountBelow(price, currency)).toBeLessThanOrEqual(price);
    }),
  );
});
