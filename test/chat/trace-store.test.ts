import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createTraceStore } from '../../src/chat/trace-store.ts';
import { forgetCustomer } from '../../src/customers/forget-customer.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

it('takes away what is older than it is kept, with the turns that follow, and a forgotten customer at once', async () => {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  const store = createTraceStore(database, { keptDays: 1 });
  const asked = { atMs: 0, market: 'US', locale: 'en', segments: [], personalization: false };
  const need = { query: '', constraints: [] };
  const reading = { language: 'en', confidence: 1, commands: [] };
  const trace = {
    asked: {
      ...asked,
      state: { turn: 0, language: 'en', need, shown: [], seen: [], handedOff: false, opened: [] },
    },
    readings: { embedded: reading, followed: reading },
    need: { before: need, after: need },
    acts: [],
    lists: [],
    steps: [],
    draft: '',
    calls: [],
    removed: [],
    versions: { code: '', ranking: '' },
  };
  const write = (messageId: string, atMs: number) =>
    database.transaction((query) => store.write(query, { messageId, conversationId: 'talk', trace, atMs }));
  await write('old', 0);
  await write('young', 3 * 86_400_000);
  expect(await store.newest({ limit: 9 })).toEqual(['young']);
  expect(await store.read('old')).toBeUndefined();
  expect((await store.read('young'))?.trace).toEqual(trace);
  const conversation = {
    conversationId: 'talk',
    tokenHash: '',
    shopperId: 'customer:ada',
    proved: 1,
    consent: '{}',
    market: 'US',
    locale: 'en',
    state: '{}',
    createdAtMs: 0,
    updatedAtMs: 0,
  };
  await database.transaction((query) => query.insertInto('conversations').values(conversation).execute());
  await forgetCustomer(database, 'ada');
  expect(await store.newest({ limit: 9 })).toEqual([]);
});
