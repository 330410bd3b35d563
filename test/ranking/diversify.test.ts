import { describe, expect, it } from 'vitest';
import { arrange, candidate, partOf } from './list-candidates.ts';
import { idsOf } from './support.ts';

const at = (productId: string, score: number, ...vector: readonly number[]) =>
  candidate(productId, score, { vector: Float32Array.from(vector) });

const SHELF = [at('a', 1, 1, 0), at('twin of a', 0.95, 1, 0), at('other', 0.9, 0, 1)];

describe('diversify', () => {
  it('puts something else before the twin of what stands there, and says what it took', () => {
    const ranked = arrange(SHELF, { weights: { diversity: 0.1 } });
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
    expect(idsOf(arrange(SHELF, { limit: 2 }))).toEqual(['a', 'twin of a']);
    const blank = SHELF.map(({ product }) => at(product.productId, product.score, 0, 0));
    const ranked = arrange(blank, { weights: { diversity: 1 } });
    expect(ranked.map(({ score }) => score)).toEqual([1, 0.95, 0.9]);
  });

  it('never punishes opposites', () => {
    const ranked = arrange([at('a', 1, 1, 0), at('b', 0.5, -1, 0)], { weights: { diversity: 1 } });
    expect(ranked.map((product) => partOf(product, 'diversity'))).toEqual([undefined, undefined]);
  });
});
