import { describe, expect, it } from 'vitest';
import { diversify, type ScoredProduct } from '../../src/ranking/diversify.ts';
import { idsOf } from './support.ts';

const product = (productId: string, score: number, ...vector: readonly number[]): ScoredProduct => ({
  productId,
  score,
  parts: [{ signal: 'terms', weight: 1, value: score, contribution: score }],
  sources: ['terms'],
  vector: Float32Array.from(vector),
});

const shelf = [product('a', 1, 1, 0), product('twin of a', 0.95, 1, 0), product('other', 0.9, 0, 1)];

describe('diversify', () => {
  it('puts something else before the twin of what stands there, and says what it took', () => {
    const ranked = diversify(shelf, { weight: 0.1, limit: 3 });
    expect(idsOf(ranked)).toEqual(['a', 'other', 'twin of a']);
    expect(ranked[2]?.parts.at(-1)).toEqual({
      signal: 'diversity',
      weight: 0.1,
      value: -1,
      contribution: -0.1,
    });
    expect(ranked[2]?.score).toBeCloseTo(0.85, 12);
  });

  it('changes nothing at weight 0 and for products without vectors', () => {
    expect(idsOf(diversify(shelf, { weight: 0, limit: 2 }))).toEqual(['a', 'twin of a']);
    const blank = shelf.map((entry) => ({ ...entry, vector: new Float32Array(2) }));
    expect(diversify(blank, { weight: 1, limit: 3 }).map(({ score }) => score)).toEqual([1, 0.95, 0.9]);
  });

  it('never punishes opposites', () => {
    const opposites = [product('a', 1, 1, 0), product('b', 0.5, -1, 0)];
    expect(diversify(opposites, { weight: 1, limit: 2 }).map(({ score }) => score)).toEqual([1, 0.5]);
  });
});
