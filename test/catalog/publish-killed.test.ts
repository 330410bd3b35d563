import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bring, many, openShop } from '../support/shop-catalogue.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

describe('importCatalogue', () => {
  it('leaves the old catalogue or the new one when the process is killed at any moment', async () => {
    const directory = temporaryDirectory();
    const file = join(temporaryDirectory(), 'feed.jsonl');
    const before = await openShop(directory);
    await bring(before.database, many(500));
    await before.database.close();
    writeFileSync(
      file,
      many(4_000, 250)
        .map((product) => `${JSON.stringify(product)}\n`)
        .join(''),
    );

    for (const delayMs of [0, 90, 180, 270]) {
      const child = spawn(process.execPath, [
        join(import.meta.dirname, '../support/import-feed.ts'),
        directory,
        file,
      ]);
      const closed = new Promise((resolve) => child.once('close', resolve));
      await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
      await wait(delayMs);
      child.kill('SIGKILL');
      await closed;
      const { database, store } = await openShop(directory);
      const version = await store.version();
      expect([await store.count(), version?.version]).toEqual(version?.version === 1 ? [500, 1] : [4_000, 2]);
      await database.close();
    }
    const { database } = await openShop(directory);
    expect(await bring(database, many(4_000, 250), { force: true })).toMatchObject({
      products: 4_000,
      version: 2,
    });
  });
});
