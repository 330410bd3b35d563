import { expect, it } from 'vitest';
import { presentInterest } from '../../src/chat/present-interest.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { factsOf } from '../ranking/support.ts';

const NOW_MS = 1_800_000_000_000;
const tent = factsOf('tent', { categoryKeys: ['all', 'tents'], attributes: { brand: ['Nor'] } });
const otherTent = factsOf('other', { categoryKeys: ['all', 'tents'], attributes: { brand: ['Sol'] } });
const lamp = factsOf('lamp', { categoryKeys: ['all', 'lamps'], attributes: { brand: ['tents'] } });
const past = new Map([tent, lamp].map((facts) => [facts.productId, facts]));
const visit = {
  need: EMPTY_NEED,
  view: { nowMs: NOW_MS },
  history: [{ productId: 'tent', weight: 1, lastAtMs: NOW_MS }],
  opened: [],
};

it('is in the kind and the brand of what was dealt with, and takes no kind for a brand', () => {
  const interest = presentInterest(visit, past);
  expect(interest(tent)).toBeCloseTo(1 / 2);
  expect(interest(otherTent)).toBeCloseTo(1 / 4);
  expect(interest(lamp)).toBe(0);
});

it('leaves the history out for somebody else, and keeps the visit', () => {
  const gift = { ...visit, need: { ...EMPTY_NEED, recipient: 'men' }, opened: ['lamp'] };
  const interest = presentInterest(gift, past);
  expect(interest(tent)).toBe(0);
  expect(interest(lamp)).toBeCloseTo(1 / 2);
});
