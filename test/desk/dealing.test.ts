import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { openDealing } from '../../src/desk/dealing.ts';
import { createDeskBook } from '../../src/desk/desk-book.ts';
import { createEntryFeed } from '../../src/desk/entry-feed.ts';
import { insertAgent } from '../../src/desk/identity/agent-book.ts';
import { createAuditLog } from '../../src/desk/identity/audit-log.ts';
import { keepQueueLine } from '../../src/desk/queue-line.ts';
import type { Role } from '../../src/domain/agent.ts';
import type { SettingValues } from '../../src/domain/desk/setting-kinds.ts';
import { writeTalk } from '../support/desk-talks.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

async function openShop(rule: SettingValues['assignment'], roles: Readonly<Record<string, Role>>) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  const feed = createEntryFeed();
  const clock = () => 50_000;
  const book = createDeskBook(database, feed, clock);
  const listeners: (() => void)[] = [];
  const present: string[] = [];
  await database.transaction(async (write) => {
    for (const [agentId, role] of Object.entries(roles))
      await insertAgent(
        write,
        { agentId, role, email: `${agentId}@shop`, firstName: agentId, passwordHash: '' },
        0,
      );
  });
  const news = {
    present: () => present.toSorted(),
    listenPresent: (one: () => void) => void listeners.push(one),
  };
  openDealing({ database, book, feed, news, audit: createAuditLog(database), rule: () => rule, clock });
  return {
    book,
    database,
    come: (...agentIds: string[]) => {
      present.push(...agentIds);
      for (const listener of listeners) listener();
    },
    async ask(conversationId: string, atMs: number) {
      await writeTalk(database, { conversationId, says: ['a person please'] });
      await database.transaction(async (write) => {
        await book.ask(write, conversationId, { reason: 'requested', atMs });
        await keepQueueLine(write, conversationId, { atMs });
      });
      feed.tell(conversationId);
    },
    hands: async () =>
      Object.fromEntries(
        (
          await database.query
            .selectFrom('queueLines')
            .select(['conversationId', 'agentId'])
            .orderBy('conversationId')
            .execute()
        ).map(({ conversationId, agentId }) => [conversationId, agentId]),
      ),
  };
}

const ROUND_ROBIN = { mode: 'round-robin', mostAtOnce: 2 } as const;

it('gives conversations that wait to who is there, one after the other, while they have room', async () => {
  const { ask, come, hands, book } = await openShop(ROUND_ROBIN, { ada: 'lead', ben: 'agent' });
  for (const [index, id] of ['c1', 'c2', 'c3', 'c4', 'c5'].entries()) await ask(id, 100 - index);
  expect(await hands()).toEqual({ c1: null, c2: null, c3: null, c4: null, c5: null });
  come('ada', 'ben');
  await expect.poll(hands).toEqual({ c5: 'ada', c4: 'ben', c3: 'ada', c2: 'ben', c1: null });
  await book.leave('c4', { agentId: 'ben', firstName: 'ben' });
  await expect.poll(hands).toMatchObject({ c1: 'ben', c4: null });
});

it('gives nothing while it is off, and nothing to who does not answer', async () => {
  const off = await openShop({ mode: 'off', mostAtOnce: 5 }, { ada: 'agent' });
  await off.ask('c1', 1);
  off.come('ada');
  const viewers = await openShop(ROUND_ROBIN, { vic: 'viewer', ada: 'agent' });
  await viewers.ask('c1', 1);
  viewers.come('vic');
  await viewers.ask('c2', 2);
  expect(await viewers.hands()).toEqual({ c1: null, c2: null });
  expect(await off.hands()).toEqual({ c1: null });
  viewers.come('ada');
  await expect.poll(viewers.hands).toEqual({ c1: 'ada', c2: 'ada' });
  const log = await viewers.database.query.selectFrom('auditLog').select(['actor', 'action']).execute();
  expect(log).toEqual(
    Array.from({ length: 2 }, () => ({ actor: 'automatic', action: 'conversation.assign' })),
  );
});
