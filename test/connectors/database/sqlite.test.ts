import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { DATABASE_FILE, openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import type { Database } from '../../../src/ports/database.ts';
import { describeDatabase } from '../../contracts/database.contract.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

describeDatabase('sqlite', () => openSqliteDatabase({ directory: temporaryDirectory() }));

const writer = new URL('../../support/write-forever.ts', import.meta.url).pathname;

/** Starts a writer, kills it without warning after some commits, and tells the last number it acknowledged. */
async function writeAndKill(directory: string, commits: number): Promise<number> {
  const child = spawn(process.execPath, [writer, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  let acknowledged = 0;
  let pending = '';
  for await (const chunk of child.stdout) {
    const lines = (pending + String(chunk)).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) acknowledged = Number(line);
    if (acknowledged % 1_000 >= commits) child.kill('SIGKILL');
  }
  return acknowledged;
}

it('loses nothing acknowledged when the process is killed, and opens again at once', async () => {
  const directory = temporaryDirectory();
  for (let round = 0; round < 4; round += 1) {
    const acknowledged = await writeAndKill(directory, 5 + round * 7);
    const database = await openSqliteDatabase({ directory });
    const rows = await database.query
      .selectFrom('interactions')
      .select('quantity')
      .orderBy('quantity')
      .execute();
    await database.close();
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
    expect(rows.map((row) => row.quantity)).toEqual(rows.map((_, index) => index + 1));
  }
});

it('refuses a second process by naming the first one', async () => {
  const directory = temporaryDirectory();
  const child = spawn(process.execPath, [writer, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await expect(openSqliteDatabase({ directory })).rejects.toMatchObject({
    code: 'DATA_IN_USE',
    details: { pid: child.pid },
  });
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  const database = await openSqliteDatabase({ directory });
  await database.close();
});

it('says that a file is no database and how to mend it', async () => {
  const directory = temporaryDirectory();
  writeFileSync(
    join(directory, DATABASE_FILE),
    'this is not a database, just some words that are long enough'.repeat(20),
  );
  await expect(openSqliteDatabase({ directory })).rejects.toMatchObject({ code: 'DATA_CORRUPT' });
});

it('opens again in the same process after an opening that failed', async () => {
  const directory = temporaryDirectory();
  const file = join(directory, DATABASE_FILE);
  writeFileSync(file, 'this is not a database, just some words that are long enough'.repeat(20));
  await expect(openSqliteDatabase({ directory })).rejects.toMatchObject({ code: 'DATA_CORRUPT' });
  rmSync(file);
  await (await openSqliteDatabase({ directory })).close();
});

it('leaves one file with the whole state when it is closed', async () => {
  const directory = temporaryDirectory();
  const database = await openSqliteDatabase({ directory });
  await database.close();
  expect(readdirSync(directory).filter((name) => name.startsWith(DATABASE_FILE))).toEqual([DATABASE_FILE]);
});

it('leaves no byte of what was deleted in its file', async () => {
  const directory = temporaryDirectory();
  const file = join(directory, DATABASE_FILE);
  const isThere = () => readFileSync(file).includes('said-in-confidence');
  const lines = Array.from({ length: 400 }, (_, number) => ({
    ...{ country: `X${number}`, currency: 'EUR', languages: '[]' },
    origin: `said-in-confidence-${number}`.repeat(number % 40),
  }));
  const first = await openSqliteDatabase({ directory });
  await first.transaction((query) => query.insertInto('markets').values(lines).execute());
  await first.close();
  expect(isThere()).toBe(true);
  const second = await openSqliteDatabase({ directory });
  await second.transaction((query) => query.deleteFrom('markets').execute());
  await second.close();
  expect(isThere()).toBe(false);
});

/** Another process that writes, from outside of the database's own lock. */
function holdWriteLock(directory: string) {
  const other = new DatabaseSync(join(directory, DATABASE_FILE));
  other.exec('BEGIN IMMEDIATE');
  return () => {
    if (other.isOpen) other.close();
  };
}

const writeOne = (database: Database) =>
  database.transaction(async (query) => {
    await query
      .insertInto('markets')
      .values({ country: 'XX', currency: 'EUR', languages: '[]', origin: 'test' })
      .execute();
  });

it('waits for a lock of somebody else while the process goes on', async () => {
  const directory = temporaryDirectory();
  const database = await openSqliteDatabase({ directory });
  const release = holdWriteLock(directory);
  const written = writeOne(database);
  // Heard only when the process is not held up by the lock itself.
  setTimeout(release, 50);
  await written;
  expect(await database.query.selectFrom('markets').selectAll().execute()).toHaveLength(1);
  await database.close();
});

it('gives up a write after the wait, those that queued with it, and goes on writing later', async () => {
  const directory = temporaryDirectory();
  const database = await openSqliteDatabase({ directory });
  const release = holdWriteLock(directory);
  const writes = await Promise.allSettled(Array.from({ length: 20 }, () => writeOne(database)));
  expect(writes.map((write) => (write.status === 'rejected' ? write.reason.code : write.status))).toEqual(
    Array.from({ length: 20 }, () => 'STORAGE_UNAVAILABLE'),
  );
  release();
  await writeOne(database);
  await database.close();
});
