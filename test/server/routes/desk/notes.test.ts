import { describe, expect, it } from 'vitest';
import type { DeskConversation } from '../../../../src/domain/desk/conversation.ts';
import { writeTalk } from '../../../support/desk-talks.ts';
import { signedInDesk } from '../../../support/signed-in-desk.ts';

const PATH = '/v1/desk/conversations/c-1';
const CANARY = 'wants-a-refund-canary';

async function openTalk() {
  const desk = await signedInDesk();
  await writeTalk(desk.database, { conversationId: 'c-1', says: ['a scarf'] });
  await writeTalk(desk.database, { conversationId: 'c-2', says: ['a hat'] });
  return desk;
}

describe('notes', () => {
  it('stand beside the conversation, each once', async () => {
    const { admin, as } = await openTalk();
    const ben = await as('agent', 'Ben');
    const note = { noteId: 'n-1', text: CANARY };
    const first = await (await admin.post(`${PATH}/notes`, note)).json();
    expect(first).toEqual({
      ...note,
      by: { agentId: admin.agentId, firstName: 'Ada' },
      at: expect.any(String),
    });
    expect(await (await admin.post(`${PATH}/notes`, note)).json()).toEqual(first);
    expect((await ben.post(`${PATH}/notes`, note)).status).toBe(409);
    expect((await admin.post(`${PATH}/notes`, { ...note, text: 'else' })).status).toBe(409);
    expect((await admin.post('/v1/desk/conversations/c-2/notes', note)).status).toBe(409);
    await ben.post(`${PATH}/notes`, { noteId: 'n-2', text: 'I called them' });
    const { notes }: DeskConversation = await (await admin.get(PATH)).json();
    expect(notes.map(({ text }) => text)).toEqual([CANARY, 'I called them']);
    expect((await (await admin.get(`${PATH}/notes`)).json()).notes).toEqual(notes);
  });

  it('are refused when blank, from viewers, and beside nothing', async () => {
    const { admin, as } = await openTalk();
    expect((await admin.post(`${PATH}/notes`, { noteId: 'n', text: ' \n' })).status).toBe(400);
    expect((await admin.post('/v1/desk/conversations/none/notes', { noteId: 'n', text: 'x' })).status).toBe(
      404,
    );
    expect((await (await as('viewer')).post(`${PATH}/notes`, { noteId: 'n', text: 'x' })).status).toBe(403);
  });
});
