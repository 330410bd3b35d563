import { describe, expect, it } from 'vitest';
import { labelQueries, shelveLabelled } from '../../../eval/bench/search/label-queries.ts';
import { passesFilter } from '../../../eval/bench/search/shelf-product.ts';

const product = (productId: string) => ({ productId, title: `Thing ${productId}`, description: '' });
const set = {
  products: ['a', 'b', 'c', 'd'].map(product),
  queries: [
    {
      queryId: '1',
      query: 'thing',
      grades: new Map([
        ['a', 2],
        ['b', 3],
        ['z', 3],
      ]),
    },
    { queryId: '2', query: 'gone', grades: new Map([['z', 3]]) },
    { queryId: '3', query: 'worthless', grades: new Map([['c', 1]]) },
  ],
  labels: 5,
};

describe('labelQueries', () => {
  const shelf = shelveLabelled(set.products, 1);
  const queries = labelQueries(set, shelf, 10, 2);

  it('passes over queries without a product at hand that is worth anything', () => {
    expect(queries.map(({ query }) => query)).toEqual(['thing']);
  });

  it('keeps the labels of products at hand', () => {
    expect(queries[0]?.grades).toEqual(
      new Map([
        ['a', 2],
        ['b', 3],
      ]),
    );
  });

  it('draws a filter that the best product passes', () => {
    const best = shelf.find(({ productId }) => productId === 'b');
    const filter = queries[0]?.filter;
    expect(best !== undefined && filter !== undefined && passesFilter(best, filter)).toBe(true);
  });

  it('lends titles no words: what is drawn are codes', () => {
    for (const { brand, attributes, category } of shelf) {
      for (const value of [brand, ...Object.values(attributes), ...category])
        expect(value).toMatch(/^zq[a-z]\d+$/);
    }
  });
});
