import { describe, expect, it } from 'vitest';
import type { DraftDesk } from '../../../../src/chat/desk/draft-desk.ts';
import { AssistantError } from '../../../../src/errors/assistant-error.ts';
import { NO_DRAFT_DESK } from '../../../support/no-draft-desk.ts';
import { signedInDesk } from '../../../support/signed-in-desk.ts';

const ENTRY = { number: 1, kind: 'approved', createdAt: '2026-05-01T10:00:00.000Z' } as const;
const PATH = '/v1/desk/conversations/c-1';
const refinement = { products: [{ productId: 'a', note: 'soft', isPinned: true }], text: 'Take <b>this</b>' };
const sending = { version: 1_000, refinement, clientMessageId: 'm-1' };

/** A desk that notes what it is asked. */
async function opened(desk: Partial<DraftDesk> = {}) {
  const asked: unknown[] = [];
  const send: DraftDesk['send'] = async (conversationId, { firstName }, change) => {
    asked.push({ conversationId, firstName, change });
    return ENTRY;
  };
  const served = await signedInDesk({ desk: { drafts: { ...NO_DRAFT_DESK, send, ...desk } } });
  return { ...served, asked };
}

describe('the routes of drafts', () => {
  it('hand on who sends what, with nothing banned where nothing is said of it', async () => {
    const { as, asked } = await opened();
    const agent = await as('agent', 'Anna');
    const response = await agent.post(`${PATH}/draft/send`, sending);
    expect([response.status, await response.json()]).toEqual([200, ENTRY]);
    expect(asked).toEqual([
      {
        conversationId: 'c-1',
        firstName: 'Anna',
        change: { ...sending, refinement: { ...refinement, banned: [] } },
      },
    ]);
  });

  it('tell who comes second what it is now', async () => {
    const current = { version: 1_001 };
    const { as } = await opened({
      save: async () => {
        throw new AssistantError('CONFLICT', 'It was changed', { details: { current } });
      },
    });
    const agent = await as('agent');
    const response = await agent.send('PUT', `${PATH}/draft`, { version: 1_000, refinement });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'CONFLICT', current });
  });

  it('refuse what is no refinement', async () => {
    const { as, asked } = await opened();
    const agent = await as('agent');
    const wrong = [
      { ...sending, version: -1 },
      { ...sending, clientMessageId: '' },
      { ...sending, refinement: { ...refinement, products: 'a' } },
      { ...sending, refinement: { ...refinement, text: ' \u200b ' } },
      { ...sending, refinement: { ...refinement, html: '<b>' } },
      {
        ...sending,
        refinement: { products: Array.from({ length: 21 }, (_, at) => ({ productId: `${at}` })) },
      },
      { ...sending, refinement: { products: [{ productId: 'a', note: 'x'.repeat(301) }] } },
    ];
    for (const body of wrong) expect((await agent.post(`${PATH}/draft/send`, body)).status).toBe(400);
    expect(asked).toEqual([]);
  });

  it('let a viewer read what is held, and nobody else change it than who answers', async () => {
    const { as } = await opened();
    const [viewer, auditor] = [await as('viewer'), await as('auditor')];
    expect((await viewer.get(`${PATH}/draft`)).status).toBe(404);
    expect((await auditor.get(`${PATH}/draft`)).status).toBe(403);
    for (const path of ['draft/send', 'draft/check', 'corrections', 'suggestion', 'suggestion/send'])
      expect((await viewer.post(`${PATH}/${path}`, sending)).status).toBe(403);
    expect((await viewer.send('PUT', `${PATH}/draft`, sending)).status).toBe(403);
  });
});
