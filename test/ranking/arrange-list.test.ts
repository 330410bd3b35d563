import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DIALS } from '../../src/ranking/arrange-list.ts';
import { arrange, candidate, partOf } from './list-candidates.ts';
import { idsOf } from './support.ts';

const DIALS = Object.keys(NO_DIALS) as (keyof typeof NO_DIALS)[];

const anyShelf = fc
  .array(
    fc.record({
      score: fc.double({ min: 0, max: 1.5, noNaN: true }),
      angle: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      brand: fc.constantFrom('ada', 'bo', 'cy'),
      kind: fc.constantFrom('lamps', 'desks', 'vases'),
      title: fc.constantFrom('oak', 'elm', 'ash', 'fir'),
      inStock: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((shelf) =>
    shelf.map(({ score, angle, brand, kind, title, inStock }, position) =>
      candidate(`p${position}`, score, {
        vector: Float32Array.of(Math.cos(angle), Math.sin(angle)),
        attributes: { brand: [brand] },
        categoryKeys: [kind],
        titles: [[title, String(position % 9)]],
        availability: inStock ? 'in-stock' : 'preorder',
      }),
    ),
  );

const anyDials = fc.record(
  Object.fromEntries(DIALS.map((dial) => [dial, fc.double({ min: 0, max: 2, noNaN: true })])),
);

const anyArrangement = fc.record({
  weights: anyDials,
  limit: fc.integer({ min: 0, max: 45 }),
  personalConfidence: fc.constantFrom(0, 0.4, 1),
  seed: fc.string({ maxLength: 4 }),
  wantedShares: fc.constant(
    new Map([
      ['lamps', 0.7],
      ['desks', 0.3],
    ]),
  ),
});

const known = {
  popularity: (productId: string) => (productId.endsWith('7') ? 0 : 0.8),
  sellerLift: (seller: string) => (seller === 'bo' ? 0.9 : 0),
};

describe('a list under any dials', () => {
  it('is ordered by its scores, which are the sums of their parts, and holds nothing twice', () => {
    fc.assert(
      fc.property(anyShelf, anyArrangement, (shelf, arrangement) => {
        const list = arrange(shelf, { ...known, ...arrangement });
        const scores = list.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((left, right) => right - left));
        expect(new Set(idsOf(list)).size).toBe(list.length);
        expect(list.length).toBe(Math.min(arrangement.limit, shelf.length));
        for (const { score, parts } of list) {
          expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 6);
          for (const part of parts) expect(part.contribution).toBe(part.weight * part.value);
        }
      }),
    );
  });

  it('is the same for the same seed, and is the plain list when all dials are 0', () => {
    fc.assert(
      fc.property(anyShelf, anyArrangement, (shelf, arrangement) => {
        const request = { ...known, ...arrangement };
        expect(arrange(shelf, request)).toEqual(arrange(shelf, request));
        const plain = idsOf(arrange(shelf, { ...request, weights: {} }));
        const best = shelf.toSorted((left, right) => right.product.score - left.product.score);
        expect(plain).toEqual(best.slice(0, arrangement.limit).map(({ product }) => product.productId));
      }),
    );
  });
});

describe('surprise', () => {
  const shelf = Array.from({ length: 30 }, (_, position) =>
    candidate(`p${position + 10}`, 1 - position / 100),
  );
  const unknown = new Set(['p25', 'p30', 'p35']);
  const popularity = (productId: string) => (unknown.has(productId) ? 0 : 0.9);
  const surprisesOf = (changes: object) =>
    arrange(shelf, { weights: { surprise: 0.5 }, popularity, limit: 20, ...changes }).flatMap(
      (product, place) =>
        partOf(product, 'surprise') === undefined ? [] : [{ place, id: product.productId }],
    );

  it('comes last of every ten that have none, and is one of those hardly anybody comes upon', () => {
    const found = surprisesOf({ seed: 'a' });
    expect(found.map(({ place }) => place)).toContain(9);
    expect(found.every(({ id }) => unknown.has(id))).toBe(true);
  });

  it('is another one for another seed', () => {
    const first = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => surprisesOf({ seed })[0]?.id);
    expect(new Set(first).size).toBeGreaterThan(1);
  });

  it('stays away from short lists, and where it would cost more than the dial allows', () => {
    expect(surprisesOf({ limit: 9 })).toEqual([]);
    expect(surprisesOf({ weights: { surprise: 0.01 } })).toEqual([]);
  });

  it('is never sold out, nor below the relevance floor', () => {
    const soldOut = shelf.map(({ product, facts }) =>
      candidate(product.productId, product.score, {
        ...facts,
        availability: unknown.has(product.productId) ? 'out-of-stock' : 'in-stock',
      }),
    );
    expect(
      arrange(soldOut, { weights: { surprise: 0.5 }, popularity }).some((each) => partOf(each, 'surprise')),
    ).toBe(false);
    const poor = shelf.map(({ product }) =>
      candidate(product.productId, unknown.has(product.productId) ? 0.2 : product.score),
    );
    expect(
      arrange(poor, { weights: { surprise: 2 }, popularity }).some((each) => partOf(each, 'surprise')),
    ).toBe(false);
  });
});

describe('tail', () => {
  it('takes most from what everybody has', () => {
    const shelf = [candidate('hit', 1), candidate('find', 0.95)];
    const popularity = (productId: string) => (productId === 'hit' ? 1 : 0);
    const list = arrange(shelf, { weights: { tail: 0.1 }, popularity });
    expect(idsOf(list)).toEqual(['find', 'hit']);
    expect(list[1]?.parts.at(-1)).toMatchObject({ signal: 'tail', value: -1 });
  });
});
