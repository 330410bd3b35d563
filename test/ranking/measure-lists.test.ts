import { describe, expect, it } from 'vitest';
import { type ListedShop, measureLists, type ShownList } from '../../src/ranking/measure-lists.ts';
import { factsOf } from './support.ts';

const FACTS = new Map(
  [
    factsOf('lamp', {
      attributes: { brand: ['ada'] },
      categoryKeys: ['home', 'home>lamps'],
      vector: Float32Array.of(1, 0),
    }),
    factsOf('desk', {
      attributes: { brand: ['ada'] },
      categoryKeys: ['home', 'home>desks'],
      vector: Float32Array.of(0, 1),
    }),
    factsOf('vase', {
      attributes: { brand: ['bo'] },
      categoryKeys: ['home', 'home>vases'],
      vector: Float32Array.of(1, 0),
    }),
    factsOf('sofa', { attributes: { brand: ['bo'], seller: ['cy'] }, categoryKeys: ['home', 'home>sofas'] }),
  ].map((facts) => [facts.productId, facts]),
);

const SHOP: ListedShop = {
  catalogueSize: 8,
  factsOf: (productId) => FACTS.get(productId),
  popularity: (productId) => (productId === 'lamp' ? 1 : 0),
  isExpected: (productId) => productId === 'lamp',
};

const shown = (productIds: readonly string[], changes: Partial<ShownList> = {}): ShownList => ({
  products: productIds.map((productId) => ({ productId, score: 1 })),
  ...changes,
});

describe('measureLists', () => {
  it('counts the whole catalogue, not only what was shown', () => {
    const { gini, coverage } = measureLists([shown(['lamp'])], SHOP);
    expect(gini).toBeCloseTo(7 / 8, 12);
    expect(coverage).toBe(1 / 8);
  });

  it('tells likeness within a list by the mean over its pairs', () => {
    expect(measureLists([shown(['lamp', 'desk', 'vase'])], SHOP).diversity).toBeCloseTo(2 / 3, 6);
    expect(measureLists([shown(['lamp', 'sofa'])], SHOP).diversity).toBe(0);
  });

  it('tells what everybody would have been shown', () => {
    const measures = measureLists([shown(['lamp', 'desk', 'vase', 'sofa'])], SHOP);
    expect(measures).toMatchObject({ unexpectedness: 0.75, popularity: 0.25 });
  });

  it('sees repetitions and few categories of one audience, and takes lists without a name for different ones', () => {
    const twice = [shown(['lamp', 'desk'], { audience: 'a' }), shown(['lamp', 'vase'], { audience: 'a' })];
    expect(measureLists(twice, SHOP)).toMatchObject({ repeated: 0.25, fewCategories: 0 });
    const apart = [shown(['lamp', 'desk']), shown(['lamp', 'vase'])];
    expect(measureLists(apart, SHOP)).toMatchObject({ repeated: 0, fewCategories: 1 });
  });

  it('compares what sellers had with what they deserved, the seller going before the brand', () => {
    const measures = measureLists([shown(['sofa', 'vase'])], SHOP);
    // One has 1.23 times what is due, the other .77 times.
    expect(measures.sellersInBounds).toBe(0.5);
    expect(measures.sellerGini).toBeCloseTo((1 - 1 / Math.log2(3)) / 2 / (1 + 1 / Math.log2(3)), 12);
    const even = measureLists([shown(['sofa', 'vase']), shown(['vase', 'sofa'])], SHOP);
    expect(even).toMatchObject({ sellersInBounds: 1, sellerGini: 0 });
  });

  it('measures calibration where a shopper has a mixture, and gives 0 for nothing at all', () => {
    const wanted = new Map([['home>lamps', 1]]);
    expect(measureLists([shown(['lamp'], { wanted }), shown(['desk'])], SHOP).miscalibration).toBeCloseTo(
      0,
      6,
    );
    expect(measureLists([shown(['desk'], { wanted })], SHOP).miscalibration).toBeCloseTo(Math.log(100), 6);
    expect(new Set(Object.values(measureLists([], SHOP)))).toEqual(new Set([0]));
  });
});
