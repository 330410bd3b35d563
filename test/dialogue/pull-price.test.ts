import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fulfils } from '../../src/dialogue/merge-constraints.ts';
import { pullFromFocus, pullFromList, pullFromReference } from '../../src/dialogue/pull-price.ts';
import { shownProduct } from './support.ts';

const priced = (...prices: number[]) => prices.map((price, index) => shownProduct(`p${index}`, price));
const limit = (pull: 'cheaper' | 'dearer', ...prices: number[]) =>
  pullFromList(pull, priced(...prices), 3).map(({ operator, value, strength }) => [
    operator,
    value,
    strength,
  ]);

describe('pullFromList', () => {
  it('goes below the median of the list, and above it for dearer', () => {
    expect(limit('cheaper', 6000, 2000, 4000)).toEqual([['lt', 4000, 'hard']]);
    expect(limit('dearer', 6000, 2000, 4000)).toEqual([['gt', 4000, 'hard']]);
    expect(limit('cheaper', 1000, 2001)).toEqual([['lt', 1501, 'hard']]);
    expect(limit('dearer', 1000, 2001)).toEqual([['gt', 1500, 'hard']]);
  });

  it('goes below the price of the only product', () => {
    expect(limit('cheaper', 2500)).toEqual([['lt', 2500, 'hard']]);
  });

  it('goes below the dearest where nothing shown lies below the median', () => {
    expect(limit('cheaper', 1000, 1000, 5000)).toEqual([['lt', 5000, 'hard']]);
    expect(limit('dearer', 1000, 5000, 5000)).toEqual([['gt', 1000, 'hard']]);
  });

  it('says nothing without a list', () => {
    expect(limit('cheaper')).toEqual([]);
  });

  const prices = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 });

  it('excludes the dearest shown, and leaves something shown unless all cost the same', () => {
    fc.assert(
      fc.property(prices, (values) => {
        const [pulled] = pullFromList('cheaper', priced(...values), 1);
        expect(pulled).toBeDefined();
        if (pulled === undefined) return;
        expect(fulfils(Math.max(...values), pulled)).toBe(false);
        expect(values.some((value) => fulfils(value, pulled))).toBe(new Set(values).size > 1);
      }),
    );
  });

  it('mirrors cheaper and dearer', () => {
    fc.assert(
      fc.property(prices, (values) => {
        const [down] = pullFromList('cheaper', priced(...values), 1);
        const [up] = pullFromList('dearer', priced(...values.map((value) => 50 - value)), 1);
        expect(50 - Number(up?.value)).toBe(down?.value);
      }),
    );
  });
});

describe('pullFromFocus', () => {
  const shown = [shownProduct('a', 2000), shownProduct('b', 3000), shownProduct('c', 9000)];
  const beside = (pull: 'cheaper' | 'dearer', focus?: string) =>
    pullFromFocus(pull, shown, focus, 1).map(({ operator, value }) => `${operator} ${value}`);

  it('goes beyond what is talked about as well, so that "too expensive" does not bring it back', () => {
    expect(beside('cheaper', 'a')).toEqual(['lt 2000']);
    expect(beside('cheaper', 'c')).toEqual(['lt 3000']);
    expect(beside('dearer', 'c')).toEqual(['gt 9000']);
    expect(beside('cheaper', 'elsewhere')).toEqual(beside('cheaper'));
  });
});

describe('pullFromReference', () => {
  it('must be cheaper than the reference and would rather be a fifth cheaper', () => {
    expect(pullFromReference('cheaper', shownProduct('p', 999), 2)).toMatchObject([
      { attribute: 'price', operator: 'lt', value: 999, strength: 'hard', sourceTurn: 2, words: '' },
      { attribute: 'price', operator: 'lte', value: 799, strength: 'soft' },
    ]);
    expect(pullFromReference('dearer', shownProduct('p', 1000), 2)).toMatchObject([
      { operator: 'gt', value: 1000, strength: 'hard' },
      { operator: 'gte', value: 1250, strength: 'soft' },
    ]);
  });
});
