import { expect, it } from 'vitest';
import { createInvitationMemory } from '../../src/widget/invitation-memory.ts';

function storage(): Storage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
}

/** A conversation is there on later visits only where its shopper agreed. */
const CONVERSATION = 'floorwalker:https://shop.test:conversation';

function open(hasAgreed: boolean, [session, lasting] = [storage(), storage()]) {
  if (hasAgreed) lasting.setItem(CONVERSATION, '{}');
  else lasting.removeItem(CONVERSATION);
  const visit = () =>
    createInvitationMemory('https://shop.test', {
      session: () => session,
      lasting: () => lasting,
    });
  return { memory: visit(), visit, session, lasting };
}

it('keeps nothing before an invitation is shown, and nothing for later without consent', () => {
  const { memory, visit, session, lasting } = open(false);
  expect(memory.past()).toEqual({ shown: {}, isRefused: false, lastAtMsByRule: {} });
  expect(session.kept.size).toBe(0);
  memory.shown('a', 5);
  memory.shown('a', 9);
  memory.refused();
  expect(lasting.kept.size).toBe(0);
  expect(visit().past()).toEqual({ shown: { a: 2 }, lastAtMs: 9, isRefused: true, lastAtMsByRule: {} });
});

it('keeps a refusal and the days for later visits where the shopper agreed', () => {
  const first = open(true);
  first.memory.shown('a', 5);
  first.memory.refused();
  const later = open(true, [storage(), first.lasting]);
  expect(later.memory.past()).toEqual({ shown: {}, isRefused: true, lastAtMsByRule: { a: 5 } });
  expect(open(false, [storage(), first.lasting]).memory.past().isRefused).toBe(false);
});

it('lasts as long as the page where storage is closed, and takes what others wrote for nothing', () => {
  const closed = () => {
    throw new RangeError('closed');
  };
  const memory = createInvitationMemory('s', { session: closed, lasting: closed });
  memory.shown('a', 1);
  expect(memory.past().shown).toEqual({ a: 1 });
  const spoilt = open(false);
  spoilt.session.setItem('floorwalker:https://shop.test:invited', '[1');
  expect(spoilt.visit().past().shown).toEqual({});
});
