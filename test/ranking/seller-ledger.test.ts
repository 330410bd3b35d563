import { describe, expect, it } from 'vitest';
import { exposureAt, sellerMerits, sellerOf } from '../../src/ranking/expose-sellers.ts';
import { createSellerLedger } from '../../src/ranking/seller-ledger.ts';
import { arrange, candidate, partOf } from './list-candidates.ts';

const EVEN = new Map([
  ['big', 0.5],
  ['small', 0.5],
]);

describe('createSellerLedger', () => {
  it('owes nothing to strangers and to who had what was due, and more to who had less', () => {
    const ledger = createSellerLedger();
    expect(ledger.liftOf('small')).toBe(0);
    ledger.record({ shown: ['big', 'big'], merits: EVEN });
    const once = ledger.liftOf('small');
    expect(once).toBeGreaterThan(0);
    expect(ledger.liftOf('big')).toBe(0);
    for (let list = 0; list < 20; list += 1) ledger.record({ shown: ['small', 'small'], merits: EVEN });
    expect(ledger.liftOf('small')).toBe(0);
    expect(ledger.liftOf('big')).toBe(1);
  });

  it('keeps account in exposure, old lists counting less', () => {
    const ledger = createSellerLedger({ halfLifeLists: 1, mostSellers: 10 });
    ledger.record({ shown: ['big', undefined, 'small'], merits: new Map([['small', 1]]) });
    const [small, big] = ledger.accounts();
    expect(small).toMatchObject({ seller: 'small', exposure: exposureAt(2) });
    expect(small?.merit).toBeCloseTo(exposureAt(0) + exposureAt(1) + exposureAt(2), 12);
    expect(big).toEqual({ seller: 'big', exposure: 1, merit: 0 });
    ledger.record({ shown: [], merits: new Map() });
    expect(ledger.accounts()[1]?.exposure).toBeCloseTo(0.5, 12);
  });

  it('keeps no more sellers than it may, forgetting who deserves least', () => {
    const ledger = createSellerLedger({ halfLifeLists: 100, mostSellers: 2 });
    const merits = new Map([
      ['a', 0.5],
      ['b', 0.1],
      ['c', 0.4],
    ]);
    ledger.record({ shown: ['a'], merits });
    expect(ledger.accounts().map(({ seller }) => seller)).toEqual(['a', 'c']);
  });
});

describe('exposeSellers', () => {
  const shelf = [
    candidate('first', 1, { attributes: { brand: ['big'] } }),
    candidate('fits', 0.9, { attributes: { brand: ['big'], seller: ['small'] } }),
    candidate('gone', 0.9, { attributes: { seller: ['small'] }, availability: 'out-of-stock' }),
    candidate('poor', 0.2, { attributes: { seller: ['small'] } }),
  ];

  it('lifts what its seller is owed, never what is sold out or hardly fits', () => {
    const list = arrange(shelf, {
      weights: { exposure: 0.5 },
      sellerLift: (seller) => (seller === 'small' ? 0.5 : 0),
    });
    expect(list.map((product) => [product.productId, partOf(product, 'exposure')?.contribution])).toEqual([
      ['fits', 0.25],
      ['first', undefined],
      ['gone', undefined],
      ['poor', undefined],
    ]);
  });

  it('takes the brand for the seller where none is told, and shares merit by score among what may be lifted', () => {
    expect(shelf.map(({ facts }) => sellerOf(facts))).toEqual(['big', 'small', 'small', 'small']);
    expect(sellerOf(undefined)).toBeUndefined();
    expect(sellerMerits(shelf)).toEqual(
      new Map([
        ['big', 1 / 1.9],
        ['small', 0.9 / 1.9],
      ]),
    );
  });
});
