import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { openSqliteBeside } from '../../../connectors/database/sqlite-beside.ts';
import type { Database } from '../../../src/ports/database.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const TIMES = 40;

/** Reads how many there are and writes one more: two who do not take turns write the same number. */
const count = (database: Pick<Database, 'transaction'>) =>
  database.transaction(async (write) => {
    const rows = await write.selectFrom('setupTokens').select('tokenHash').execute();
    await new Promise(setImmediate);
    await write
      .insertInto('setupTokens')
      .values({ tokenHash: String(rows.length), createdAtMs: 1 })
      .execute();
  });

it('takes turns with whoever holds the directory, and each sees what the other wrote', async () => {
  const directory = temporaryDirectory();
  const server = await openSqliteDatabase({ directory });
  const beside = openSqliteBeside(directory);
  await Promise.all(Array.from({ length: TIMES }, (_, at) => count(at % 2 === 0 ? server : beside)));
  for (const { query } of [server, beside])
    expect(await query.selectFrom('setupTokens').select('tokenHash').execute()).toHaveLength(TIMES);
  await beside.close();
  await count(server);
  await server.close();
});

it('leaves nothing of what fails, and reads without writing', async () => {
  const directory = temporaryDirectory();
  const server = await openSqliteDatabase({ directory });
  const beside = openSqliteBeside(directory);
  const failing = beside.transaction(async (write) => {
    await write.insertInto('setupTokens').values({ tokenHash: 'lost', createdAtMs: 1 }).execute();
    throw new TypeError('on the way');
  });
  await expect(failing).rejects.toThrow('on the way');
  expect(await server.query.selectFrom('setupTokens').selectAll().execute()).toEqual([]);
  await expect(beside.query.deleteFrom('setupTokens').execute()).rejects.toMatchObject({
    code: 'DATABASE_FAILED',
  });
  await beside.close();
  await server.close();
});

it('makes no data where there is none', () => {
  expect(() => openSqliteBeside(temporaryDirectory())).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  );
});
