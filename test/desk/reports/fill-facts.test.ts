import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { fillFacts } from '../../../src/desk/reports/fill-facts.ts';
import { limit, writeReported } from '../../support/reported-talks.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

it('counts what an older release left uncounted as it would have been, once', async () => {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  const need = { query: '', hard: [limit('type', 'scarf')], soft: [], unknown: [] };
  for (let index = 0; index < 60; index += 1)
    await writeReported(database, {
      ...{ conversationId: `c-${index}`, atMs: 1_000 + index, channel: 'sms', turns: [{ need }, {}] },
    });
  const read = async () =>
    await Promise.all([
      database.query.selectFrom('turnFacts').selectAll().orderBy('messageId').execute(),
      database.query.selectFrom('conversationMarks').selectAll().orderBy('conversationId').execute(),
    ]);
  const counted = await read();
  await database.transaction(async (write) => {
    await write.deleteFrom('turnFacts').execute();
    await write.deleteFrom('conversationMarks').execute();
  });

  expect(await fillFacts(database)).toBe(60);
  expect(await read()).toEqual(counted);
  expect(counted[0]).toHaveLength(120);
  expect(await fillFacts(database)).toBe(0);
});
