import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backupDirectory, restoreDirectory } from '../../../connectors/database/backup-file.ts';
import { DATABASE_FILE, openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import type { Database } from '../../../src/ports/database.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const addMarket = (database: Database, country: string) =>
  database.transaction(async (query) => {
    await query
      .insertInto('markets')
      .values({ country, currency: 'EUR', languages: '[]', origin: 'import' })
      .execute();
  });

const countries = async (directory: string) => {
  const database = await openSqliteDatabase({ directory });
  const rows = await database.query.selectFrom('markets').select('country').execute();
  await database.close();
  return rows.map((row) => row.country);
};

it('brings back the state of the moment of the backup, which a running writer does not disturb', async () => {
  const directory = temporaryDirectory();
  const file = join(temporaryDirectory(), 'state.backup');
  const database = await openSqliteDatabase({ directory });
  await addMarket(database, 'DE');
  await backupDirectory(directory, file);
  await addMarket(database, 'FR');
  await database.close();

  await restoreDirectory(file, directory);
  expect(await countries(directory)).toEqual(['DE']);
  const elsewhere = temporaryDirectory();
  await restoreDirectory(file, elsewhere);
  expect(await countries(elsewhere)).toEqual(['DE']);
});

it('changes nothing when the backup is damaged, cut short, or not ours', async () => {
  const directory = temporaryDirectory();
  const folder = temporaryDirectory();
  const database = await openSqliteDatabase({ directory });
  await addMarket(database, 'DE');
  await backupDirectory(directory, join(folder, 'good'));
  await database.close();
  const bytes = readFileSync(join(folder, 'good'));
  writeFileSync(join(folder, 'cut'), bytes.subarray(0, bytes.length / 2));
  writeFileSync(join(folder, 'words'), 'not a backup');

  for (const name of ['cut', 'words']) {
    await expect(restoreDirectory(join(folder, name), directory)).rejects.toMatchObject({
      code: 'DATA_CORRUPT',
    });
  }
  await expect(restoreDirectory(join(folder, 'absent'), directory)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await countries(directory)).toEqual(['DE']);
});

it('refuses to restore under a running server', async () => {
  const directory = temporaryDirectory();
  const file = join(temporaryDirectory(), 'state.backup');
  const database = await openSqliteDatabase({ directory });
  await backupDirectory(directory, file);
  expect(existsSync(`${file}-wal`)).toBe(false);
  await expect(restoreDirectory(file, directory)).rejects.toMatchObject({ code: 'DATA_IN_USE' });
  await database.close();
});

it('takes the place of a damaged state, and keeps that beside it', async () => {
  const directory = temporaryDirectory();
  const file = join(temporaryDirectory(), 'state.backup');
  const database = await openSqliteDatabase({ directory });
  await addMarket(database, 'DE');
  await backupDirectory(directory, file);
  await database.close();
  const damaged = 'no database any more, just words that are long enough'.repeat(20);
  writeFileSync(join(directory, DATABASE_FILE), damaged);

  await restoreDirectory(file, directory);
  expect(await countries(directory)).toEqual(['DE']);
  expect(readFileSync(join(directory, `${DATABASE_FILE}.before-restore`), 'utf8')).toBe(damaged);
});
