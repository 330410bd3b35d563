import { expect, it } from 'vitest';
import { wantedShares } from '../../src/chat/wanted-shares.ts';
import { factsOf } from '../ranking/support.ts';

const NOW_MS = 1_800_000_000_000;
const DAY_MS = 86_400_000;
const past = new Map(
  ['tent', 'lamp'].map((kind) => [kind, factsOf(kind, { categoryKeys: ['all', kind] })] as const),
);
const history = [
  { productId: 'tent', weight: 1, lastAtMs: NOW_MS },
  { productId: 'lamp', weight: 1, lastAtMs: NOW_MS - 40 * DAY_MS },
  { productId: 'gone', weight: 9, lastAtMs: NOW_MS },
];

it('shares a history by its weights, without what is not sold any more', () => {
  expect(wantedShares(history, past)).toEqual(
    new Map([
      ['tent', 1 / 2],
      ['lamp', 1 / 2],
    ]),
  );
});

it('counts what was done today up to double', () => {
  expect(wantedShares(history, past, NOW_MS).get('tent')).toBeCloseTo(2 / 3);
  expect(wantedShares(history, past, NOW_MS + DAY_MS).get('tent')).toBeCloseTo(1.5 / 2.5);
  expect(wantedShares(history, past, NOW_MS + 60 * DAY_MS).get('tent')).toBeCloseTo(1 / 2);
});

it('wants nothing without a history', () => {
  expect(wantedShares([], past, NOW_MS)).toEqual(new Map());
});
