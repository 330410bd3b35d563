import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { addOpened, dropOpened, endOf, readOpened, withOpened } from '../../src/chat/pending-opened.ts';
import { initialState, recordOpened } from '../../src/dialogue/record-list.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

async function openTalk() {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  await database.transaction(async (query) => {
    const talk = { conversationId: 'c', tokenHash: '', shopperId: 's', proved: 0, consent: '{}' };
    const place = { market: 'US', locale: 'en-US', state: '{}', createdAtMs: 0, updatedAtMs: 0 };
    await query
      .insertInto('conversations')
      .values({ ...talk, ...place })
      .execute();
  });
  const pending = async () => {
    const row = await database.query.selectFrom('conversations').select('opened').executeTakeFirstOrThrow();
    return readOpened(row.opened);
  };
  return { database, pending };
}

const anyStep = fc.oneof(
  fc.record({ open: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 }) }),
  fc.constantFrom({ begin: true } as const, { end: true } as const),
);

it('gives turns what was opened before they began, once and in order, and loses nothing opened meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 12 }), async (steps) => {
      const { database, pending } = await openTalk();
      let expected = initialState('en');
      let saved = initialState('en');
      let turn: { readonly state: typeof saved; readonly until: number } | undefined;
      for (const step of steps) {
        if ('open' in step) {
          await database.transaction((query) => addOpened(query, 'c', step.open));
          expected = step.open.reduce(recordOpened, expected);
        } else if ('begin' in step) {
          const now = await pending();
          turn = { state: withOpened(saved, now), until: endOf(now) };
        } else if (turn !== undefined) {
          const { until, state } = turn;
          await database.transaction((query) => dropOpened(query, 'c', until));
          saved = state;
          turn = undefined;
        }
        expect(withOpened(saved, await pending()).opened).toEqual(expected.opened);
      }
    }),
    { numRuns: 20 },
  );
});

it('keeps the newest fifty, and counts those that were let go', async () => {
  const { database, pending } = await openTalk();
  const ids = Array.from({ length: 80 }, (_, index) => `p${index}`);
  await database.transaction((query) => addOpened(query, 'c', ids));
  expect(await pending()).toEqual({ from: 30, productIds: ids.slice(30) });
  await database.transaction((query) => dropOpened(query, 'c', 75));
  expect(await pending()).toEqual({ from: 75, productIds: ids.slice(75) });
});

it('leaves a conversation alone that is gone', async () => {
  const { database } = await openTalk();
  await database.transaction((query) => addOpened(query, 'gone', ['a']));
});
