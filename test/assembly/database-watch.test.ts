import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { watchDatabase } from '../../src/assembly/database-watch.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { ErrorCode } from '../../src/errors/error-codes.ts';
import type { Database } from '../../src/ports/database.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** A database whose writes fail with a code while there is one. */
async function faulty() {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  const state: { code?: ErrorCode | undefined; writes: number } = { writes: 0 };
  const transaction: Database['transaction'] = async (work, options) => {
    state.writes += 1;
    if (state.code !== undefined) throw new AssistantError(state.code, 'no room');
    return await database.transaction(work, options);
  };
  return { state, database, watched: watchDatabase({ ...database, transaction }) };
}

const write = (database: Database) => database.transaction(async () => undefined);

it.each<ErrorCode>(['STORAGE_FULL', 'STORAGE_UNAVAILABLE'])(
  'tells %s until writing works again, which it finds out by itself and without a trace',
  async (code) => {
    const { state, watched } = await faulty();
    expect(watched.writeFault()).toBeUndefined();
    state.code = code;
    await expect(write(watched)).rejects.toMatchObject({ code });
    expect(watched.writeFault()).toBe('no room');
    state.code = undefined;

    await expect.poll(() => watched.writeFault()).toBeUndefined();
    expect(await watched.query.selectFrom('markets').selectAll().execute()).toEqual([]);
    await watched.close();
  },
);

it('looks once at a time, however often it is asked', async () => {
  const { state, watched } = await faulty();
  state.code = 'STORAGE_FULL';
  await write(watched).catch(() => undefined);
  for (let asked = 0; asked < 100; asked += 1) watched.writeFault();
  expect(state.writes).toBe(2);
  await watched.close();
});

it('takes a fault of one statement for no fault of the disk', async () => {
  const { watched } = await faulty();
  await expect(
    watched.transaction(async () => {
      throw new AssistantError('DATABASE_FAILED', 'a constraint');
    }),
  ).rejects.toMatchObject({ code: 'DATABASE_FAILED' });
  expect(watched.writeFault()).toBeUndefined();
  await watched.close();
});
