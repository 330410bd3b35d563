import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createChangeConversation } from '../../src/desk/change-conversation.ts';
import { createClosing } from '../../src/desk/closing-book.ts';
import { createEntryFeed } from '../../src/desk/entry-feed.ts';
import { createAuditLog } from '../../src/desk/identity/audit-log.ts';
import { keepTurnInQueue } from '../../src/desk/queue-line.ts';
import { createSatisfactionBook } from '../../src/desk/satisfaction-book.ts';
import { writeTalk } from '../support/desk-talks.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const ADA = { agentId: 'ada', firstName: 'Ada' };

async function openBook(rule = { isAsked: true, afterMessages: 2 }) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  let nowMs = 50_000;
  const clock = () => nowMs;
  const change = createChangeConversation(database, createEntryFeed(), clock);
  const book = createSatisfactionBook({ database, change, rule: () => rule, clock });
  const close = createClosing({ change, satisfaction: book, audit: createAuditLog(database), clock });
  await writeTalk(database, { conversationId: 'c-1', says: ['a scarf', 'thanks'] });
  const say = async (utterance: string) => {
    nowMs += 1_000;
    await database.transaction((write) => keepTurnInQueue(write, 'c-1', { utterance, atMs: nowMs }));
    nowMs += 1_000;
  };
  return { database, book, close, say };
}

it('asks once, after the conversation was closed, until it is answered', async () => {
  const { database, book, close } = await openBook();
  expect(await book.isAsked('c-1')).toBe(false);
  await expect(book.answer('c-1', { score: 5 })).rejects.toMatchObject({ code: 'CONFLICT' });
  await close('c-1', ADA, 'helped');
  expect(await book.isAsked('c-1')).toBe(true);
  await book.answer('c-1', { score: 4, comment: 'quick' });
  expect(await book.isAsked('c-1')).toBe(false);
  expect(await book.answerOf('c-1')).toEqual({ score: 4, comment: 'quick' });
  await book.answer('c-1', { score: 4, comment: 'quick' });
  await expect(book.answer('c-1', { score: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
  const line = await database.query.selectFrom('queueLines').select('satisfaction').executeTakeFirstOrThrow();
  expect(line.satisfaction).toBe(4);
});

it('takes a no for an answer', async () => {
  const { book, close } = await openBook();
  await close('c-1', ADA, 'helped');
  await book.answer('c-1', undefined);
  await book.answer('c-1', undefined);
  expect(await book.isAsked('c-1')).toBe(false);
  expect(await book.answerOf('c-1')).toBeUndefined();
});

it('asks nobody again who went on talking instead, however often it is closed', async () => {
  const { book, close, say } = await openBook();
  await close('c-1', ADA, 'helped');
  await say('wait');
  expect(await book.isAsked('c-1')).toBe(false);
  await close('c-1', ADA, 'bought');
  expect(await book.isAsked('c-1')).toBe(false);
});

it('asks no more once it turns out to be spam, and asks when it turns out to be none', async () => {
  const { book, close } = await openBook();
  for (const [outcome, isAsked] of [
    ['helped', true],
    ['spam', false],
    ['bought', true],
  ] as const) {
    await close('c-1', ADA, outcome);
    expect(await book.isAsked('c-1')).toBe(isAsked);
  }
});

it.each([
  ['after spam', 'spam', { isAsked: true, afterMessages: 2 }],
  ['where the shop does not ask', 'helped', { isAsked: false, afterMessages: 2 }],
  ['who hardly said anything', 'helped', { isAsked: true, afterMessages: 3 }],
] as const)('does not ask %s', async (_, outcome, rule) => {
  const { book, close } = await openBook(rule);
  await close('c-1', ADA, outcome);
  expect(await book.isAsked('c-1')).toBe(false);
});
