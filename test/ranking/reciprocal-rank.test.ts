import { describe, expect, it } from 'vitest';
import { fuseByRank, reciprocalRank } from '../../src/ranking/reciprocal-rank.ts';
import { list } from './support.ts';

describe('reciprocal ranks', () => {
  it('counts the best rank 1 / 61, or 1 / 2 on the scale of Qdrant', () => {
    expect([0, 1, 9].map((position) => reciprocalRank(position))).toEqual([1 / 61, 1 / 62, 1 / 70]);
    expect([0, 1].map((position) => reciprocalRank(position, { rankConstant: 2, firstRank: 0 }))).toEqual([
      1 / 2,
      1 / 3,
    ]);
  });

  it('lets two middling ranks beat one good rank when ranks fall slowly, and not when they fall fast', () => {
    const lists = [list('terms', { a: 9, b: 8, c: 7 }), list('text', { d: 0.9, e: 0.8, c: 0.7 })];

    expect(fuseByRank(lists)).toEqual(['c', 'a', 'd', 'b', 'e']);
    expect(fuseByRank(lists, { rankConstant: 0.1, firstRank: 0 })).toEqual(['a', 'd', 'c', 'b', 'e']);
  });

  it('merges nothing to nothing', () => {
    expect(fuseByRank([])).toEqual([]);
  });
});
