import { expect, it } from 'vitest';
import { evaluateRecommendations } from '../../src/recommendation/evaluate-recommendations.ts';

it('computes recall, gain, coverage and inequality as worked by hand', () => {
  const cases = [
    { history: ['x', 'a'], heldOut: new Set(['a', 'b']) },
    { history: ['b'], heldOut: new Set(['b']) },
  ];
  const { quality, recalls } = evaluateRecommendations(cases, (list) => list, 4);

  expect([...recalls]).toEqual([0.5, 1]);
  expect(quality['recall@20']).toBe(0.75);
  const second = 1 / Math.log2(3);
  expect(quality['ndcg@20']).toBeCloseTo((second / (1 + second) + 1) / 2, 12);
  expect(quality.coverage).toBe(0.75);
  expect(quality.gini).toBeCloseTo(0.25, 12);
});

it('gives 0 over nothing', () => {
  const { quality } = evaluateRecommendations([], () => [], 0);
  expect(quality).toEqual({ 'recall@20': 0, 'ndcg@20': 0, coverage: 0, gini: 0, shoppers: 0 });
});
