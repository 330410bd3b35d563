import { AssistantError, isAssistantError } from '../../src/errors/assistant-error.ts';

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;

/** The primary result code of an error of SQLite; undefined for any other error. */
export function sqliteResultCode(error: unknown): number | undefined {
  // Extended codes keep the primary one in their low byte.
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
}

export const isBusy = (error: unknown): boolean => sqliteResultCode(error) === SQLITE_BUSY;

/**
 * Errors of SQLite become ours by their result code, which stands in `details`: STORAGE_UNAVAILABLE when somebody else holds the
 * database or the disk does not answer, STORAGE_FULL, DATA_CORRUPT, and DATABASE_FAILED for the rest.
 * Everything else passes unchanged.
 */
export function toDatabaseError(error: unknown): unknown {
  const resultCode = sqliteResultCode(error);
  if (isAssistantError(error) || resultCode === undefined || !(error instanceof Error)) return error;
  const options = { details: { resultCode }, cause: error };
  if (resultCode === SQLITE_CORRUPT || resultCode === SQLITE_NOTADB) {
    return new AssistantError(
      'DATA_CORRUPT',
      `The database cannot be read (${error.message}); restore a backup with: floorwalker restore FILE`,
      options,
    );
  }
  if (resultCode === SQLITE_FULL) {
    return new AssistantError(
      'STORAGE_FULL',
      `The disk is full (${error.message}): free space on it`,
      options,
    );
  }
  const isPassing = resultCode === SQLITE_BUSY || resultCode === SQLITE_IOERR;
  return new AssistantError(
    isPassing ? 'STORAGE_UNAVAILABLE' : 'DATABASE_FAILED',
    `The database failed: ${error.message}`,
    options,
  );
}
