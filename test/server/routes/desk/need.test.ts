import { describe, expect, it } from 'vitest';
import { openQueueDesk } from '../../../../src/assembly/open-queue-desk.ts';
import { createAuditLog } from '../../../../src/desk/identity/audit-log.ts';
import { openSettingsBook } from '../../../../src/desk/settings-book.ts';
import type { DeskConversation, NeedEdit } from '../../../../src/domain/desk/conversation.ts';
import type { DialogueState } from '../../../../src/domain/dialogue-state.ts';
import type { Constraint } from '../../../../src/domain/need.ts';
import { writeTalk } from '../../../support/desk-talks.ts';
import { signedInDesk } from '../../../support/signed-in-desk.ts';

const wish = (attribute: string, value: string | number, more: Partial<Constraint> = {}): Constraint => ({
  ...{ attribute, operator: 'eq', value, strength: 'hard', words: String(value), confidence: 0.9 },
  ...{ sourceTurn: 1, known: true, ...more },
});

async function openTalk() {
  const desk = await signedInDesk();
  const { database } = desk;
  const settings = await openSettingsBook({ database, audit: createAuditLog(database), clock: Date.now });
  const canonicalValue = (_: string, words: string) => (words === 'Blue' ? 'blue' : undefined);
  const { conversations } = openQueueDesk({
    ...{ database, settings, clock: () => 50_000, newId: () => 'process' },
    shop: () => ({
      vocabulary: { canonicalValue },
      markets: [
        { country: 'US', currency: 'USD', languages: ['en'] },
        { country: 'DE', currency: 'EUR', languages: ['de'] },
      ],
    }),
  });
  const constraints = [
    wish('type', 'scarf'),
    wish('color', 'red'),
    wish('price', 6_000, { operator: 'lte' }),
  ];
  await writeTalk(database, { conversationId: 'c-1', says: ['a red scarf under 60'], constraints });
  const ada = { agentId: 'ada', firstName: 'Ada' };
  const edit = (change: NeedEdit, conversationId = 'c-1') =>
    conversations.editNeed(conversationId, ada, change);
  const state = async (): Promise<DialogueState> =>
    JSON.parse(
      (await database.query.selectFrom('conversations').select('state').executeTakeFirstOrThrow()).state,
    );
  return { ...desk, edit, state };
}

const limits = ({ need }: Pick<DialogueState, 'need'>) =>
  need.constraints.map(({ attribute, operator, value }) => [attribute, operator, value]);

describe('correcting what is looked for', () => {
  it('is what the next turn goes on from, and can be undone by the shopper', async () => {
    const { edit, state } = await openTalk();
    const before = (await state()).need;
    const talk = await edit({
      remove: [{ attribute: 'color', operator: 'eq', value: 'red' }],
      add: [{ attribute: 'color', value: 'Blue', strength: 'hard' }],
      budget: { minMinor: 1_000, maxMinor: 4_000 },
    });
    expect(limits(await state())).toEqual([
      ['type', 'eq', 'scarf'],
      ['price', 'gte', 1_000],
      ['price', 'lte', 4_000],
      ['color', 'eq', 'blue'],
    ]);
    expect((await state()).past).toEqual([before]);
    expect(talk.need.budget).toMatchObject({ max: { amountMinor: 4_000 } });
    expect(talk.item.wants).toContain('color blue');
  });

  it('is shown to colleagues as what changed, and audited', async () => {
    const { edit, database } = await openTalk();
    const { entries } = await edit({ budget: {} });
    expect(entries).toMatchObject([{ kind: 'need-changed', firstName: 'Ada', text: '− price ≤ $60.00' }]);
    expect(await database.query.selectFrom('auditLog').select('action').execute()).toEqual([
      { action: 'need.change' },
    ]);
  });

  it('says amounts as money of the market, in the words of the language', async () => {
    const { edit, database } = await openTalk();
    const { item, entries } = await edit({ budget: { minMinor: 1_000, maxMinor: 3_000 } });
    expect(item.wants).toBe('scarf, red, at least $10.00, at most $30.00');
    expect(entries[0]?.text).toBe('− price ≤ $60.00\n+ price ≥ $10.00\n+ price ≤ $30.00');
    const place = { market: 'DE', locale: 'de-DE' };
    await writeTalk(database, { conversationId: 'c-2', says: ['ein Schal'], ...place });
    const german = await edit({ budget: { maxMinor: 3_000 } }, 'c-2');
    expect(german.item.wants).toBe('höchstens 30,00\u00a0€');
    await writeTalk(database, { conversationId: 'c-3', says: ['a scarf'], market: 'SE' });
    expect((await edit({ budget: { maxMinor: 3_000 } }, 'c-3')).item.wants).toBe('price 3000');
  });

  it('leaves everything when nothing changes, or the catalogue has no such value', async () => {
    const { edit, state } = await openTalk();
    const before = await state();
    expect((await edit({ remove: [{ attribute: 'size', operator: 'eq', value: 'M' }] })).entries).toEqual([]);
    await expect(
      edit({ budget: {}, add: [{ attribute: 'color', value: 'loud', strength: 'soft' }] }),
    ).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(await state()).toEqual(before);
  });

  it('is a change that viewers may not make', async () => {
    const { as, admin } = await openTalk();
    const path = '/v1/desk/conversations/c-1/need';
    expect((await (await as('viewer')).send('PUT', path, { budget: {} })).status).toBe(403);
    const answer = await admin.send('PUT', path, { budget: { maxMinor: 100 } });
    const { need }: DeskConversation = await answer.json();
    expect(need.budget?.max?.amountMinor).toBe(100);
    expect((await admin.send('PUT', path, { budget: { maxMinor: -1 } })).status).toBe(400);
  });
});
