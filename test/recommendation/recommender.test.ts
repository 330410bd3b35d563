import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFromHistories } from '../../src/recommendation/interaction-matrix.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { trainFactors } from '../../src/recommendation/train-factors.ts';
import { trainNeighbours } from '../../src/recommendation/train-neighbours.ts';

/** A checkerboard: shoppers and products of the same colour; each shopper lacks one product of their colour. */
const SIZE = 12;
const IDS = Array.from({ length: SIZE }, (_, index) => `p${String(index).padStart(2, '0')}`);
const board = Array.from(
  { length: SIZE },
  (_, shopper) =>
    new Map(
      IDS.flatMap((__, item): [number, number][] =>
        item % 2 === shopper % 2 && item !== shopper ? [[item, 1]] : [],
      ),
    ),
);
const recommender = createRecommender({ neighbours: trainNeighbours(matrixFromHistories(board, IDS)) });

describe('factors', () => {
  it('fold a shopper in after one click, every product of a history counting alike', () => {
    const { factors } = createRecommender({ factors: trainFactors(matrixFromHistories(board, IDS)) });
    const found = factors([{ productId: 'p00', weight: 0.01 }], 5).map(({ productId }) => productId);
    expect(found.toSorted()).toEqual(['p02', 'p04', 'p06', 'p08', 'p10']);
    const [first] = factors([{ productId: 'p02', weight: 5 }], 1);
    expect(first?.because).toEqual([{ productId: 'p02', share: 1 }]);
    expect(
      factors(
        [
          { productId: 'p02', weight: 5 },
          { productId: 'p01', weight: 0 },
        ],
        1,
      ),
    ).toEqual([first]);
    expect(createRecommender({}).factors([{ productId: 'p02', weight: 1 }], 5)).toEqual([]);
  });
});

describe('taste', () => {
  it('finds the held-out diagonal of a checkerboard first', () => {
    for (const [shopper, history] of board.entries()) {
      const items = [...history.keys()].map((item) => ({ productId: IDS[item] ?? '', weight: 1 }));
      expect(recommender.taste(items, 3).map(({ productId }) => productId)).toEqual([IDS[shopper]]);
    }
  });

  it('adds up: because holds the largest shares, and history is never recommended', () => {
    const item = fc.record({
      productId: fc.constantFrom(...IDS, 'unknown'),
      weight: fc.double({ min: 0, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.integer({ min: 0, max: 15 }), (history, limit) => {
        const candidates = recommender.taste(history, limit);
        expect(candidates.length).toBeLessThanOrEqual(limit);
        const known = new Set(history.filter(({ weight }) => weight > 0).map(({ productId }) => productId));
        for (const { productId, score, because = [] } of candidates) {
          expect(known.has(productId)).toBe(false);
          expect(score).toBeGreaterThan(0);
          const shares = because.map(({ share }) => share);
          expect(shares).toEqual(shares.toSorted((left, right) => right - left));
          expect(shares.reduce((left, right) => left + right, 0)).toBeLessThanOrEqual(1 + 1e-9);
          if (known.size <= 5) expect(shares.reduce((left, right) => left + right, 0)).toBeCloseTo(1, 6);
        }
      }),
    );
  });

  it('leaves no trace of one question in the next', () => {
    const history = [{ productId: 'p00', weight: 1 }];
    const first = recommender.taste(history, 5);
    recommender.taste([{ productId: 'p02', weight: 3 }], 5);
    expect(recommender.taste(history, 5)).toEqual(first);
  });
});

describe('goesWith', () => {
  it('names the product itself as the only cause', () => {
    const [first] = recommender.goesWith('p00', 1);
    expect(first?.because).toEqual([{ productId: 'p00', share: 1 }]);
  });
});

it('gives empty lists without models and for unknown products, and never throws', () => {
  const empty = createRecommender({});
  expect(empty.isTrained).toBe(false);
  expect(empty.taste([{ productId: 'p00', weight: 1 }], 5)).toEqual([]);
  expect(empty.popular('DE', 5)).toEqual([]);
  expect(empty.popularity('p00', 'DE')).toBe(0);
  expect(recommender.goesWith('unknown', 5)).toEqual([]);
  expect(recommender.taste([{ productId: 'p00', weight: Number.NaN }], 5)).toEqual([]);
});
