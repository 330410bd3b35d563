import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { makeDataDirectory } from './data-directory.ts';
import { isBusy, toDatabaseError } from './database-error.ts';

export interface DataLock {
  release(): void;
}

const LOCK_FILE = 'lock';
const HOLDER_FILE = 'lock-holder.json';
const PATIENCE_MS = 500;

/**
 * Makes this process the only one that writes to a data directory.
 *
 * The lock is an open exclusive transaction of SQLite on a file of its own: the operating system gives it back when
 * the process ends in any way, so a `kill -9` leaves nothing stale, and a reused process id cannot be mistaken for the
 * holder. The file beside it only says who holds it.
 *
 * @param directory Made when absent.
 * @throws {AssistantError} DATA_IN_USE within a second, with the holder's `pid` in `details`; DATABASE_FAILED when the
 *   directory cannot be made or written.
 */
export function acquireDataLock(directory: string): DataLock {
  makeDataDirectory(directory);
  const connection = holdLock(directory);
  try {
    tellHolder(directory);
  } catch (cause) {
    connection.close();
    throw new AssistantError('DATABASE_FAILED', `${directory} cannot be written to`, {
      details: { directory },
      cause,
    });
  }
  return { release: () => connection.close() };
}

function holdLock(directory: string): DatabaseSync {
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(join(directory, LOCK_FILE), { timeout: PATIENCE_MS });
    // The journal stays in memory: nothing is ever written, so nothing has to be recovered.
    connection.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return connection;
  } catch (cause) {
    connection?.close();
    if (!isBusy(cause)) throw toDatabaseError(cause);
    const holder = readHolder(directory);
    const who = holder === undefined ? 'another process' : `process ${holder.pid} (since ${holder.since})`;
    throw new AssistantError(
      'DATA_IN_USE',
      `${directory} is in use by ${who}; stop it, or choose another directory with --data`,
      { details: { directory, ...(holder === undefined ? {} : { pid: holder.pid }) }, cause },
    );
  }
}

function tellHolder(directory: string): void {
  const temporary = join(directory, `${HOLDER_FILE}.${process.pid}`);
  writeFileSync(temporary, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
  renameSync(temporary, join(directory, HOLDER_FILE));
}

function readHolder(directory: string): { pid: number; since: string } | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(join(directory, HOLDER_FILE), 'utf8'));
    const known = holder as { pid: number; since: string };
    return typeof known.pid === 'number' ? known : undefined;
  } catch {
    return undefined;
  }
}
