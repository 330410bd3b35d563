import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CompiledQuery, Kysely } from 'kysely';
import type { Database, Query } from '../../src/ports/database.ts';
import type { Tables } from '../../src/ports/database-tables.ts';
import { clearRemains, dropOldAside, MARK_ERASURE } from './clear-remains.ts';
import { acquireDataLock } from './data-lock.ts';
import { toDatabaseError } from './database-error.ts';
import { createLogFolding } from './fold-log.ts';
import { migrate, NEWEST_SCHEMA } from './migrate.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';

export const DATABASE_FILE = 'floorwalker.db';

const BUSY_TIMEOUT_MS = 1_000;

/**
 * The embedded driver: SQLite of Node itself. One connection writes (WAL, `synchronous=FULL`: a commit is on the disk
 * before it is acknowledged), another reads and cannot write.
 *
 * What was deleted is gone from all files of the directory within a second after an erasure, within a minute after any other write, or as
 * soon as nobody reads what stood before; the last remains in unused corners of pages go when it is closed, or opened the next time.
 *
 * @param options.directory Made when absent (mode 0700); locked for this process until `close`.
 * @param options.note Hears when what was deleted could not be taken out of the log for long.
 * @throws {AssistantError} DATA_IN_USE when another process holds it; DATA_CORRUPT when the file is no database;
 *   DATABASE_FAILED when the directory cannot be made or written.
 */
export async function openSqliteDatabase(options: {
  readonly directory: string;
  readonly note?: (text: string) => void;
}): Promise<Database> {
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
    // Of a process that was killed.
    writer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    clearRemains(writer);
    dropOldAside(file, Date.now());
    const folding = createLogFolding({
      fold: () => foldLog(writing).finally(() => dropOldAside(file, Date.now())),
      note: options.note ?? (() => {}),
    });
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
        const { survives, erases = false } = options ?? {};
        const write = async (kysely: Kysely<Tables>) =>
          await kysely.transaction().execute(async (transaction) => {
            if (erases) await transaction.executeQuery(CompiledQuery.raw(MARK_ERASURE));
            return await work(transaction as Query);
          });
        const answer = survives === 'kill' ? await withoutWaiting(writing, write) : await write(writing);
        folding.committed(erases);
        return answer;
      },
      schemaVersion: async () => ({ present: presentSchema(reader), newest: NEWEST_SCHEMA }),
      close: async () => {
        using _ = held;
        await folding.close();
        writer.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
        clearRemains(writer);
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

/** Between transactions. @returns Whether nothing is left in the log. */
async function foldLog(writing: Kysely<Tables>): Promise<boolean> {
  const { rows } = await writing.executeQuery<{ busy: number }>(
    CompiledQuery.raw('PRAGMA wal_checkpoint(TRUNCATE)'),
  );
  return rows[0]?.busy === 0;
}

function presentSchema(reader: DatabaseSync): string {
  const row = reader.prepare('SELECT name FROM kysely_migration ORDER BY name DESC LIMIT 1').get();
  return typeof row?.name === 'string' ? row.name : '';
}
