import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RankedProduct } from '../../../src/domain/ranking.ts';
import { placePins } from '../../../src/ranking/rules/place-pins.ts';

const ranked = (productId: string, score: number): RankedProduct => ({
  productId,
  score,
  parts: [{ signal: 'terms', weight: 1, value: score, contribution: score }],
  sources: ['terms'],
});

const place = (list: readonly RankedProduct[], pinned: readonly [string, number, number][]) =>
  placePins(
    list,
    new Map(pinned.map(([productId, score]) => [productId, ranked(productId, score)])),
    pinned
      .map(([productId, , position]) => ({ rule: `pin-${productId}`, productId, position }))
      .sort((left, right) => left.position - right.position || (left.rule < right.rule ? -1 : 1)),
  );

const ids = (list: readonly RankedProduct[]) => list.map(({ productId }) => productId);

const LIST = [ranked('a', 3), ranked('b', 2), ranked('c', 1)];

describe('placePins', () => {
  it('lifts a product by exactly what its place needs', () => {
    const [first, second] = place(LIST, [['x', 0.5, 2]]);
    expect(first).toBe(LIST[0]);
    expect(second?.score).toBeCloseTo(2, 5);
    expect(second?.parts.at(-1)).toMatchObject({ signal: 'rule:pin-x', value: 1 });
    expect(second?.parts.at(-1)?.contribution).toBeCloseTo(1.5, 5);
  });

  it('lowers one that would stand higher, and leaves one alone that stands there by itself', () => {
    const [, lowered] = place(LIST, [['x', 9, 2]]);
    expect(lowered).toMatchObject({ productId: 'x', score: 3 });
    expect(lowered?.parts.at(-1)).toMatchObject({ value: -1, contribution: -6 });
    expect(place(LIST, [['x', 2.5, 2]])[1]).toEqual(ranked('x', 2.5));
  });

  it('puts two pins of one place below each other, the lower rule id first', () => {
    expect(
      ids(
        place(LIST, [
          ['y', 0, 1],
          ['x', 0, 1],
          ['z', 0, 2],
        ]),
      ),
    ).toEqual(['x', 'y', 'z', 'a', 'b', 'c']);
  });

  it('puts a pin last in a list that is too short', () => {
    expect(ids(place([], [['x', 0, 4]]))).toEqual(['x']);
    expect(ids(place(LIST, [['x', 0, 10]]))).toEqual(['a', 'b', 'c', 'x']);
  });

  it('leaves out a pin whose product may not be shown', () => {
    expect(placePins(LIST, new Map(), [{ rule: 'r', productId: 'x', position: 1 }])).toEqual(LIST);
  });

  it('keeps parts that add up, an order by score, and every pin at its place', () => {
    const score = fc.double({ min: -5, max: 5, noNaN: true });
    const pins = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 10 }), score), {
      selector: ([position]) => position,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(score, { maxLength: 30 }), pins, (scores, pinned) => {
        const list = scores.toSorted((left, right) => right - left).map((each, at) => ranked(`p${at}`, each));
        const placed = place(
          list,
          pinned.map(([position, own]) => [`x${position}`, own, position]),
        );
        expect(placed).toHaveLength(list.length + pinned.length);
        placed.forEach(({ score: total, parts }, at) => {
          expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(total, 6);
          expect(total).toBeLessThanOrEqual(placed[at - 1]?.score ?? Number.POSITIVE_INFINITY);
        });
        for (const [position] of pinned) {
          if (position <= list.length + 1) expect(placed[position - 1]?.productId).toBe(`x${position}`);
        }
      }),
    );
  });
});
