import { cpSync, existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { DATABASE_FILE, openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { openSqliteBeside } from '../../../connectors/database/sqlite-beside.ts';
import { createRandom } from '../../../src/domain/random.ts';
import type { Database } from '../../../src/ports/database.ts';
import { bytesOf } from '../../support/bytes-of.ts';

import { temporaryDirectory } from '../../support/temporary-directory.ts';

const CANARY = 'said-in-confidence';
const DAY_MS = 86_400_000;

type Writer = Pick<Database, 'transaction'>;

const say = (database: Writer, country: string, origin = CANARY) =>
  database.transaction((write) =>
    write.insertInto('markets').values({ country, currency: 'EUR', languages: '[]', origin }).execute(),
  );

const erase = (database: Writer) =>
  database.transaction(
    (write) => write.deleteFrom('markets').where('origin', 'like', `${CANARY}%`).execute(),
    { erases: true },
  );

const isGone = (directory: string) =>
  expect.poll(() => bytesOf(directory).includes(CANARY), { timeout: 20_000, interval: 100 }).toBe(false);

it('leaves no word of what was erased in any file while it stays open', async () => {
  const directory = temporaryDirectory();
  const database = await openSqliteDatabase({ directory });
  await say(database, 'DE');
  expect(bytesOf(directory)).toContain(CANARY);
  await erase(database);
  await isGone(directory);
  await database.close();
});

it('waits for a reader who sees what stood before, writes meanwhile, and folds when they are done', async () => {
  const directory = temporaryDirectory();
  const database = await openSqliteDatabase({ directory });
  await say(database, 'DE');
  const reader = new DatabaseSync(join(directory, DATABASE_FILE), { readOnly: true });
  reader.exec('BEGIN; SELECT * FROM markets');
  await erase(database);
  // As long as it takes until the log would have been folded without them.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await say(database, 'AT', 'said by all');
  expect(reader.prepare('SELECT origin FROM markets').all()).toEqual([{ origin: CANARY }]);
  expect(bytesOf(directory)).toContain(CANARY);
  reader.close();
  await isGone(directory);
  await database.close();
});

it('leaves no word in the files of a server when another process erased it', async () => {
  const directory = temporaryDirectory();
  const server = await openSqliteDatabase({ directory });
  await say(server, 'DE');
  const beside = openSqliteBeside(directory);
  await erase(beside);
  await beside.close();
  expect(bytesOf(directory)).not.toContain(CANARY);
  await server.close();
});

/** Rows of many lengths between others, changed again and again: SQLite moves them from page to page. */
async function stir(database: Database, seed: number): Promise<void> {
  const draw = createRandom(seed);
  await database.transaction(async (write) => {
    for (let number = 0; number < 1_500; number += 1) {
      const origin = `${draw() < 0.15 ? CANARY : 'of no interest'}-${number}${'x'.repeat(draw() * draw() * 900)}`;
      const country = `${Math.floor(draw() * 1e9)}-${number}`;
      await write
        .insertInto('markets')
        .values({ country, currency: 'EUR', languages: '[]', origin })
        .execute();
      const other = await write
        .selectFrom('markets')
        .select('country')
        .where('country', '>', String(Math.floor(draw() * 1e9)))
        .where('origin', 'like', `${CANARY}%`)
        .executeTakeFirst();
      if (other === undefined) continue;
      const longer = { origin: `${CANARY}-again-${'y'.repeat(draw() * 700)}` };
      await write.updateTable('markets').set(longer).where('country', '=', other.country).execute();
    }
  });
}

it.each([1, 2, 3])(
  'leaves no remains in pages that were rebuilt, seed %i, also when it was killed before it could clear them',
  async (seed) => {
    const [directory, killed] = [temporaryDirectory(), temporaryDirectory()];
    const database = await openSqliteDatabase({ directory });
    await stir(database, seed);
    await erase(database);
    cpSync(directory, killed, {
      recursive: true,
      filter: (path) => !path.endsWith('lock') && !path.endsWith('lock-holder.json'),
    });
    await database.close();
    expect(bytesOf(directory)).not.toContain(CANARY);

    expect(bytesOf(killed)).toContain(CANARY);
    const again = await openSqliteDatabase({ directory: killed });
    expect(bytesOf(killed)).not.toContain(CANARY);
    const rows = await again.query.selectFrom('markets').select('country').execute();
    expect(rows.length).toBeGreaterThan(500);
    await again.close();
  },
);

it('removes what a restore put aside after a week, not before', async () => {
  const directory = temporaryDirectory();
  const aside = join(directory, `${DATABASE_FILE}.before-restore`);
  for (const [days, isKept] of [
    [6, true],
    [8, false],
  ] as const) {
    writeFileSync(aside, CANARY);
    const at = new Date(Date.now() - days * DAY_MS);
    utimesSync(aside, at, at);
    const database = await openSqliteDatabase({ directory });
    expect(existsSync(aside)).toBe(isKept);
    await database.close();
  }
});
