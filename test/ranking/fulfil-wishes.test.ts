import { describe, expect, it } from 'vitest';
import { createWishReader, priceFit } from '../../src/ranking/fulfil-wishes.ts';
import { constraint, factsOf, needOf } from './support.ts';

const scarf = factsOf('scarf', {
  attributes: { color: ['red', 'white'], material: ['Wool'], width: ['30 cm'] },
  categoryKeys: ['clothing', 'clothing>scarves'],
});

describe('createWishReader', () => {
  it.each([
    ['an accepted value', [constraint('color', 'eq', 'red')], 1, 1],
    [
      'one of two accepted values',
      [constraint('color', 'eq', 'blue'), constraint('color', 'eq', 'red')],
      1,
      1,
    ],
    ['no accepted value', [constraint('color', 'eq', 'blue')], 1, 0],
    ['a refusal kept', [constraint('color', 'ne', 'blue')], 1, 1],
    ['a refusal broken', [constraint('color', 'ne', 'white')], 1, 0],
    ['one of two', [constraint('color', 'eq', 'red'), constraint('color', 'ne', 'white')], 2, 1],
    ['letter case', [constraint('material', 'eq', 'wool')], 1, 1],
    ['a category above', [constraint('category', 'eq', 'clothing')], 1, 1],
    ['an amount', [constraint('width', 'lte', '0.4 m')], 1, 1],
    ['an amount of something else', [constraint('width', 'lte', 40)], 1, 0],
    ['what is not told', [constraint('pattern', 'eq', 'dots')], 1, 0],
    ['a refusal of what is not told', [constraint('pattern', 'ne', 'dots')], 1, 1],
  ])('counts %s', (_, constraints, wishes, fulfilled) => {
    expect(createWishReader(needOf(...constraints))(scarf)).toMatchObject([{ wishes, fulfilled }]);
  });

  it('knows that crimson is a red, though less than red is, and that a parka is a jacket', () => {
    const fulfilled = (attribute: string, wanted: string, ...own: string[]): number | undefined =>
      createWishReader(needOf(constraint(attribute, 'eq', wanted)))(
        factsOf('it', { attributes: { [attribute]: own } }),
      )[0]?.fulfilled;
    expect(['red', 'crimson', 'blue'].map((own) => fulfilled('color', 'red', own))).toEqual([1, 0.5, 0]);
    expect(fulfilled('color', 'red', 'crimson', 'red')).toBe(0.5);
    expect(fulfilled('type', 'jacket', 'parka')).toBe(1);
  });

  it('leaves out prices and what the shop does not know', () => {
    const need = needOf(constraint('price', 'lte', 1), constraint('color', 'eq', 'red', { known: false }));
    expect(createWishReader(need)(scarf)).toEqual([]);
  });
});

describe('priceFit', () => {
  const under = needOf(constraint('price', 'lte', 6_000));

  it('does not punish a price right at the limit', () => {
    expect([1, 3_000, 5_999, 6_000].map((price) => priceFit(under, price))).toEqual([1, 1, 1, 1]);
  });

  it('falls off beyond the limit, to nothing at half as much again', () => {
    expect([7_500, 9_000, 20_000].map((price) => priceFit(under, price))).toEqual([0.5, 0, 0]);
  });

  it('reads "around 50" both ways', () => {
    const around = needOf(constraint('price', 'eq', 5_000));
    expect([5_000, 3_750, 6_250, 2_500].map((price) => priceFit(around, price))).toEqual([1, 0.5, 0.5, 0]);
  });

  it('is as good as its worst limit, and nothing without one', () => {
    const between = needOf(constraint('price', 'gte', 2_000), constraint('price', 'lte', 4_000));
    expect([3_000, 5_000, 1_500].map((price) => priceFit(between, price))).toEqual([1, 0.5, 0.5]);
    expect(priceFit(needOf(), 100)).toBeUndefined();
  });
});
