import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slipCost } from '../../src/text/slip-cost.ts';
import { anyText } from './any-text.ts';

const ANY = 100;

describe('the cost of a slip', () => {
  it.each([
    ['the same word', 'jacket', 'jacket', 0],
    ['a letter left out', 'jaket', 'jacket', 1],
    ['one of two left out', 'buton', 'button', 0.4],
    ['a letter doubled', 'lampp', 'lamp', 0.4],
    ['two neighbours swapped', 'jakcet', 'jacket', 0.6],
    ['a key beside the right one', 'jackrt', 'jacket', 0.6],
    ['a vowel for another', 'jackat', 'jacket', 0.6],
    ['any letter for another', 'jacpet', 'jacket', 1],
    ['a slip in the first letter', 'qacket', 'jacket', 1.5],
    ['the first letter left out', 'acket', 'jacket', 1.5],
    ['two slips', 'jaktes', 'jacket', 2.6],
  ])('is told of %s', (_, written, meant, cost) => {
    expect(slipCost(written, meant, ANY)).toBeCloseTo(cost, 9);
  });

  it('is not looked for beyond the most that is asked', () => {
    expect(slipCost('jaket', 'jacket', 0.9)).toBe(Number.POSITIVE_INFINITY);
    expect(slipCost('jaket', 'jacket', 1)).toBe(1);
  });

  it('is the same both ways, nothing only for the same word, and never above that of all letters', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(word, word, (left, right) => {
        const cost = slipCost(left, right, ANY);
        expect(cost).toBeCloseTo(slipCost(right, left, ANY), 9);
        expect(cost === 0).toBe(left === right);
        expect(cost).toBeLessThanOrEqual(left.length + right.length + 1);
      }),
    );
  });

  it('does not change with the most that is asked, for any text', () => {
    fc.assert(
      fc.property(
        anyText(12),
        anyText(12),
        fc.double({ min: 0, max: 6, noNaN: true }),
        (left, right, most) => {
          const cost = slipCost(left, right, ANY);
          expect(slipCost(left, right, most)).toBe(cost <= most ? cost : Number.POSITIVE_INFINITY);
        },
      ),
    );
  });
});
