import { mkdirSync } from 'node:fs';
import { AssistantError } from '../../src/errors/assistant-error.ts';

/** What stands in the way, by error code of the operating system. */
const OBSTACLES: Readonly<Record<string, string>> = {
  EEXIST: 'is a file',
  ENOTDIR: 'lies below a file',
  EACCES: 'may not be written by this user',
  EPERM: 'may not be written by this user',
  EROFS: 'is on a disk that cannot be written',
  ENOSPC: 'is on a full disk',
};

/**
 * Makes a data directory, with those above it, for this user alone (mode 0700); one that is there stays as it is.
 *
 * @throws {AssistantError} DATABASE_FAILED saying what stands in the way.
 */
export function makeDataDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const systemCode = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const obstacle = OBSTACLES[systemCode] ?? `cannot be made (${systemCode})`;
    throw new AssistantError(
      'DATABASE_FAILED',
      `${directory} ${obstacle}; choose a directory with --data or FLOORWALKER_DATA`,
      { details: { directory, systemCode }, cause },
    );
  }
}
