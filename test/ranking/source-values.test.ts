import { describe, expect, it } from 'vitest';
import { namesExactProduct, normaliseSources } from '../../src/ranking/source-values.ts';
import { list } from './support.ts';

const valuesOf = (lists: Parameters<typeof normaliseSources>[0]) =>
  Object.fromEntries(
    [...normaliseSources(lists)].map(([source, values]) => [
      source,
      Object.fromEntries([...values].map(([productId, { value }]) => [productId, value])),
    ]),
  );

describe('normaliseSources', () => {
  it('measures from the theoretical minimum to the highest score of the query', () => {
    expect(valuesOf([list('terms', { a: 8, b: 2 }), list('similar', { a: 0.5, b: 0, c: -1 })])).toEqual({
      terms: { a: 1, b: 0.25 },
      similar: { a: 1, b: 1 / 1.5, c: 0 },
    });
  });

  it('counts a product twice in one source with its better score', () => {
    expect(valuesOf([list('terms', { a: 2, b: 4 }), list('terms', { a: 4 })])).toEqual({
      terms: { a: 1, b: 1 },
    });
  });

  it('takes what content still counts for new products as it comes', () => {
    const scores = { unknown: 0.9, met: 0.25, known: 0.01 };
    expect(valuesOf([list('new', scores)])).toEqual({ new: scores });
  });

  it('counts a list by its ranks when a score is no finite number', () => {
    expect(valuesOf([list('terms', { a: Number.POSITIVE_INFINITY, b: 3, c: Number.NaN })])).toEqual({
      terms: { a: 1, b: expect.closeTo(61 / 62), c: expect.closeTo(61 / 63) },
    });
  });

  it('gives 0 where no score is above the minimum', () => {
    expect(valuesOf([list('terms', { a: 0, b: 0 }), list('taste', {})])).toEqual({
      terms: { a: 0, b: 0 },
      taste: {},
    });
  });
});

describe('namesExactProduct', () => {
  const exact = (scores: Record<string, number>, coverage: Record<string, number>) =>
    namesExactProduct(normaliseSources([list('terms', scores)]), new Map(Object.entries(coverage)));

  it('needs all words, and a clear lead over the next', () => {
    expect(exact({ a: 10, b: 4 }, { a: 1, b: 0.5 })).toBe(true);
    expect(exact({ a: 10, b: 9 }, { a: 1, b: 1 })).toBe(false);
    expect(exact({ a: 10, b: 4 }, { a: 0.5, b: 0.5 })).toBe(false);
    expect(exact({ a: 0 }, { a: 1 })).toBe(false);
    expect(exact({}, {})).toBe(false);
  });
});
