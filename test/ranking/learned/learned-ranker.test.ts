import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLearnedRanker, type RankerModel } from '../../../src/ranking/learned/learned-ranker.ts';
import { rankingFeatures } from '../../../src/ranking/learned/ranking-features.ts';
import { rankCandidates } from '../../../src/ranking/rank-candidates.ts';
import { anyRequest, idsOf, list, requestOf } from '../support.ts';

const LINEAR: RankerModel = { kind: 'linear', names: ['terms', 'taste'], weights: [0.5, 2] };
const TREES: RankerModel = {
  kind: 'trees',
  names: ['blend', 'availability'],
  scale: 0.5,
  trees: [
    {
      feature: [1, -1, 0, -1, -1],
      limit: [0.7, 0, 0.3, 0, 0],
      below: [1, 0, 3, 0, 0],
      above: [2, 0, 4, 0, 0],
      value: [0.2, -1, 0.6, 0.4, 1],
    },
  ],
};
const rankers = [LINEAR, TREES].map((model) => createLearnedRanker(model, 1));

describe('a learned ranker', () => {
  it.each(rankers)('$kind: adds parts that add up with the others to the score', (ranker) => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        for (const { score, parts } of rankCandidates({ ...request, ranker })) {
          const sum = parts.reduce((total, { contribution }) => total + contribution, 0);
          expect(Math.abs(score - sum)).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it.each(rankers)('$kind: is told of a served product what it is told when it serves', (ranker) => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const plain = new Map(
          rankCandidates({ ...request, limit: 50 }).map((each) => [each.productId, each]),
        );
        for (const { productId, parts } of rankCandidates({ ...request, limit: 50, ranker }))
          expect(rankingFeatures(parts)).toEqual(rankingFeatures(plain.get(productId)?.parts ?? []));
      }),
    );
  });

  it('says nothing about taste without a history, for somebody else, or where the words name one product', () => {
    const [ranker] = rankers;
    const lists = [list('terms', { exact: 10, near: 5 }), list('taste', { near: 1 })];
    const learnedOf = (changes: Parameters<typeof requestOf>[1]) =>
      rankCandidates(requestOf(lists, { ...changes, ...(ranker === undefined ? {} : { ranker }) })).flatMap(
        ({ parts }) => parts.filter(({ signal }) => signal === 'learned:taste'),
      );
    expect(learnedOf({ personalConfidence: 0.5 })).toMatchObject([
      { weight: 2, value: 0.5, contribution: 1 },
    ]);
    expect(learnedOf({ personalConfidence: 0 })).toEqual([]);
    expect(learnedOf({ coverage: new Map([['exact', 1]]) })).toEqual([]);
  });

  it('can change the order', () => {
    const lists = [list('terms', { words: 10, liked: 6 }), list('taste', { liked: 1 })];
    const [ranker] = rankers;
    expect(idsOf(rankCandidates(requestOf(lists, { personalConfidence: 0.2 })))).toEqual(['words', 'liked']);
    expect(
      idsOf(rankCandidates(requestOf(lists, { personalConfidence: 0.2, ...(ranker && { ranker }) }))),
    ).toEqual(['liked', 'words']);
  });
});
