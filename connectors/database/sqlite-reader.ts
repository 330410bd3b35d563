import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Database } from '../../src/ports/database.ts';
import type { Tables } from '../../src/ports/database-tables.ts';
import { toDatabaseError } from './database-error.ts';
import { DATABASE_FILE } from './sqlite.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';

/**
 * One more way to read the data of a directory that this process owns, for a thread of its own; it cannot write.
 *
 * @throws {AssistantError} DATA_CORRUPT or DATABASE_FAILED when the file cannot be opened.
 */
export function openSqliteReader(directory: string): Pick<Database, 'query' | 'close'> {
  try {
    const reader = new DatabaseSync(join(directory, DATABASE_FILE), { readOnly: true });
    reader.exec('PRAGMA temp_store = MEMORY');
    return {
      query: new Kysely<Tables>({ dialect: nodeSqliteDialect(reader) }),
      close: async () => reader.close(),
    };
  } catch (error) {
    throw toDatabaseError(error);
  }
}
