import { describe, expect, it } from 'vitest';
import { createDeskBook } from '../../../../src/desk/desk-book.ts';
import { createEntryFeed } from '../../../../src/desk/entry-feed.ts';
import { keepTurnInQueue } from '../../../../src/desk/queue-line.ts';
import type { QueuePage } from '../../../../src/domain/desk/queue.ts';
import { writeTalk } from '../../../support/desk-talks.ts';
import { signedInDesk } from '../../../support/signed-in-desk.ts';

const PATH = '/v1/desk/conversations/c-1';

async function openTalk() {
  const desk = await signedInDesk();
  await writeTalk(desk.database, { conversationId: 'c-1', says: ['a scarf', 'in red'] });
  const counts = async (): Promise<QueuePage['counts']> =>
    (await (await desk.admin.get('/v1/desk/queue?tab=closed')).json()).counts;
  const actions = async () =>
    (await desk.database.query.selectFrom('auditLog').selectAll().execute()).map(({ action, details }) => [
      action,
      JSON.parse(details),
    ]);
  const { database } = desk;
  const entries = async () =>
    (await database.query.selectFrom('entries').select('kind').orderBy('number').execute()).map(
      ({ kind }) => kind,
    );
  const book = createDeskBook(database, createEntryFeed(), Date.now);
  return { ...desk, counts, actions, entries, book };
}

describe('closing a conversation', () => {
  it('ends it with an outcome that can be corrected, and is audited', async () => {
    const { admin, counts, actions, entries } = await openTalk();
    expect((await admin.post(`${PATH}/close`, { outcome: 'helped' })).status).toBe(204);
    expect((await admin.post(`${PATH}/close`, { outcome: 'helped' })).status).toBe(204);
    expect((await admin.post(`${PATH}/close`, { outcome: 'bought' })).status).toBe(204);
    expect(await counts()).toMatchObject({ closed: 1, assistant: 0 });
    expect(await entries()).toEqual(['closed']);
    expect(await actions()).toEqual([
      ['conversation.close', { outcome: 'helped' }],
      ['conversation.close', { outcome: 'bought' }],
    ]);
  });

  it('is refused while somebody else answers, and of what is no conversation', async () => {
    const { admin, as, book } = await openTalk();
    const ben = await as('agent', 'Ben');
    await book.join('c-1', { agentId: ben.agentId, firstName: 'Ben' });
    expect((await admin.post(`${PATH}/close`, { outcome: 'helped' })).status).toBe(409);
    expect((await ben.post(`${PATH}/close`, { outcome: 'helped' })).status).toBe(204);
    expect((await admin.post('/v1/desk/conversations/none/close', { outcome: 'helped' })).status).toBe(404);
    expect((await admin.post(`${PATH}/close`, { outcome: 'finished' })).status).toBe(400);
  });

  it('is undone by the next message of the shopper, which the assistant answers', async () => {
    const { admin, counts, database } = await openTalk();
    await admin.post(`${PATH}/close`, { outcome: 'helped' });
    await database.transaction((write) =>
      keepTurnInQueue(write, 'c-1', { utterance: 'one more thing', atMs: 9_000 }),
    );
    expect(await counts()).toMatchObject({ closed: 0, assistant: 1 });
  });
});

describe('giving a conversation to somebody', () => {
  it('is for leads, tells the shopper who came, and is audited', async () => {
    const { as, counts, actions, entries, admin } = await openTalk();
    const ben = await as('agent', 'Ben');
    const lead = await as('lead', 'Lea');
    expect((await ben.post(`${PATH}/assign`, { agentId: ben.agentId })).status).toBe(403);
    const answer = await lead.post(`${PATH}/assign`, { agentId: ben.agentId });
    expect(await answer.json()).toEqual({ by: 'person', firstName: 'Ben' });
    await lead.post(`${PATH}/assign`, { agentId: ben.agentId });
    expect(await counts()).toMatchObject({ others: 1 });
    await lead.post(`${PATH}/assign`, { agentId: admin.agentId });
    expect(await counts()).toMatchObject({ mine: 1, others: 0 });
    expect(await entries()).toEqual(['joined', 'joined']);
    expect(await actions()).toEqual([
      ['conversation.assign', { agentId: ben.agentId }],
      ['conversation.assign', { agentId: admin.agentId }],
    ]);
  });

  it('is refused for who does not answer', async () => {
    const { admin, as } = await openTalk();
    const viewer = await as('viewer');
    for (const agentId of [viewer.agentId, 'nobody'])
      expect((await admin.post(`${PATH}/assign`, { agentId })).status).toBe(404);
  });
});
