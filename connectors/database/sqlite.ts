import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { AssistantError, isAssistantError } from '../../src/errors/assistant-error.ts';
import type { Database, Query } from '../../src/ports/database.ts';
import type { Tables } from '../../src/ports/database-tables.ts';
import { acquireDataLock } from './data-lock.ts';
import { migrate, NEWEST_SCHEMA } from './migrate.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';

export const DATABASE_FILE = 'floorwalker.db';

const BUSY_TIMEOUT_MS = 1_000;

/**
 * The embedded driver: SQLite of Node itself. One connection writes (WAL, `synchronous=FULL`: a commit is on the disk
 * before it is acknowledged), another reads and cannot write.
 *
 * @param options.directory Made when absent (mode 0700); locked for this process until `close`.
 * @throws {AssistantError} DATA_IN_USE when another process holds it; DATA_CORRUPT when the file is no database.
 */
export async function openSqliteDatabase(options: { readonly directory: string }): Promise<Database> {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const lock = acquireDataLock(options.directory);
  const file = join(options.directory, DATABASE_FILE);
  try {
    const writer = openWriter(file);
    const writing = new Kysely<Tables>({ dialect: nodeSqliteDialect(writer) });
    await migrate(writing);
    const reader = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
    reader.exec('PRAGMA temp_store = MEMORY');
    const reading = new Kysely<Tables>({ dialect: nodeSqliteDialect(reader) });
    return {
      engine: 'sqlite',
      query: reading,
      transaction: async (work) =>
        await named(() =>
          writing.transaction().execute(async (transaction) => await work(transaction as Query)),
        ),
      schemaVersion: async () => ({ present: await presentSchema(reader), newest: NEWEST_SCHEMA }),
      close: async () => {
        await reading.destroy();
        writer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        await writing.destroy();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw asDatabaseError(error, file);
  }
}

function openWriter(file: string): DatabaseSync {
  const writer = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  writer.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY',
  );
  return writer;
}

async function presentSchema(reader: DatabaseSync): Promise<string> {
  const row = reader.prepare('SELECT name FROM kysely_migration ORDER BY name DESC LIMIT 1').get();
  return typeof row?.name === 'string' ? row.name : '';
}

async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asDatabaseError(error);
  }
}

/** Errors of SQLite become ours by their result code; everything else passes unchanged. */
function asDatabaseError(error: unknown, file?: string): unknown {
  if (isAssistantError(error) || !(error instanceof Error) || !('errcode' in error)) return error;
  const resultCode = Number(error.errcode) & 0xff;
  const details = { resultCode, ...(file === undefined ? {} : { file }) };
  if (resultCode === SQLITE_CORRUPT || resultCode === SQLITE_NOTADB) {
    return new AssistantError(
      'DATA_CORRUPT',
      `The database cannot be read (${error.message}); restore a backup with: floorwalker restore FILE`,
      {
        details,
        cause: error,
      },
    );
  }
  return new AssistantError('DATABASE_FAILED', `The database failed: ${error.message}`, {
    details,
    cause: error,
  });
}

const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;
