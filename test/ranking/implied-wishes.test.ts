import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { leanValues, priceLean, withImpliedWishes } from '../../src/ranking/implied-wishes.ts';

const gender = {
  attribute: 'gender',
  operator: 'eq',
  value: 'men',
  strength: 'hard',
  words: 'for men',
  confidence: 1,
  sourceTurn: 1,
  known: true,
} as const;

describe('withImpliedWishes', () => {
  it('leans to what is made for the gender that a recipient tells, softly', () => {
    const { constraints } = withImpliedWishes({ ...EMPTY_NEED, recipient: 'mother' });
    expect(constraints).toMatchObject([
      { attribute: 'gender', operator: 'eq', value: 'women', strength: 'soft' },
      { attribute: 'gender', operator: 'ne', value: 'men', strength: 'soft' },
      { attribute: 'gender', operator: 'ne', value: 'kids', strength: 'soft' },
    ]);
  });

  it('leans away from things for children where the recipient is grown up', () => {
    const { constraints } = withImpliedWishes({ ...EMPTY_NEED, recipient: 'boss' });
    expect(constraints).toMatchObject([
      { attribute: 'gender', operator: 'ne', value: 'kids', strength: 'soft' },
    ]);
    expect(withImpliedWishes({ ...EMPTY_NEED, recipient: 'daughter' }).constraints).toMatchObject([
      { operator: 'eq', value: 'women' },
      { operator: 'ne', value: 'men' },
    ]);
  });

  it('implies nothing for who tells neither age nor gender, nor against one that was said', () => {
    for (const need of [
      EMPTY_NEED,
      { ...EMPTY_NEED, recipient: 'friend' },
      { query: '', constraints: [gender], recipient: 'mother' },
    ]) {
      expect(withImpliedWishes(need)).toBe(need);
    }
  });
});

describe('priceLean', () => {
  it.each([
    ['cheap', 'low'],
    ['barata', 'low'],
    ['günstig', 'low'],
    ['pas cher', 'low'],
    ['luxury', 'high'],
    ['hochwertig', 'high'],
    ['warm', undefined],
    ['', undefined],
  ])('reads %j as leaning to %j', (query, lean) => {
    expect(priceLean({ ...EMPTY_NEED, query })).toBe(lean);
  });
});

describe('leanValues', () => {
  const prices = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 30 });

  it('is 1 for the only cheapest, 0 for the dearest, and never rises with the price', () => {
    fc.assert(
      fc.property(prices, (given) => {
        const value = leanValues(given, 'low');
        const sorted = [...given].sort((left, right) => left - right);
        const values = sorted.map(value);
        expect(values.every((each) => each >= 0 && each <= 1)).toBe(true);
        expect(values).toEqual([...values].sort((left, right) => right - left));
        expect(values.at(-1)).toBe(0);
      }),
    );
    expect(leanValues([1, 2, 3], 'low')(1)).toBe(1);
    expect(leanValues([1, 2, 3], 'high')(3)).toBe(1);
  });
});
