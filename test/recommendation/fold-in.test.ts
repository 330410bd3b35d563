import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFactorSearch } from '../../src/recommendation/fold-in.ts';
import type { FactorModel } from '../../src/recommendation/train-factors.ts';

const IDS = ['a', 'b', 'c', 'd'];
const modelOf = (factors: readonly number[], dimensions = 2): FactorModel => ({
  productIds: IDS.slice(0, factors.length / dimensions),
  dimensions,
  factors: Float32Array.from(factors),
  unobservedWeight: 0.5,
  penalty: 0.25,
});
const PLAIN = modelOf([1, 0, 0.5, 0.5, 0, 1, 1, 1]);

const value = fc.double({ min: -2, max: 2, noNaN: true });
const anyModel = fc.array(value, { minLength: 8, maxLength: 8 }).map((factors) => modelOf(factors));
const anyHistory = fc.uniqueArray(
  fc.record({ productId: fc.constantFrom(...IDS), weight: fc.constantFrom(0.25, 1, 5) }),
  { selector: ({ productId }) => productId, minLength: 1, maxLength: 3 },
);

describe('createFactorSearch', () => {
  it('folds one click in as worked by hand', () => {
    const { foldIn } = createFactorSearch(modelOf([2], 1));
    // A = 0.5·4 + 0.25·(1 + 0.5·1) + 1·4 and b = 2.
    expect(foldIn([{ productId: 'a', weight: 1 }])?.[0]).toBeCloseTo(2 / (2 + 0.375 + 4), 6);
  });

  it('scores by the inner product with the folded-in vector, best first, without the history', () => {
    fc.assert(
      fc.property(anyModel, anyHistory, (model, history) => {
        const search = createFactorSearch(model);
        const vector = search.foldIn(history) ?? new Float32Array();
        const listed = search.list(history, 10);
        const known = new Set(history.map(({ productId }) => productId));
        for (const { productId, score } of listed) {
          const row = IDS.indexOf(productId) * 2;
          const [x = 0, y = 0] = model.factors.subarray(row, row + 2);
          expect(score).toBeCloseTo(x * (vector[0] ?? 0) + y * (vector[1] ?? 0), 5);
          expect(score).toBeGreaterThan(0);
          expect(known.has(productId)).toBe(false);
        }
        const scores = listed.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((left, right) => right - left));
      }),
    );
  });

  it('divides a score among the products of the history without a rest', () => {
    fc.assert(
      fc.property(anyModel, anyHistory, (model, history) => {
        const search = createFactorSearch(model);
        for (const { productId, score, because = [] } of search.list(history, 10)) {
          const contributions = search.contributions(history, productId);
          expect(contributions.values().reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 9);
          for (const { productId: source, share } of because) {
            expect(contributions.get(source)).toBeGreaterThan(0);
            expect(share).toBeLessThanOrEqual(1 + 1e-12);
          }
        }
      }),
    );
  });

  it('knows nobody who had nothing of the model', () => {
    const search = createFactorSearch(PLAIN);
    for (const history of [[], [{ productId: 'x', weight: 1 }], [{ productId: 'a', weight: 0 }]]) {
      expect(search.foldIn(history)).toBeUndefined();
      expect(search.list(history, 5)).toEqual([]);
      expect(search.contributions(history, 'b')).toEqual(new Map());
    }
    expect(search.contributions([{ productId: 'a', weight: 1 }], 'x')).toEqual(new Map());
  });

  it('has one answer for one question, whatever was asked before', () => {
    const search = createFactorSearch(PLAIN);
    const first = search.list([{ productId: 'a', weight: 1 }], 3);
    search.list([{ productId: 'c', weight: 5 }], 3);
    search.foldIn([{ productId: 'd', weight: 1 }]);
    expect(search.list([{ productId: 'a', weight: 1 }], 3)).toEqual(first);
  });
});
