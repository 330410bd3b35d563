import { rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { sqliteResultCode } from './database-error.ts';

/** Of `user_version`, which nothing else uses: somebody was erased since the file was last written anew. */
export const MARK_ERASURE = 'PRAGMA user_version = 1';
const ERASED = 1;

/**
 * Writes the file anew when something was erased since the last time. `secure_delete` overwrites what is deleted, not the copies that SQLite
 * left in unused corners of pages when it moved rows between them. Takes a second for 50 MB, and nobody may write meanwhile: for before a
 * server answers and after it stopped.
 *
 * A disk without room for a second copy leaves the mark, and it is tried the next time.
 */
export function clearRemains(writer: DatabaseSync): void {
  if (writer.prepare('PRAGMA user_version').get()?.user_version !== ERASED) return;
  try {
    // What is copied is what was not erased: it may lie on the disk for a moment, and would not fit into memory.
    writer.exec(
      'PRAGMA temp_store = DEFAULT; VACUUM; PRAGMA user_version = 0; PRAGMA wal_checkpoint(TRUNCATE)',
    );
  } catch (error) {
    if (sqliteResultCode(error) === undefined) throw error;
  } finally {
    writer.exec('PRAGMA temp_store = MEMORY');
  }
}

/** What a restore put aside, in case it was the wrong backup. */
export const beforeRestore = (file: string): string => `${file}.before-restore`;

/** After so long, nobody goes back to it, and it holds people who were erased since. */
const KEPT_ASIDE_MS = 7 * 86_400_000;

/** Removes what a restore put aside a week ago. */
export function dropOldAside(file: string, nowMs: number): void {
  const aside = beforeRestore(file);
  const { mtimeMs } = statSync(aside, { throwIfNoEntry: false }) ?? { mtimeMs: nowMs };
  if (nowMs - mtimeMs < KEPT_ASIDE_MS) return;
  for (const companion of ['', '-wal', '-shm']) rmSync(aside + companion, { force: true });
}
