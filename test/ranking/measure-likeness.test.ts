import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureLikeness } from '../../src/ranking/measure-likeness.ts';

const vectors = fc.array(
  fc.float32Array({ minLength: 3, maxLength: 3, min: Math.fround(-0.5), max: Math.fround(0.5), noNaN: true }),
  { minLength: 1, maxLength: 11 },
);

function measured(of: readonly Float32Array[], position: number): number[] {
  const likeness = new Float64Array(of.length);
  measureLikeness(of, position, likeness);
  return [...likeness];
}

describe('measureLikeness', () => {
  it('gives the inner product with each vector, one after the other or side by side', () => {
    fc.assert(
      fc.property(vectors, fc.nat(10), (of, drawn) => {
        const own = of[drawn % of.length] ?? new Float32Array(0);
        const products = of.map((other) => other.reduce((sum, value, at) => sum + (own[at] ?? 0) * value, 0));
        // Adding 0 makes one zero of both.
        expect(measured(of, drawn % of.length).map((value) => value + 0)).toEqual(
          products.map((value) => value + 0),
        );
      }),
    );
  });

  it('takes vectors of other lengths for unlike, wherever they stand', () => {
    const unit = Float32Array.of(1, 0);
    const others = Array.from({ length: 6 }, (_, place) => (place === 2 ? Float32Array.of(1) : unit));
    expect(measured(others, 0)).toEqual([1, 1, 0, 1, 1, 1]);
  });

  it('never gives more than 1', () => {
    expect(measured([Float32Array.of(1.2)], 0)).toEqual([1]);
  });
});
