import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankCandidates } from '../../../src/ranking/rank-candidates.ts';
import { anyWordedRequest } from '../support.ts';

const anyLessons = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'unknown'), fc.double({ min: -0.3, max: 0.3, noNaN: true }))
  .map((added) => new Map(Object.entries(added)));

it('adds lessons as one part of a score, which stays the sum of its parts, and brings nothing in', () => {
  fc.assert(
    fc.property(anyWordedRequest, anyLessons, (request, lessons) => {
      const whole = { ...request, limit: 50, unarranged: true };
      const plain = new Map(rankCandidates(whole).map(({ productId, score }) => [productId, score]));
      const ranked = rankCandidates({ ...whole, lessons });
      expect(ranked.map(({ productId }) => productId).sort()).toEqual([...plain.keys()].sort());
      for (const { productId, score, parts } of ranked) {
        expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 6);
        expect(score - (plain.get(productId) ?? 0)).toBeCloseTo(lessons.get(productId) ?? 0, 9);
      }
    }),
  );
});
