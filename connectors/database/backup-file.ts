import { constants, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { beforeRestore } from './clear-remains.ts';
import { acquireDataLock } from './data-lock.ts';
import { sqliteResultCode } from './database-error.ts';
import { NEWEST_SCHEMA } from './migrate.ts';
import { DATABASE_FILE } from './sqlite.ts';

/**
 * Copies the state of a data directory into one file without taking its lock: a server may go on writing.
 * The copy is written beside the target and renamed, so a cut leaves no half backup.
 *
 * @throws {AssistantError} NOT_FOUND when the directory holds no data.
 */
export async function backupDirectory(
  directory: string,
  target: string,
): Promise<{ readonly bytes: number }> {
  const file = join(directory, DATABASE_FILE);
  if (!existsSync(file)) throw new AssistantError('NOT_FOUND', `${directory} holds no data to back up`);
  const source = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  const partial = `${target}.partial`;
  try {
    await backup(source, partial);
    // One plain file: a copy in write-ahead mode would leave companions beside it when it is looked into.
    const copy = new DatabaseSync(partial);
    copy.exec('PRAGMA journal_mode = DELETE');
    copy.close();
    renameSync(partial, target);
    return { bytes: statSync(target).size };
  } finally {
    source.close();
    rmSync(partial, { force: true });
  }
}

/** Files SQLite keeps beside a database in write-ahead mode. */
const COMPANIONS = ['-wal', '-shm'] as const;

/**
 * Replaces the state of a data directory by a backup, also when the present state is damaged. The present state is kept
 * beside it as `floorwalker.db.before-restore`. A cut leaves the old state or the new one, never none.
 *
 * @throws {AssistantError} DATA_IN_USE while a server runs on the directory; DATA_CORRUPT when the file is not a whole
 *   backup of this product, or of a newer release; NOT_FOUND when there is no such file. Then nothing was changed.
 */
export async function restoreDirectory(
  source: string,
  directory: string,
): Promise<{ readonly products: number; readonly conversations: number }> {
  const counts = inspectBackup(source);
  const lock = acquireDataLock(directory);
  try {
    const file = join(directory, DATABASE_FILE);
    const incoming = `${file}.incoming`;
    rmSync(incoming, { force: true });
    const from = new DatabaseSync(source, { readOnly: true });
    await backup(from, incoming).finally(() => from.close());
    if (existsSync(file)) keepBeside(file);
    renameSync(incoming, file);
    return counts;
  } finally {
    lock.release();
  }
}

/** A copy, not a move: the present state stays until the new one takes its name. */
function keepBeside(file: string): void {
  const kept = beforeRestore(file);
  foldLog(file);
  copyFileSync(file, kept, constants.COPYFILE_FICLONE);
  for (const companion of COMPANIONS) {
    rmSync(kept + companion, { force: true });
    if (existsSync(file + companion)) renameSync(file + companion, kept + companion);
  }
}

/** Folds the write-ahead log into the file, so that one file is the whole state; a damaged one keeps its companions. */
function foldLog(file: string): void {
  const present = new DatabaseSync(file);
  try {
    present.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (sqliteResultCode(error) === undefined) throw error;
  } finally {
    present.close();
  }
}

function inspectBackup(source: string): { products: number; conversations: number } {
  if (!existsSync(source)) throw new AssistantError('NOT_FOUND', `${source} does not exist`);
  let opened: DatabaseSync | undefined;
  try {
    opened = new DatabaseSync(source, { readOnly: true });
    const check = opened.prepare('PRAGMA integrity_check').get();
    if (check?.integrity_check !== 'ok')
      throw new AssistantError('DATA_CORRUPT', `${source} is damaged: ${String(check?.integrity_check)}`);
    const schema = opened.prepare('SELECT name FROM kysely_migration ORDER BY name DESC LIMIT 1').get();
    if (typeof schema?.name !== 'string' || schema.name > NEWEST_SCHEMA) {
      throw new AssistantError('DATA_CORRUPT', `${source} was written by a newer release of Floorwalker`);
    }
    const total = (table: 'products' | 'conversations') =>
      Number(opened?.prepare(`SELECT count(*) AS total FROM ${table}`).get()?.total ?? 0);
    return { products: total('products'), conversations: total('conversations') };
  } catch (error) {
    if (error instanceof AssistantError) throw error;
    throw new AssistantError('DATA_CORRUPT', `${source} is not a backup of Floorwalker`, { cause: error });
  } finally {
    opened?.close();
  }
}
