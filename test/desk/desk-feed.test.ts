import { describe, expect, it } from 'vitest';
import { createDeskFeed } from '../../src/desk/desk-feed.ts';
import { createEntryFeed } from '../../src/desk/entry-feed.ts';
import { createPresence } from '../../src/desk/presence.ts';
import type { DeskEvent, QueueItem } from '../../src/domain/desk/queue.ts';

const COUNTS = { waiting: 0, mine: 0, assistant: 0, others: 0, closed: 0 };

function openFeed() {
  const feed = createEntryFeed();
  const presence = createPresence(() => 0);
  const lines = new Map<string, QueueItem>();
  const queue = {
    lines: async (_: string, ids: readonly string[]) => ids.flatMap((id) => lines.get(id) ?? []),
    counts: async () => COUNTS,
  };
  const news = createDeskFeed({ feed, queue, presence, processId: 'one' });
  const change = (conversationId: string) => {
    lines.set(conversationId, { conversationId } as QueueItem);
    feed.tell(conversationId);
  };
  return { feed, presence, lines, change, news };
}

const types = (events: readonly DeskEvent[] | undefined) => events?.map(({ type }) => type);
const told = (events: readonly DeskEvent[] = []) =>
  events.flatMap((event) =>
    event.type === 'conversations' ? event.conversations.map(({ conversationId }) => conversationId) : [],
  );

describe('the feed of the desk', () => {
  it('tells a new reader who is there, and from then on what changes', async () => {
    const { news, change } = openFeed();
    change('before');
    const reader = news.read('ada');
    expect(types((await reader.next())?.events)).toEqual(['presence']);
    expect(await reader.next()).toBeUndefined();
    for (let times = 0; times < 50; times += 1) change('a');
    expect(told((await reader.next())?.events)).toEqual(['a']);
    expect(await reader.next()).toBeUndefined();
  });

  it('goes on for who comes back, and says that something was missed when it cannot', async () => {
    const { news, change } = openFeed();
    const first = news.read('ada');
    change('a');
    const { id = '' } = (await first.next()) ?? {};
    change('b');
    expect(told((await news.read('ada', id).next())?.events)).toEqual(['b']);
    for (const unknown of ['two.1', 'one.99', 'nonsense', ''])
      expect(types((await news.read('ada', unknown).next())?.events)).toEqual(['missed', 'presence']);
  });

  it('tells at most 200 lines at a time, and all of them in the end', async () => {
    const { news, change } = openFeed();
    const reader = news.read('ada');
    await reader.next();
    const all = Array.from({ length: 450 }, (_, index) => `c-${index}`);
    for (const id of all) change(id);
    const frames = [await reader.next(), await reader.next(), await reader.next(), await reader.next()];
    expect(frames.map((frame) => told(frame?.events).length)).toEqual([200, 200, 50, 0]);
    expect(frames.flatMap((frame) => told(frame?.events))).toEqual(all);
  });

  it('holds no more for a reader who never asks, and tells them so', async () => {
    const { news, change } = openFeed();
    const reader = news.read('ada');
    for (let index = 0; index < 6_000; index += 1) change(`c-${index}`);
    expect(types((await reader.next())?.events)).toEqual(['missed', 'presence']);
    expect(await reader.next()).toBeUndefined();
  });

  it('says what was forgotten', async () => {
    const { news, change, lines, feed } = openFeed();
    const reader = news.read('ada');
    change('a');
    await reader.next();
    lines.delete('a');
    feed.tell('a');
    expect((await reader.next())?.events).toEqual([
      { type: 'forgotten', conversationIds: ['a'] },
      { type: 'conversations', conversations: [], counts: COUNTS },
    ]);
  });

  it('tells of presence when it changes', async () => {
    const { news, presence } = openFeed();
    const reader = news.read('ada');
    await reader.next();
    const ben = { agentId: 'ben', firstName: 'Ben', isEditing: true };
    presence.look('a', ben);
    expect((await reader.next())?.events).toEqual([{ type: 'presence', viewers: { a: [ben] } }]);
    presence.look('a', ben);
    expect(await reader.next()).toBeUndefined();
  });
});
