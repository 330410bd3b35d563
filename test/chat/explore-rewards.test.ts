import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDeed, type Deeds, rewardOf, worthOf } from '../../src/chat/explore-rewards.ts';

const MINUTE_MS = 60_000;

it('counts a click for half an hour, a cart for a day, an order for a week', () => {
  expect(worthOf('click', 30 * MINUTE_MS)).toBe(0.1);
  expect(worthOf('click', 31 * MINUTE_MS)).toBeUndefined();
  expect(worthOf('add-to-cart', 23 * 60 * MINUTE_MS)).toBe(0.3);
  expect(worthOf('purchase', 7 * 1_440 * MINUTE_MS)).toBe(1);
  expect(worthOf('purchase', -1)).toBeUndefined();
  expect(worthOf('remove-from-cart', 0)).toBeUndefined();
});

it('takes away what a product brought when it is given back', () => {
  expect(rewardOf(addDeed({ one: 1, two: 0.1 }, 'one', 0))).toBe(0.1);
});

it('stays in [0, 1] and counts a product once, whatever is done and in whatever order', () => {
  const done = fc.array(fc.tuple(fc.constantFrom('one', 'two', 'three'), fc.constantFrom(0.1, 0.3, 1)));
  const add = (deeds: Deeds, [productId, worth]: readonly [string, number]) =>
    addDeed(deeds, productId, worth);
  fc.assert(
    fc.property(done, (all) => {
      const deeds = all.reduce<Deeds>(add, {});
      expect(rewardOf(deeds)).toBeGreaterThanOrEqual(0);
      expect(rewardOf(deeds)).toBeLessThanOrEqual(1);
      expect([...all, ...all].reduce<Deeds>(add, {})).toEqual(deeds);
      expect(all.toReversed().reduce<Deeds>(add, {})).toEqual(deeds);
    }),
  );
});
