import fc from 'fast-check';
import { determinant, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { arrange, candidate, partOf } from './list-candidates.ts';
import { idsOf } from './support.ts';

const anyVectors = fc.array(
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })
    .filter((vector) => Math.hypot(...vector) > 0.1)
    .map((vector) => Float32Array.from(vector, (value) => value / Math.hypot(...vector))),
  { minLength: 1, maxLength: 6 },
);

const kernelOf = (vectors: readonly Float32Array[]): Matrix =>
  new Matrix(
    vectors.map((left) =>
      vectors.map((right) => (1 + left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0)) / 2),
    ),
  );

describe('spreadByVolume', () => {
  it('adds up to the logarithm of the determinant of what is shown', () => {
    fc.assert(
      fc.property(anyVectors, (vectors) => {
        const volume = determinant(kernelOf(vectors));
        // Below, the floor of a single product may have been reached.
        fc.pre(volume > 1e-3);
        const shelf = vectors.map((vector, position) => candidate(`p${position}`, 1, { vector }));
        const list = arrange(shelf, { weights: { volume: 1 }, personalConfidence: 0 });
        const sum = list.reduce((total, product) => total + (partOf(product, 'volume')?.value ?? 0), 0);
        expect(sum * Math.log(1_000)).toBeCloseTo(Math.log(volume), 3);
      }),
    );
  });

  it('sees that two products say what a third one says, which the largest likeness does not', () => {
    const side = Math.SQRT1_2;
    const shelf = [
      candidate('a', 1, { vector: Float32Array.of(1, 0, 0) }),
      candidate('b', 0.99, { vector: Float32Array.of(0, 1, 0) }),
      candidate('both', 0.5, { vector: Float32Array.of(side, side, 0) }),
      candidate('other', 0.5, { vector: Float32Array.of(0, 0, 1) }),
    ];
    const list = arrange(shelf, { weights: { volume: 0.3 }, personalConfidence: 0 });
    expect(idsOf(list).indexOf('other')).toBeLessThan(idsOf(list).indexOf('both'));
  });

  it('leaves lists with a history to the largest likeness, and never punishes a product without a vector', () => {
    const shelf = [candidate('a', 1), candidate('b', 0.9)];
    const weights = { volume: 1, diversity: 1 };
    for (const personalConfidence of [0, 1])
      expect(arrange(shelf, { weights, personalConfidence }).map(({ score }) => score)).toEqual([1, 0.9]);
    const twins = ['a', 'b'].map((id) => candidate(id, 1, { vector: Float32Array.of(1, 0) }));
    const signals = (personalConfidence: number) =>
      arrange(twins, { weights, personalConfidence })[1]?.parts.at(-1)?.signal;
    expect([signals(0), signals(0.2)]).toEqual(['volume', 'diversity']);
  });
});
