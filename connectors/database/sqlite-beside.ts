import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CompiledQuery, Kysely } from 'kysely';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { Database, Query } from '../../src/ports/database.ts';
import type { Tables } from '../../src/ports/database-tables.ts';
import { MARK_ERASURE } from './clear-remains.ts';
import { toDatabaseError } from './database-error.ts';
import { NEWEST_SCHEMA } from './migrate.ts';
import { DATABASE_FILE } from './sqlite.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';
import { openSqliteReader } from './sqlite-reader.ts';

/** A server commits within milliseconds; what it imports takes longer. */
const LOCK_WAIT_MS = 5_000;

/**
 * Another way to write to a directory that a server works on: the two take turns, a transaction each. For what no process keeps in memory,
 * as who may sign in; anything else would go on as it was there.
 *
 * @throws {AssistantError} DATA_IN_USE when the server is of another release, whose tables are other ones; NOT_FOUND without data.
 */
export function openSqliteBeside(directory: string): Pick<Database, 'query' | 'transaction' | 'close'> {
  const file = join(directory, DATABASE_FILE);
  if (!existsSync(file)) throw new AssistantError('NOT_FOUND', `${directory} holds no data`);
  using opened = new DisposableStack();
  try {
    const writer = opened.adopt(new DatabaseSync(file), (connection) => connection.close());
    writer.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON');
    const present = writer.prepare('SELECT name FROM kysely_migration ORDER BY name DESC LIMIT 1').get();
    if (present?.name !== NEWEST_SCHEMA)
      throw new AssistantError('DATA_IN_USE', `${directory} is in use by another release; stop it first`);
    const kysely = new Kysely<Tables>({ dialect: nodeSqliteDialect(writer, LOCK_WAIT_MS) });
    const reader = openSqliteReader(directory);
    const held = opened.move();
    return {
      query: reader.query,
      transaction: (work, options) =>
        kysely.transaction().execute(async (transaction) => {
          if (options?.erases === true) await transaction.executeQuery(CompiledQuery.raw(MARK_ERASURE));
          return await work(transaction as Query);
        }),
      async close() {
        using _ = held;
        await reader.close();
        // What this one deleted would stay in the log until the server folds it; it does when somebody reads just now.
        writer.exec(`PRAGMA busy_timeout = ${LOCK_WAIT_MS}; PRAGMA wal_checkpoint(TRUNCATE)`);
      },
    };
  } catch (error) {
    throw toDatabaseError(error);
  }
}
