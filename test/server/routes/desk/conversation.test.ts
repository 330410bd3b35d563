import { describe, expect, it } from 'vitest';
import { createDeskBook } from '../../../../src/desk/desk-book.ts';
import { createEntryFeed } from '../../../../src/desk/entry-feed.ts';
import type { DeskConversation } from '../../../../src/domain/desk/conversation.ts';
import { writeTalk } from '../../../support/desk-talks.ts';
import { signedInDesk } from '../../../support/signed-in-desk.ts';

const PATH = '/v1/desk/conversations/c-1';

async function openTalk(says: readonly string[] = ['a scarf']) {
  const desk = await signedInDesk();
  await writeTalk(desk.database, { conversationId: 'c-1', says });
  const read = async (query = ''): Promise<DeskConversation> =>
    await (await desk.admin.get(`${PATH}${query}`)).json();
  const audited = () => desk.database.query.selectFrom('auditLog').selectAll().execute();
  return { ...desk, read, audited, book: createDeskBook(desk.database, createEntryFeed(), Date.now) };
}

describe('one conversation', () => {
  it('is told whole, without what proves the shopper', async () => {
    const { read, database, book } = await openTalk(['a scarf', 'a person please']);
    await database.transaction((write) => book.ask(write, 'c-1', { reason: 'requested', atMs: 5_000 }));
    const talk = await read();
    expect(talk.messages.map(({ utterance, turn }) => [utterance, turn.text])).toEqual([
      ['a scarf', 'Yes.'],
      ['a person please', 'Yes.'],
    ]);
    expect(talk).toMatchObject({
      item: { conversationId: 'c-1', messages: 2 },
      entries: [{ kind: 'asked' }],
      card: { reason: 'requested', lastWords: 'a person please' },
      notes: [],
      corrections: [],
      viewers: [],
    });
    const { tokenHash } = await database.query
      .selectFrom('conversations')
      .select('tokenHash')
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(talk)).not.toContain(tokenHash);
    expect(JSON.stringify(talk)).not.toContain('visitor:');
  });

  it('tells the latest messages, and earlier ones when asked', async () => {
    const { read } = await openTalk(Array.from({ length: 130 }, (_, index) => `message ${index + 1}`));
    const latest = await read();
    expect(latest.hasEarlier).toBe(true);
    expect(latest.messages.map(({ utterance }) => utterance).at(0)).toBe('message 31');
    const earlier = await read(`?before=${latest.messages[0]?.messageId}`);
    expect(earlier.hasEarlier).toBeUndefined();
    expect(earlier.messages).toHaveLength(30);
  });

  it('is counted each time it is read, and audited once a day', async () => {
    const { read, audited, database, admin } = await openTalk();
    await read();
    await read();
    expect((await audited()).map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
      [admin.agentId, 'conversation.read', 'c-1'],
    ]);
    expect(await database.query.selectFrom('deskReads').selectAll().execute()).toMatchObject([
      { agentId: admin.agentId, conversations: 1, reads: 2, profiles: 0 },
    ]);
    expect((await admin.get('/v1/desk/conversations/none')).status).toBe(404);
    expect(await audited()).toHaveLength(1);
  });

  it('tells two agents of each other', async () => {
    const { admin, as, read } = await openTalk();
    const ben = await as('agent', 'Ben');
    await ben.send('PUT', `${PATH}/presence`, { isEditing: true });
    const { viewers } = await (await admin.send('PUT', `${PATH}/presence`, { isEditing: false })).json();
    expect(viewers).toEqual([
      { agentId: admin.agentId, firstName: 'Ada', isEditing: false },
      { agentId: ben.agentId, firstName: 'Ben', isEditing: true },
    ]);
    await ben.send('DELETE', `${PATH}/presence`);
    expect((await read()).viewers).toHaveLength(1);
    expect(
      (await admin.send('PUT', '/v1/desk/conversations/none/presence', { isEditing: true })).status,
    ).toBe(404);
  });
});

describe('the profile of a shopper', () => {
  it('needs a reason, is audited each time, and tells nothing without consent', async () => {
    const { admin, as, audited, database } = await openTalk();
    await database.transaction((write) =>
      write
        .insertInto('interactions')
        .values({
          ...{ interactionId: 'i-1', type: 'view', productId: 'p-1', shopperId: 'visitor:c-1' },
          ...{ sessionId: null, market: 'US', quantity: 1, occurredAtMs: 5, receivedAtMs: 5, listId: null },
        })
        .execute(),
    );
    expect((await admin.get(`${PATH}/profile`)).status).toBe(400);
    expect((await (await as('viewer')).get(`${PATH}/profile?reason=curious`)).status).toBe(403);
    const profile = await (await admin.get(`${PATH}/profile?reason=asks+for+an+earlier+order`)).json();
    expect(profile).toEqual({ isCustomer: false, hasConsented: false, recent: [] });
    await database.transaction((write) =>
      write.updateTable('conversations').set({ consent: '{"personalization":true}' }).execute(),
    );
    expect((await (await admin.get(`${PATH}/profile?reason=again`)).json()).recent).toEqual([
      { productId: 'p-1', title: 'p-1', action: 'view', at: new Date(5).toISOString() },
    ]);
    expect((await audited()).map(({ action, details }) => [action, JSON.parse(details).reason])).toEqual([
      ['profile.read', 'asks for an earlier order'],
      ['profile.read', 'again'],
    ]);
    const { counts } = await (await admin.get('/v1/desk/reads')).json();
    expect(counts).toMatchObject([{ agentId: admin.agentId, profiles: 2, reads: 0 }]);
    expect((await (await as('agent')).get('/v1/desk/reads')).status).toBe(403);
  });
});
