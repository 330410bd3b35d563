import type { Kysely } from 'kysely';
import type { Tables } from './database-tables.ts';

export type Query = Kysely<Tables>;

/**
 * The state of the shop over SQL. All queries go through one typed builder, so that a driver is a dialect.
 * What a committed transaction wrote survives `kill -9` and a power cut.
 */
export interface Database {
  readonly engine: 'sqlite' | 'postgresql';
  /** For reading: sees what is committed. Writing through it is refused (DATABASE_FAILED). */
  readonly query: Query;
  /**
   * For writing: one transaction, serialised with other writers; rolled back when `work` throws. Not to be nested.
   *
   * @param options.survives "kill": what is written survives `kill -9`, but a power cut may take the last of it, and the disk is not
   *   waited for: four times as fast.
   * @param options.erases What is deleted was said by somebody or says who they are: no file of the database holds it any more within
   *   seconds, unless somebody reads what stood before.
   */
  transaction<T>(
    work: (query: Query) => Promise<T>,
    options?: { readonly survives?: 'power-cut' | 'kill'; readonly erases?: boolean },
  ): Promise<T>;
  /** Schema version present and the newest one known. */
  schemaVersion(): Promise<{ readonly present: string; readonly newest: string }>;
  close(): Promise<void>;
}
