import { describe, expect, it } from 'vitest';
import { createDeskBook } from '../../src/desk/desk-book.ts';
import { createEntryFeed } from '../../src/desk/entry-feed.ts';
import { pseudonymOf } from '../../src/desk/identity/erase-agent.ts';
import { writeTalk } from '../support/desk-talks.ts';
import { signedInDesk } from '../support/signed-in-desk.ts';

/** Ben answers one conversation, and closed another. */
async function withBen() {
  const desk = await signedInDesk();
  const { database, as } = desk;
  for (const conversationId of ['c-1', 'c-2'])
    await writeTalk(database, { conversationId, says: ['a scarf'] });
  const ben = await as('agent', 'Ben');
  const book = createDeskBook(database, createEntryFeed(), Date.now);
  for (const conversationId of ['c-1', 'c-2'])
    await book.join(conversationId, { agentId: ben.agentId, firstName: 'Ben' });
  await ben.post('/v1/desk/conversations/c-2/close', { outcome: 'helped' });
  const queue = async () => (await (await desk.admin.get('/v1/desk/queue?tab=waiting')).json()).conversations;
  const said = async () =>
    (await book.entries('c-1')).map(({ kind, firstName }) => [kind, firstName].filter(Boolean));
  return { ...desk, ben, book, queue, said, path: `/v1/desk/agents/${ben.agentId}` };
}

describe('what somebody answers', () => {
  it.each([
    ['closed', { isDisabled: true }],
    ['one that answers nobody', { role: 'viewer' }],
  ])('waits for somebody else once their account is %s', async (_, change) => {
    const { admin, path, queue, said, book } = await withBen();
    expect(await queue()).toEqual([]);
    expect((await admin.send('PATCH', path, change)).status).toBe(200);
    expect(await queue()).toMatchObject([{ conversationId: 'c-1', state: 'waiting' }]);
    expect(await said()).toEqual([['joined', 'Ben'], ['left', 'Ben'], ['asked']]);
    expect(await book.handling('c-1')).toMatchObject({ by: 'assistant', waitingSince: expect.any(String) });
  });

  it('stays theirs where they answer as before', async () => {
    const { admin, path, queue, book } = await withBen();
    await admin.send('PATCH', path, { role: 'lead', firstName: 'Benno' });
    expect(await queue()).toEqual([]);
    expect(await book.handling('c-1')).toMatchObject({ by: 'person' });
  });

  it('waits under no name once they are erased, and what they closed stays closed', async () => {
    const { admin, ben, path, queue, said, book } = await withBen();
    expect((await admin.send('DELETE', path)).status).toBe(204);
    const name = pseudonymOf(ben.agentId);
    expect(await queue()).toMatchObject([{ conversationId: 'c-1', state: 'waiting' }]);
    expect(await said()).toEqual([['joined', name], ['left', name], ['asked']]);
    expect((await book.entries('c-2')).map(({ kind }) => kind)).toEqual(['joined', 'closed']);
    expect((await ben.get('/v1/desk/queue')).status).toBe(401);
    expect((await admin.send('DELETE', path)).status).toBe(404);
  });
});
