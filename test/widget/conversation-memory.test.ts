import { describe, expect, it } from 'vitest';
import { createConversationMemory } from '../../src/widget/conversation-memory.ts';
import type { RememberedConversation } from '../../src/widget/kept-conversation.ts';

function fakeStorage(): Storage {
  const kept = new Map<string, string>();
  return {
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

const SERVER = 'https://assistant.example';
const conversation = (personalization: boolean): RememberedConversation => ({
  conversationId: 'c-1',
  token: 'secret',
  greeting: { text: 'Hello', language: 'en' },
  place: 'US en',
  personalization,
});

function open() {
  const [session, lasting] = [fakeStorage(), fakeStorage()];
  const newTab = (storage = fakeStorage()) =>
    createConversationMemory(SERVER, { session: () => storage, lasting: () => lasting });
  return { session, lasting, memory: newTab(session), newTab };
}

describe('createConversationMemory', () => {
  it('keeps the conversation alone, in this tab alone, until the shopper agreed', () => {
    const { memory, session, lasting, newTab } = open();
    memory.keep(conversation(false));
    memory.setDraft('half a thought');
    expect(session.length).toBe(1);
    expect(lasting.length).toBe(0);
    expect(memory.draft()).toBe('');
    expect(memory.conversation('US en')).toEqual(conversation(false));
    expect(memory.hasAgreed()).toBe(false);
    expect(newTab().conversation('US en')).toBeUndefined();
  });

  it('keeps it over visits, and drafts, once the shopper agreed', () => {
    const { memory, newTab } = open();
    memory.keep(conversation(true));
    memory.setDraft('half a thought');
    expect(memory.draft()).toBe('half a thought');
    const later = newTab();
    expect(later.conversation('US en')).toEqual(conversation(true));
    expect(later.hasAgreed()).toBe(true);
  });

  it('leaves nothing that lasts, and no draft, when the shopper takes it back', () => {
    const { memory, session, lasting } = open();
    memory.keep(conversation(true));
    memory.setDraft('half a thought');
    memory.keep(conversation(false));
    expect(lasting.length).toBe(0);
    expect(session.length).toBe(1);
    memory.keep(undefined);
    expect(session.length).toBe(0);
  });

  it('gives a conversation only where it was begun, and not what somebody else wrote', () => {
    const { memory, session } = open();
    memory.keep(conversation(false));
    expect(memory.conversation('DE de')).toBeUndefined();
    session.setItem(session.key(0) ?? '', '{broken');
    expect(memory.conversation('US en')).toBeUndefined();
  });

  it('takes a storage that is closed for an empty one', () => {
    const closed = (): Storage => {
      throw new DOMException('no', 'SecurityError');
    };
    const memory = createConversationMemory(SERVER, { session: closed, lasting: closed });
    memory.keep(conversation(true));
    memory.setDraft('words');
    expect([memory.conversation('US en'), memory.draft(), memory.hasAgreed()]).toEqual([
      undefined,
      '',
      false,
    ]);
  });
});
