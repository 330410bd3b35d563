import type { Kysely } from 'kysely';
import type { Tables } from './database-tables.ts';

export type Query = Kysely<Tables>;

/**
 * The state of the shop over SQL. All queries go through one typed builder, so that a driver is a dialect.
 * What a committed transaction wrote survives `kill -9` and a power cut.
 */
export interface Database {
  readonly engine: 'sqlite' | 'postgresql';
  readonly query: Query;
  /** One transaction, serialised with other writers; rolled back when `work` throws. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** Schema version present and the newest one known. */
  schemaVersion(): Promise<{ readonly present: string; readonly newest: string }>;
  /** A consistent copy of the whole state into one file, while others write. */
  backup(file: string): Promise<{ readonly bytes: number }>;
  close(): Promise<void>;
}
