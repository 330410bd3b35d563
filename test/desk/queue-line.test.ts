import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createDeskBook } from '../../src/desk/desk-book.ts';
import { createDraftBook } from '../../src/desk/draft-book.ts';
import { createEntryFeed } from '../../src/desk/entry-feed.ts';
import { fillQueue } from '../../src/desk/fill-queue.ts';
import { createQueueBook } from '../../src/desk/queue-book.ts';
import { keepQueueLine } from '../../src/desk/queue-line.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Constraint } from '../../src/domain/need.ts';
import { plainTurn, writeTalk } from '../support/desk-talks.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const RED: Constraint = {
  ...{ attribute: 'color', operator: 'eq', value: 'red', strength: 'hard', words: 'red' },
  ...{ confidence: 1, sourceTurn: 1, known: true },
};
const ADA = { agentId: 'ada', firstName: 'Ada' };

async function openTalk(query = '') {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  await writeTalk(database, { conversationId: 'c-1', says: ['a red scarf'], constraints: [RED, RED], query });
  const queue = createQueueBook(database);
  const line = async () => (await queue.lines('ada', ['c-1']))[0];
  const hold = async (heldUntilMs: number) => {
    const drafts = createDraftBook(database);
    await database.transaction(async (write) => {
      await drafts.hold(write, {
        ...{ messageId: 'c-1-1', conversationId: 'c-1', version: 1, heldUntilMs, turn: plainTurn('c-1-1') },
        ...{ alternatives: [], making: '{}', dialogue: initialState('en'), createdAtMs: 7_000 },
      });
      await keepQueueLine(write, 'c-1', { atMs: 7_000 });
    });
    return drafts;
  };
  return { database, queue, line, hold, book: createDeskBook(database, createEntryFeed(), () => 9_000) };
}

it('tells what is wanted in the words of the shopper, none twice', async () => {
  const { line } = await openTalk();
  expect(await line()).toMatchObject({ wants: 'red', lastWords: 'a red scarf' });
});

it.each([
  ['Red', 'red'],
  ['red soft', 'red, red soft'],
])('tells the query %j beside the wishes where it says more', async (query, wants) => {
  const { line } = await openTalk(query);
  expect(await line()).toMatchObject({ wants });
});

it('waits while a reply is held, but not when a person answers meanwhile', async () => {
  const { line, hold, book } = await openTalk();
  await hold(90_000);
  const held = {
    state: 'waiting',
    heldUntil: new Date(90_000).toISOString(),
    since: new Date(7_000).toISOString(),
  };
  expect(await line()).toMatchObject(held);
  await book.join('c-1', ADA);
  expect(await line()).toMatchObject({ state: 'person', agent: ADA });
  expect(await line()).not.toHaveProperty('heldUntil');
  await book.leave('c-1', ADA);
  expect(await line()).toMatchObject({ state: 'waiting' });
});

it('does not wait once the reply is let go, nor for a list that the shopper has', async () => {
  const { line, hold, database } = await openTalk();
  const drafts = await hold(90_000);
  await database.transaction(async (write) => {
    await drafts.replace(write, 'c-1');
    await keepQueueLine(write, 'c-1', { atMs: 8_000 });
  });
  expect(await line()).toMatchObject({ state: 'assistant' });
});

it('is written for conversations of an older release, with the words that are searched', async () => {
  const { database, queue, book } = await openTalk();
  await book.join('c-1', ADA);
  await book.say('c-1', ADA, { text: 'Guten Morgen' });
  await writeTalk(database, { conversationId: 'empty', says: [] });
  const before = await database.query.selectFrom('queueLines').selectAll().execute();
  await database.transaction(async (write) => {
    await write.deleteFrom('queueLines').execute();
    await write.deleteFrom('queueWords').execute();
  });
  expect(await fillQueue(database)).toBe(1);
  expect(await fillQueue(database)).toBe(0);
  const { updatedAtMs: _, ...written } = before[0] ?? {};
  expect(await database.query.selectFrom('queueLines').selectAll().execute()).toMatchObject([written]);
  for (const search of ['scarf', 'morgen']) {
    const page = await queue.page('ada', { tab: 'mine', search }, { limit: 10 });
    expect(page.conversations).toHaveLength(1);
  }
});
