import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { dropDrafts } from '../../src/customers/drop-drafts.ts';
import { type CorrectionBook, createCorrectionBook } from '../../src/desk/correction-book.ts';
import type { Correction } from '../../src/domain/desk/draft.ts';
import type { Database } from '../../src/ports/database.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const ANNA = { agentId: 'a-1', firstName: 'Anna' };
const LEAD = { agentId: 'a-2', firstName: 'Ben', atMs: Date.parse('2026-05-01T12:00:00.000Z') };

const correction = (correctionId: string, at: string): Correction => ({
  correctionId,
  conversationId: 'c-1',
  messageId: `m-${correctionId}`,
  by: ANNA,
  at,
  reason: 'the warm ones first',
  wants: 'a warm scarf',
  scope: ['clothing>scarves'],
  proposed: [
    { productId: 'thin', score: 2.5 },
    { productId: 'warm', score: 2 },
  ],
  listed: 2,
  chosen: ['warm'],
  banned: ['thin'],
});

const FIRST = correction('one', '2026-05-01T10:00:00.000Z');
const SECOND = correction('two', '2026-05-01T11:00:00.000Z');
const TOGETHER = correction('three', '2026-05-01T11:00:00.000Z');

let database: Database;
let book: CorrectionBook;
beforeEach(async () => {
  database = await openSqliteDatabase({ directory: temporaryDirectory() });
  book = createCorrectionBook(database);
  await database.transaction(async (write) => {
    for (const each of [SECOND, FIRST, TOGETHER]) await book.write(write, each);
  });
});
afterEach(() => database.close());

it('gives corrections back as they were written, oldest first, and goes on after one', async () => {
  expect(await book.all()).toEqual([FIRST, TOGETHER, SECOND]);
  expect(await book.ofConversation('c-1')).toEqual([FIRST, TOGETHER, SECOND]);
  expect(await book.all({ after: 'one', limit: 1 })).toEqual([TOGETHER]);
  expect(await book.all({ after: 'three' })).toEqual([SECOND]);
  expect(await book.all({ after: 'nobody knows' })).toHaveLength(3);
});

it('leaves out what a lead took back, once, with who did it', async () => {
  const undo = (by: typeof LEAD) => database.transaction((write) => book.undo(write, 'two', by));
  const undone = { by: { agentId: 'a-2', firstName: 'Ben' }, at: '2026-05-01T12:00:00.000Z' };
  expect(await undo(LEAD)).toEqual({ ...SECOND, undone });
  expect(await undo({ ...LEAD, firstName: 'Eve' })).toEqual({ ...SECOND, undone });
  expect(await book.all()).toEqual([FIRST, TOGETHER]);
  expect(await book.all({ includeUndone: true })).toHaveLength(3);
  await expect(database.transaction((write) => book.undo(write, 'unknown', LEAD))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('keeps what was learned of, without its conversation and its words, when that is forgotten', async () => {
  await database.transaction((write) => dropDrafts(write, { conversationId: 'c-1' }));
  expect(await book.ofConversation('c-1')).toEqual([]);
  const { conversationId: _, reason: __, ...rest } = FIRST;
  expect((await book.all())[0]).toEqual({ ...rest, wants: '' });
});
