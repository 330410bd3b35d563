import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectRank } from '../../../../connectors/product-index/embedded/select-rank.ts';

const anyValues = fc.oneof(
  fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 200 }),
);

describe('selecting by rank', () => {
  it('gives what sorting would give at any rank, one after the other in the same place', () => {
    fc.assert(
      fc.property(anyValues, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (given, picks) => {
        const values = Float64Array.from(given, (value) => value + 0);
        const sorted = values.slice().sort();
        for (const pick of picks) {
          const rank = pick % values.length;
          expect(selectRank(values, values.length, rank)).toBe(sorted[rank]);
        }
        expect(values.slice().sort()).toEqual(sorted);
      }),
    );
  });

  it('leaves what is past the count alone', () => {
    const values = Float64Array.of(3, 1, 2, -9);

    expect(selectRank(values, 3, 0)).toBe(1);
    expect(values[3]).toBe(-9);
  });

  it.each([
    ['equal', () => 7],
    ['ascending', (index: number) => index],
    ['descending', (index: number) => -index],
  ])('takes many %s values without going over all of them for each', (_, valueAt) => {
    const values = Float64Array.from({ length: 200_000 }, (_value, index) => valueAt(index));
    const sorted = values.slice().sort();

    expect(selectRank(values, values.length, 123_456)).toBe(sorted[123_456]);
  });
});
