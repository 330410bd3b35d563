import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CompiledQuery, Kysely } from 'kysely';
import type { Database, Query } from '../../src/ports/database.ts';
import type { Tables } from '../../src/ports/database-tables.ts';
import { acquireDataLock } from './data-lock.ts';
import { toDatabaseError } from './database-error.ts';
import { migrate, NEWEST_SCHEMA } from './migrate.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';

export const DATABASE_FILE = 'floorwalker.db';

const BUSY_TIMEOUT_MS = 1_000;

/**
 * The embedded driver: SQLite of Node itself. One connection writes (WAL, `synchronous=FULL`: a commit is on the disk
 * before it is acknowledged), another reads and cannot write.
 *
 * @param options.directory Made when absent (mode 0700); locked for this process until `close`.
 * @throws {AssistantError} DATA_IN_USE when another process holds it; DATA_CORRUPT when the file is no database;
 *   DATABASE_FAILED when the directory cannot be made or written.
 */
export async function openSqliteDatabase(options: { readonly directory: string }): Promise<Database> {
  const lock = acquireDataLock(options.directory);
  const file = join(options.directory, DATABASE_FILE);
  // Closed last to first, whatever fails on the way.
  using opened = new DisposableStack();
  opened.defer(() => lock.release());
  try {
    const writer = opened.adopt(new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS }), closeConnection);
    writer.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY',
    );
    // What was forgotten is overwritten, not only let go: neither the file nor a copy of it holds a trace.
    writer.exec('PRAGMA secure_delete = ON');
    const writing = new Kysely<Tables>({ dialect: nodeSqliteDialect(writer, BUSY_TIMEOUT_MS) });
    await migrate(writing);
    // From here on a lock is waited for beside other work.
    writer.exec('PRAGMA busy_timeout = 0');
    const reader = opened.adopt(
      new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS }),
      closeConnection,
    );
    reader.exec('PRAGMA temp_store = MEMORY');
    const held = opened.move();
    return {
      engine: 'sqlite',
      query: new Kysely<Tables>({ dialect: nodeSqliteDialect(reader) }),
      transaction: async (work, options) => {
        const write = async (kysely: Kysely<Tables>) =>
          await kysely.transaction().execute(async (transaction) => await work(transaction as Query));
        return options?.survives === 'kill' ? await withoutWaiting(writing, write) : await write(writing);
      },
      schemaVersion: async () => ({ present: presentSchema(reader), newest: NEWEST_SCHEMA }),
      close: async () => {
        using _ = held;
        writer.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
        // Folds the write-ahead log into the file, so that one file is the whole state.
        writer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      },
    };
  } catch (error) {
    throw toDatabaseError(error);
  }
}

const closeConnection = (connection: DatabaseSync): void => connection.close();

/** Commits that do not wait for the disk; the next one that waits takes them along. */
async function withoutWaiting<T>(
  writing: Kysely<Tables>,
  write: (kysely: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return await writing.connection().execute(async (connection) => {
    await connection.executeQuery(CompiledQuery.raw('PRAGMA synchronous = NORMAL'));
    try {
      return await write(connection);
    } finally {
      await connection.executeQuery(CompiledQuery.raw('PRAGMA synchronous = FULL'));
    }
  });
}

function presentSchema(reader: DatabaseSync): string {
  const row = reader.prepare('SELECT name FROM kysely_migration ORDER BY name DESC LIMIT 1').get();
  return typeof row?.name === 'string' ? row.name : '';
}
