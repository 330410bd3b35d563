import { expect, it } from 'vitest';
import type { MemoryFact } from '../../src/domain/memory.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';

const replier = createReplier();
const AT_MS = Date.UTC(2026, 10, 3, 12);
const english = (fact: MemoryFact) => replier.memoryWords(fact, 'en-US', 'en');

it('says what is remembered, and when it was said', () => {
  expect(english({ kind: 'preference', words: 'size 42', saidAtMs: AT_MS })).toEqual({
    label: 'size 42',
    reason: 'You said so on November 3, 2026.',
  });
  expect(english({ kind: 'wish', words: 'red' }).reason).toBe('You said so in this conversation.');
});

it('names no product that could tell something of a person', () => {
  expect(english({ kind: 'viewed' }).label).toBe('A product of a personal kind');
});

it('tells a deed by what was done, and a number in its plural', () => {
  const deed = { kind: 'history', title: 'Lamp', lastAtMs: AT_MS } as const;
  expect(english({ ...deed, deed: 'purchase' }).reason).toBe('You bought it on November 3, 2026.');
  expect(english({ ...deed, deed: 'click' }).reason).toBe('You looked at it, last on November 3, 2026.');
  expect(english({ kind: 'interest', name: 'Lamps', products: 3 })).toEqual({
    label: 'Lamps',
    reason: 'You looked at 3 products of this kind.',
  });
  expect(english({ kind: 'shown', products: 1 }).reason).toMatch(/^1 product,/);
});

it('writes dates and sentences as each language does', () => {
  const reasons = SPOKEN_LANGUAGES.map(
    (language) =>
      replier.memoryWords({ kind: 'preference', words: 'x', saidAtMs: AT_MS }, language, language).reason,
  );
  expect(new Set(reasons).size).toBe(SPOKEN_LANGUAGES.length);
  expect(reasons.filter((reason) => !reason.includes('3'))).toEqual([]);
});
