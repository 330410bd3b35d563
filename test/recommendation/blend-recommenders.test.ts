import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlend } from '../../src/recommendation/blend-recommenders.ts';
import { matrixFromHistories, type SparseRows } from '../../src/recommendation/interaction-matrix.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { trainNeighbours } from '../../src/recommendation/train-neighbours.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];

const rows = (weights: Readonly<Record<string, number>>): SparseRows => {
  const entries = Object.entries(weights).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return {
    starts: Int32Array.from([...IDS, 'f'], (id) => entries.filter(([pair]) => pair < id).length),
    columns: Int32Array.from(entries, ([pair]) => IDS.indexOf(pair.slice(1))),
    values: Float32Array.from(entries, ([, weight]) => weight),
  };
};
const having = (items: string) => [...items].map((productId) => ({ productId, weight: 1 }));

describe('createBlend', () => {
  it('divides each part by its largest score before it weighs them', () => {
    const blend = createBlend(IDS, [
      { rows: rows({ ab: 1000, ac: 500 }), share: 0.25 },
      { rows: rows({ ac: 0.001, ad: 0.0005 }), share: 0.75 },
    ]);
    expect(blend(having('a'), 5)).toEqual([
      { productId: 'c', score: expect.closeTo(0.875), because: [{ productId: 'a', share: 1 }] },
      { productId: 'd', score: expect.closeTo(0.375), because: [{ productId: 'a', share: 1 }] },
      { productId: 'b', score: expect.closeTo(0.25), because: [{ productId: 'a', share: 1 }] },
    ]);
  });

  it('lets a product speak against another, and names only those that speak for it', () => {
    const blend = createBlend(IDS, [
      { rows: rows({ ac: 1, bc: -0.5, ad: 0.25, bd: -0.5, ae: 0.5 }), share: 1 },
    ]);
    expect(blend(having('ab'), 5)).toEqual([
      { productId: 'c', score: 1, because: [{ productId: 'a', share: 1 }] },
      { productId: 'e', score: 1, because: [{ productId: 'a', share: 1 }] },
    ]);
  });

  it('hears nothing from a part whose scores are all below 0', () => {
    const quiet = { rows: rows({ ab: -1 }), share: 0.5 };
    const blend = createBlend(IDS, [quiet, { rows: rows({ ab: 2 }), share: 0.5 }]);
    expect(blend(having('a'), 5).map(({ score }) => score)).toEqual([0.5]);
    expect(createBlend(IDS, [quiet])(having('a'), 5)).toEqual([]);
  });

  it('orders a single part as the part alone does', () => {
    const basket = fc.subarray([0, 1, 2, 3, 4], { minLength: 1 });
    fc.assert(
      fc.property(fc.array(basket, { maxLength: 8 }), fc.subarray(IDS), (baskets, history) => {
        const matrix = matrixFromHistories(
          baskets.map((items) => new Map(items.map((item) => [item, 1]))),
          IDS,
        );
        const neighbours = trainNeighbours(matrix);
        const part = {
          starts: neighbours.starts,
          columns: neighbours.neighbours,
          values: neighbours.weights,
        };
        const alone = createRecommender({ neighbours }).taste(having(history.join('')), 5);
        const blended = createBlend(IDS, [{ rows: part, share: 1 }])(having(history.join('')), 5);
        const largest = alone[0]?.score ?? 1;
        for (const [index, { productId, score }] of blended.entries()) {
          const twin = alone.find((candidate) => candidate.productId === productId);
          expect(score).toBeCloseTo((twin?.score ?? Number.NaN) / largest, 9);
          expect((alone[index]?.score ?? Number.NaN) / largest).toBeCloseTo(score, 9);
        }
        expect(blended).toHaveLength(alone.length);
      }),
    );
  });

  it('leaves no trace of one question in the next, and nothing for what it does not know', () => {
    const blend = createBlend(IDS, [{ rows: rows({ ab: 1, bc: -1, cd: 1 }), share: 1 }]);
    const first = blend(having('a'), 5);
    blend(having('bc'), 5);
    expect(blend(having('a'), 5)).toEqual(first);
    expect(blend(having('x'), 5)).toEqual([]);
    expect(blend(having('a'), 0)).toEqual([]);
  });
});
