import { expect, it } from 'vitest';
import { toFilter } from '../../../../connectors/product-index/qdrant/to-filter.ts';
import type { IndexFilter } from '../../../../src/ports/product-index.ts';

const us = { key: 'market', match: { value: 'US' } };
const filterOf = (...filters: IndexFilter[]) => toFilter({ market: 'US', filters });

it('holds what is said of variants against one offer of the market', () => {
  expect(
    filterOf({ kind: 'attribute', attribute: 'color', anyOf: ['red'] }, { kind: 'price', maxMinor: 5000 }),
  ).toEqual({
    must: [
      {
        nested: {
          key: 'offers',
          filter: {
            must: [
              us,
              { key: 'attributes', match: { any: ['["color","red"]'] } },
              { key: 'price', range: { lte: 5000 } },
            ],
          },
        },
      },
    ],
  });
});

it('holds name and number of a range against one and the same quantity', () => {
  const range = { kind: 'range' as const, attribute: 'width', min: 10, unit: 'mm' };
  const quantity = [
    { key: 'name', match: { value: '["width","mm"]' } },
    { key: 'value', range: { gte: 10 } },
  ];

  expect(filterOf(range)).toEqual({
    must: [
      {
        nested: {
          key: 'offers',
          filter: { must: [us, { nested: { key: 'quantities', filter: { must: quantity } } }] },
        },
      },
    ],
  });
});

it.each([
  [Number.NaN, 5],
  [6, 5],
  [Number.POSITIVE_INFINITY, undefined],
])('knows without asking that nothing lies from %s to %s', (least, most) => {
  const ends = { minMinor: least, ...(most === undefined ? {} : { maxMinor: most }) };
  expect(filterOf({ kind: 'price', ...ends })).toBeUndefined();
});

it('knows without asking that no value, no category and no field means nothing passes', () => {
  expect(filterOf({ kind: 'attribute', attribute: 'color', anyOf: [] })).toBeUndefined();
  expect(filterOf({ kind: 'any', of: [] })).toBeUndefined();
  expect(filterOf({ kind: 'terms', fields: [], anyOf: [['warm']] })).toBeUndefined();
  expect(filterOf({ kind: 'not-terms', fields: ['title'], noneOf: [[]] })).toBeUndefined();
});

it('asks nothing more of a refusal of nothing', () => {
  expect(filterOf({ kind: 'not-attribute', attribute: 'color', noneOf: [] }, { kind: 'price' })).toEqual(
    filterOf(),
  );
});
