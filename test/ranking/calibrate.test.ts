import { describe, expect, it } from 'vitest';
import { categoryShares, leafCategory, miscalibration } from '../../src/ranking/calibrate.ts';
import { arrange, candidate, partOf } from './list-candidates.ts';

const WANTED = new Map([
  ['home>lamps', 0.7],
  ['home>desks', 0.3],
]);

/** Lamps are all better than desks. */
const SHELF = ['lamps', 'desks', 'vases'].flatMap((kind, place) =>
  Array.from({ length: 12 }, (_, position) =>
    candidate(`${kind}-${position + 10}`, 1 - place / 10 - position / 1_000, {
      categoryKeys: ['home', `home>${kind}`],
    }),
  ),
);

const kindsOf = (weight: number, changes = {}) =>
  arrange(SHELF, { weights: { calibration: weight }, wantedShares: WANTED, limit: 10, ...changes }).map(
    ({ productId }) => `home>${productId.split('-')[0]}`,
  );

describe('calibrate', () => {
  it('gives a history of 70 to 30 seven and three of ten when nothing else counts', () => {
    const kinds = kindsOf(1e6);
    expect(kinds.filter((kind) => kind === 'home>lamps').length).toBe(7);
    expect(kinds.filter((kind) => kind === 'home>desks').length).toBe(3);
    expect(miscalibration(WANTED, kinds)).toBeLessThanOrEqual(0.01);
  });

  it('gives up a little score for a mixture nearer to the shopper at the shipped weight', () => {
    const [without, withDial] = [kindsOf(0), kindsOf(0.43)];
    expect(new Set(without)).toEqual(new Set(['home>lamps']));
    expect(miscalibration(WANTED, withDial)).toBeLessThan(miscalibration(WANTED, without) / 2);
  });

  it('adds up to the divergence it removed', () => {
    const list = arrange(SHELF, { weights: { calibration: 1 }, wantedShares: WANTED, limit: 10 });
    const gained = list.reduce((sum, product) => sum + (partOf(product, 'calibration')?.value ?? 0), 0);
    const kinds = list.map(({ productId }) => `home>${productId.split('-')[0]}`);
    expect(gained).toBeCloseTo(Math.log(100) - miscalibration(WANTED, kinds), 9);
  });

  it('does nothing for a shopper without a history, nor for one who is not believed', () => {
    expect(kindsOf(1, { wantedShares: new Map() })).toEqual(kindsOf(0));
    expect(kindsOf(1, { personalConfidence: 0 })).toEqual(kindsOf(0));
  });
});

describe('categoryShares', () => {
  it('weighs the most specific category, and leaves out what is not known any more', () => {
    const facts: Record<string, readonly string[]> = { a: ['home', 'home>lamps'], b: ['home', 'home>desks'] };
    const shares = categoryShares(
      [
        { productId: 'a', weight: 3 },
        { productId: 'b', weight: 1 },
        { productId: 'gone', weight: 9 },
      ],
      (productId) => leafCategory({ categoryKeys: facts[productId] ?? [] }),
    );
    expect(shares).toEqual(
      new Map([
        ['home>lamps', 0.75],
        ['home>desks', 0.25],
      ]),
    );
  });
});
