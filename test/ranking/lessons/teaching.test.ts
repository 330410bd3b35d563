import { expect, it } from 'vitest';
import { readTeaching, type Teaching } from '../../../src/ranking/lessons/teaching.ts';

const read = (changes: Partial<Teaching>) =>
  readTeaching({
    correctionId: '1',
    by: { agentId: 'anna', firstName: 'Anna' },
    scope: [],
    proposed: ['a', 'b', 'c', 'd', 'e', 'f'].map((productId, place) => ({
      productId,
      score: 1 - place / 10,
    })),
    listed: 4,
    chosen: ['a', 'b', 'c', 'd'],
    banned: [],
    ...changes,
  });

const meant = (changes: Partial<Teaching>) => [...read(changes).meant];

it('puts a move down to the product that was moved, not to those that made way', () => {
  expect(meant({})).toEqual([0, 0, 0, 0, 0, 0]);
  expect(meant({ chosen: ['d', 'a', 'b', 'c'] })).toEqual([0, 0, 0, 1, 0, 0]);
  expect(meant({ chosen: ['b', 'c', 'd', 'a'] })).toEqual([1, 0, 0, 0, 0, 0]);
});

it('puts a change of two neighbours down to both by half', () => {
  expect(meant({ chosen: ['b', 'a', 'c', 'd'] })).toEqual([0.5, 0.5, 0, 0, 0, 0]);
});

it('means what was brought in, taken out and banned, but not what fell off the end for it', () => {
  expect(meant({ chosen: ['f', 'a', 'b', 'c'] })).toEqual([0, 0, 0, 0, 0, 1]);
  expect([...read({ chosen: ['f', 'a', 'b', 'c'] }).isOut]).toEqual([0, 0, 0, 0, 0, 0]);
  expect(meant({ chosen: ['a', 'e', 'c', 'd'] })).toEqual([0, 1, 0, 0, 1, 0]);
  expect([...read({ chosen: ['a', 'b', 'c', 'd'], banned: ['d', 'f'] }).isOut]).toEqual([0, 0, 0, 1, 0, 1]);
});

it('learns nothing of products that were not proposed, and reads anything that is sent', () => {
  const odd = read({ chosen: ['x', 'b', 'b', 'a'], banned: ['y'], listed: 99 });
  expect(odd.productIds).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(odd.listed).toBe(6);
  expect([...odd.rank]).toEqual([2, 1, -1, -1, -1, -1]);
  expect([...read({ proposed: [{ productId: 'a', score: Number.NaN }] }).scores]).toEqual([0]);
});

it('reads scores without what earlier lessons had added', () => {
  expect([...read({ proposed: [{ productId: 'a', score: 0.5, taught: 0.25 }] }).scores]).toEqual([0.25]);
});
