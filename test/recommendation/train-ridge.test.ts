import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFromHistories } from '../../src/recommendation/interaction-matrix.ts';
import {
  DEFAULT_RIDGE_OPTIONS,
  type RidgeModel,
  type RidgeOptions,
  trainRidge,
} from '../../src/recommendation/train-ridge.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const PLAIN: RidgeOptions = { penalty: 1, sources: 4, shopperDiscount: 0 };

const train = (baskets: readonly string[], options: Partial<RidgeOptions> = {}) =>
  trainRidge(
    matrixFromHistories(
      baskets.map((basket) => new Map([...basket].map((item) => [IDS.indexOf(item), 1]))),
      IDS,
    ),
    { ...PLAIN, ...options },
  );

/** Weights as `from>to`. */
const weightsOf = ({ productIds, bySource: { starts, columns, values } }: RidgeModel) =>
  Object.fromEntries(
    productIds.flatMap((from, row) =>
      [...columns.subarray(starts[row], starts[row + 1])].map((to, entry) => [
        `${from}>${productIds[to]}`,
        values[(starts[row] ?? 0) + entry] ?? 0,
      ]),
    ),
  );

describe('trainRidge', () => {
  it('solves an example worked by hand: two shoppers {a,b} and {a,c}', () => {
    const weights = weightsOf(train(['ab', 'ac']));
    expect(weights['b>a']).toBeCloseTo(1 / 2);
    expect(weights['c>a']).toBeCloseTo(1 / 2);
    expect(weights['a>b']).toBeCloseTo(1 / 3);
    expect(weights['c>b']).toBeUndefined();
  });

  it('lets a product that takes the place of another speak against it', () => {
    const weights = weightsOf(train(['ab', 'ab', 'ac', 'ac', 'abc'], { penalty: 0.1 }));
    expect(weights['a>c']).toBeGreaterThan(0);
    expect(weights['b>c']).toBeLessThan(0);
  });

  it('makes every product from the others as least squares with a penalty do, for any shoppers', () => {
    const basket = fc.subarray(IDS, { minLength: 1 }).map((items) => items.join(''));
    fc.assert(
      fc.property(
        fc.array(basket, { maxLength: 8 }),
        fc.constantFrom(0, 0.5, 1),
        (baskets, shopperDiscount) => {
          const weights = weightsOf(train(baskets, { shopperDiscount }));
          const gram = (left: string, right: string) =>
            baskets
              .filter((items) => items.includes(left) && items.includes(right))
              .reduce((sum, items) => sum + items.length ** -shopperDiscount, 0);
          for (const target of IDS) {
            const sources = IDS.filter((source) => source !== target && gram(source, target) > 0);
            for (const row of sources) {
              const left = sources.reduce(
                (sum, source) =>
                  sum +
                  (gram(row, source) + (row === source ? 1 : 0)) * (weights[`${source}>${target}`] ?? 0),
                0,
              );
              expect(left).toBeCloseTo(gram(row, target), 4);
            }
          }
        },
      ),
    );
  });

  it('is the same whoever comes first', () => {
    const baskets = ['abc', 'ad', 'be', 'cd', 'abcde'];
    const forward = weightsOf(train(baskets));
    const backward = weightsOf(train(baskets.toReversed()));
    expect(Object.keys(backward)).toEqual(Object.keys(forward));
    for (const [pair, weight] of Object.entries(backward))
      expect(weight).toBeCloseTo(forward[pair] ?? Number.NaN, 6);
  });

  it('keeps the closest sources of each target, the popular counting less', () => {
    const weights = weightsOf(train(['ab', 'ab', 'ac', 'bc', 'bd', 'be'], { sources: 1 }));
    expect(Object.keys(weights).filter((pair) => pair.endsWith('>a'))).toEqual(['b>a']);
    expect(Object.keys(weights).filter((pair) => pair.endsWith('>c'))).toEqual(['a>c']);
  });

  it('gives an empty model for no shoppers', () => {
    expect(weightsOf(train([]))).toEqual({});
  });

  it.each([
    { penalty: 0 },
    { penalty: Number.NaN },
    { sources: 0 },
    { sources: 1.5 },
    { shopperDiscount: -1 },
  ])('refuses %j', (options) => {
    expect(() => train(['ab'], { ...DEFAULT_RIDGE_OPTIONS, ...options })).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });
});
