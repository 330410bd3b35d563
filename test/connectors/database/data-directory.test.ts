import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeDataDirectory } from '../../../connectors/database/data-directory.ts';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

it('makes the directory and those above it for this user alone, and leaves one that is there', () => {
  const directory = join(temporaryDirectory(), 'shops', 'mine');
  makeDataDirectory(directory);
  makeDataDirectory(directory);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
});

it('says in words that a file stands where the directory should be, or above it', async () => {
  const file = join(temporaryDirectory(), 'notes.txt');
  writeFileSync(file, 'not a directory');
  await expect(openSqliteDatabase({ directory: file })).rejects.toMatchObject({
    code: 'DATABASE_FAILED',
    message: `${file} is a file; choose a directory with --data or FLOORWALKER_DATA`,
  });
  await expect(openSqliteDatabase({ directory: join(file, 'below') })).rejects.toMatchObject({
    code: 'DATABASE_FAILED',
    details: { systemCode: 'ENOTDIR' },
  });
});
