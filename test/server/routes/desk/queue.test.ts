import { describe, expect, it } from 'vitest';
import { createDeskBook } from '../../../../src/desk/desk-book.ts';
import { createEntryFeed } from '../../../../src/desk/entry-feed.ts';
import { keepQueueLine } from '../../../../src/desk/queue-line.ts';
import type { QueueItem, QueuePage } from '../../../../src/domain/desk/queue.ts';
import { writeTalk } from '../../../support/desk-talks.ts';
import { signedInDesk } from '../../../support/signed-in-desk.ts';

async function openQueue() {
  const desk = await signedInDesk();
  const book = createDeskBook(desk.database, createEntryFeed(), Date.now);
  const page = async (query: string): Promise<QueuePage> =>
    await (await desk.admin.get(`/v1/desk/queue?${query}`)).json();
  const ids = async (query: string) =>
    (await page(query)).conversations.map(({ conversationId }) => conversationId);
  return { ...desk, book, page, ids };
}

const AGENT = { agentId: 'agent-admin-Ada', firstName: 'Ada' };
const BEN = { agentId: 'ben', firstName: 'Ben' };

describe('the queue', () => {
  it('has a conversation once something was said in it, with what was said last', async () => {
    const { database, page } = await openQueue();
    await writeTalk(database, { conversationId: 'empty', says: [] });
    await writeTalk(database, { conversationId: 'c-1', says: ['a scarf', 'in red'], customerId: 'ann' });
    const { conversations, counts, next } = await page('tab=assistant');
    expect(conversations).toEqual([
      {
        conversationId: 'c-1',
        state: 'assistant',
        market: 'US',
        locale: 'en-US',
        channel: 'web',
        isCustomer: true,
        wants: '',
        lastWords: 'in red',
        messages: 2,
        isUnread: true,
        since: new Date(1_000).toISOString(),
        updatedAt: new Date(2_000).toISOString(),
      } satisfies QueueItem,
    ]);
    expect(counts).toEqual({ waiting: 0, mine: 0, assistant: 1, others: 0, closed: 0 });
    expect(next).toBeUndefined();
  });

  it('parts conversations by who answers them, the longest wait first', async () => {
    const { database, admin, book, ids, page } = await openQueue();
    for (const [index, conversationId] of ['a', 'b', 'c', 'd', 'e', 'f', 'g'].entries())
      await writeTalk(database, { conversationId, says: ['hello'], atMs: index });
    await book.join('a', AGENT);
    await book.join('b', BEN);
    for (const [conversationId, atMs] of [
      ['f', 95],
      ['d', 90],
      ['g', 92],
      ['c', 80],
    ] as const)
      await database.transaction(async (write) => {
        await book.ask(write, conversationId, { reason: 'anger', atMs });
        await keepQueueLine(write, conversationId, { atMs });
      });
    await book.say('a', AGENT, { text: 'good day' });
    await book.join('c', AGENT);
    await book.leave('c', AGENT);
    await admin.post('/v1/desk/conversations/c/close', { outcome: 'helped' });
    expect(await ids('tab=mine')).toEqual(['a']);
    expect(await ids('tab=others')).toEqual(['b']);
    expect(await ids('tab=closed')).toEqual(['c']);
    expect(await ids('tab=waiting')).toEqual(['d', 'g', 'f']);
    expect(await ids('tab=waiting&reason=anger&limit=1')).toEqual(['d']);
    expect(await ids('tab=assistant')).toEqual(['e']);
    expect((await page('tab=closed')).conversations[0]).toMatchObject({ outcome: 'helped' });
  });

  it('goes on where a page ended, and tells every conversation once', async () => {
    const { database, page } = await openQueue();
    const all = Array.from({ length: 23 }, (_, index) => `c-${String(index).padStart(2, '0')}`);
    for (const [index, conversationId] of all.entries())
      await writeTalk(database, { conversationId, says: ['hello'], atMs: Math.floor(index / 3) });
    const told: string[] = [];
    for (let after = ''; ; ) {
      const { conversations, next } = await page(`tab=assistant&limit=5${after}`);
      told.push(...conversations.map(({ conversationId }) => conversationId));
      if (next === undefined) break;
      after = `&after=${next}`;
    }
    expect(told).toEqual(all.toReversed());
  });

  it('is narrowed by market, language, channel and words, all of which hold', async () => {
    const { database, book, ids } = await openQueue();
    const talk = { market: 'US', locale: 'en-US' };
    await writeTalk(database, { ...talk, conversationId: 'a', says: ['Ein Schal für MÜTTER, 100%'] });
    await writeTalk(database, { conversationId: 'b', says: ['a hat'], market: 'DE', locale: 'de-DE' });
    await writeTalk(database, { ...talk, conversationId: 'c', says: ['赤いマフラー'], channel: 'sms' });
    expect(await ids('tab=assistant&market=DE')).toEqual(['b']);
    expect(await ids('tab=assistant&language=en&channel=web')).toEqual(['a']);
    expect(await ids('tab=assistant&channel=sms')).toEqual(['c']);
    const search = (words: string) => ids(`tab=assistant&search=${encodeURIComponent(words)}`);
    expect(await search('mutter sch')).toEqual(['a']);
    expect(await search('chal')).toEqual([]);
    expect(await search('マフ')).toEqual(['c']);
    expect(await search('%')).toHaveLength(3);
    expect(await search('100_')).toEqual(['a']);
    await book.join('b', BEN);
    await book.say('b', BEN, { text: 'Good evening' });
    expect(await ids('tab=others&search=evening&agentId=ben')).toEqual(['b']);
    expect(await ids('tab=others&agentId=nobody')).toEqual([]);
  });

  it('says what an agent has not seen, each for themselves', async () => {
    const { database, admin, as, ids } = await openQueue();
    await writeTalk(database, { conversationId: 'a', says: ['hello'] });
    await writeTalk(database, { conversationId: 'b', says: ['hello'] });
    const ben = await as('agent', 'Ben');
    expect((await admin.send('PUT', '/v1/desk/conversations/a/seen')).status).toBe(204);
    expect(await ids('tab=assistant&isUnread=true')).toEqual(['b']);
    expect(await ids('tab=assistant&isUnread=false')).toEqual(['a']);
    const seen: QueuePage = await (await ben.get('/v1/desk/queue?tab=assistant&isUnread=true')).json();
    expect(seen.conversations).toHaveLength(2);
    expect((await admin.send('PUT', '/v1/desk/conversations/none/seen')).status).toBe(404);
  });

  it('refuses what it does not know', async () => {
    const { admin } = await openQueue();
    for (const query of ['', 'tab=all', 'tab=mine&after=x', 'tab=mine&limit=0', 'tab=mine&isUnread=maybe'])
      expect([query, (await admin.get(`/v1/desk/queue?${query}`)).status]).toEqual([query, 400]);
  });
});
