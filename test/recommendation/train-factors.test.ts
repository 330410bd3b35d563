import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFactorSearch } from '../../src/recommendation/fold-in.ts';
import { matrixFromHistories } from '../../src/recommendation/interaction-matrix.ts';
import {
  DEFAULT_FACTOR_OPTIONS,
  type FactorModel,
  type FactorOptions,
  trainFactors,
} from '../../src/recommendation/train-factors.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const SMALL: FactorOptions = { dimensions: 3, unobservedMass: 0.6, penalty: 0.01, epochs: 4, seed: 1 };

type Basket = readonly (readonly [product: number, weight: number])[];

const train = (baskets: readonly Basket[], options: Partial<FactorOptions> = {}) =>
  trainFactors(
    matrixFromHistories(
      baskets.map((basket) => new Map(basket)),
      IDS,
    ),
    { ...SMALL, ...options },
  );

const basketsOf = (...baskets: readonly string[]): Basket[] =>
  baskets.map((basket) => [...basket].map((item) => [IDS.indexOf(item), 1] as const));

const historyOf = (basket: Basket) =>
  basket.map(([product, weight]) => ({ productId: IDS[product] ?? '', weight }));

/** The loss as its definition reads, shoppers being folded in. */
function lossOf(model: FactorModel, baskets: readonly Basket[]): number {
  const { dimensions, factors, unobservedWeight, penalty } = model;
  const search = createFactorSearch(model);
  const rows = IDS.map((_, row) => [...factors.subarray(row * dimensions, (row + 1) * dimensions)]);
  const dot = (left: ArrayLike<number>, right: readonly number[]) =>
    right.reduce((sum, value, index) => sum + value * (left[index] ?? 0), 0);
  const observed = IDS.map((_, row) =>
    baskets.reduce((sum, basket) => sum + (new Map(basket).get(row) ?? 0), 0),
  );
  let loss = rows.reduce(
    (sum, row, index) =>
      sum + penalty * ((observed[index] ?? 0) + unobservedWeight * baskets.length) * dot(row, row),
    0,
  );
  for (const basket of baskets) {
    const shopper = [...(search.foldIn(historyOf(basket)) ?? new Float32Array(dimensions))];
    const weights = new Map(basket);
    const total = weights.values().reduce((sum, weight) => sum + weight, 0);
    loss += penalty * (total + unobservedWeight * IDS.length) * dot(shopper, shopper);
    for (const [index, row] of rows.entries()) {
      const score = dot(shopper, row);
      loss += (weights.get(index) ?? 0) * (score - 1) ** 2 + unobservedWeight * score ** 2;
    }
  }
  return loss;
}

const anyBaskets = fc.array(
  fc
    .uniqueArray(fc.integer({ min: 0, max: IDS.length - 1 }), { minLength: 1, maxLength: 4 })
    .chain((products) =>
      fc.tuple(...products.map((product) => fc.tuple(fc.constant(product), fc.constantFrom(0.5, 1, 3, 5)))),
    ),
  { minLength: 1, maxLength: 8 },
);

describe('trainFactors', () => {
  it('lowers the loss with every epoch', () => {
    fc.assert(
      fc.property(anyBaskets, fc.integer(), (baskets, seed) => {
        const losses = [1, 2, 4, 8].map((epochs) => lossOf(train(baskets, { epochs, seed }), baskets));
        for (const [index, loss] of losses.entries())
          expect(loss).toBeLessThanOrEqual((losses[index - 1] ?? Number.POSITIVE_INFINITY) + 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it('finds the two tastes of a checkerboard with the diagonal held out', () => {
    const model = train(basketsOf('ab', 'bc', 'ac', 'de', 'ef', 'df'), { epochs: 10 });
    const { list } = createFactorSearch(model);
    const best = (basket: string) =>
      list(
        [...basket].map((productId) => ({ productId, weight: 1 })),
        1,
      ).map(({ productId }) => productId);
    expect(['ab', 'bc', 'ac', 'de', 'ef', 'df'].flatMap(best)).toEqual(['c', 'a', 'b', 'f', 'd', 'e']);
    expect(best('a')).not.toEqual(['d']);
  });

  it('gives the same model for the same seed, and none for products nobody had', () => {
    const baskets = basketsOf('ab', 'bc', 'ab');
    expect(train(baskets)).toEqual(train(baskets));
    expect(train(baskets).factors).not.toEqual(train(baskets, { seed: 2 }).factors);
    expect([...train(baskets).factors.subarray(9)]).toEqual(Array(9).fill(0));
  });

  it('learns nothing from nobody', () => {
    expect([...train([]).factors]).toEqual(Array(18).fill(0));
  });

  it('takes another order of shoppers for the same', () => {
    const baskets = basketsOf('ab', 'bcd', 'ae', 'f');
    const [one, other] = [train(baskets), train(baskets.toReversed())];
    for (const [index, factor] of one.factors.entries()) expect(other.factors[index]).toBeCloseTo(factor, 4);
  });

  it.each<Partial<FactorOptions>>([
    { dimensions: 0 },
    { dimensions: 1.5 },
    { epochs: 0 },
    { unobservedMass: 0 },
    { unobservedMass: Number.NaN },
    { penalty: 0 },
    { penalty: Number.POSITIVE_INFINITY },
  ])('refuses %o', (options) => {
    expect(() => train(basketsOf('ab'), options)).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });

  it('has room in the product index by default', () => {
    expect(DEFAULT_FACTOR_OPTIONS.dimensions).toBe(64);
  });
});
