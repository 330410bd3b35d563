import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInRange, splitRanges } from '../../src/chat/split-ranges.ts';

const asTheyAre = (amount: number) => amount;
const evenly = (amounts: readonly (number | undefined)[]) =>
  amounts.map((amount) => ({ amount, probability: 1 / amounts.length }));

describe('splitRanges', () => {
  it('cuts at the quantiles, moved to round amounts', () => {
    const tens = (amount: number) => Math.ceil(amount / 10) * 10;
    expect(splitRanges(evenly([12, 19, 31, 48]), 2, tens)).toEqual([{ to: 20 }, { from: 20 }]);
  });

  it('makes none of amounts that are all alike or not stated', () => {
    expect(splitRanges(evenly([5, 5, 5]), 5, asTheyAre)).toEqual([]);
    expect(splitRanges(evenly([undefined]), 5, asTheyAre)).toEqual([]);
  });

  it('weighs by probability', () => {
    const amounts = [
      { amount: 10, probability: 0.1 },
      { amount: 20, probability: 0.1 },
      { amount: 30, probability: 0.8 },
    ];
    expect(splitRanges(amounts, 2, asTheyAre)).toEqual([{ to: 30 }, { from: 30 }]);
  });

  it('takes in every amount, leaves no range empty, and ascends without gaps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(500), { maxLength: 60 }),
        fc.integer({ min: 1, max: 6 }),
        (amounts, most) => {
          const ranges = splitRanges(evenly(amounts), most, (amount) => Math.ceil(amount / 5) * 5);
          expect(ranges.length).toBeLessThanOrEqual(most);
          for (const range of ranges) expect(amounts.some((amount) => isInRange(range, amount))).toBe(true);
          if (ranges.length > 0)
            for (const amount of amounts) expect(ranges.some((range) => isInRange(range, amount))).toBe(true);
          for (const [position, { from }] of ranges.entries()) expect(from).toBe(ranges[position - 1]?.to);
        },
      ),
    );
  });
});
