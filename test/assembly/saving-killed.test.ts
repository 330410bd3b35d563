import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { unfinished } from '../../connectors/product-index/embedded/save-image.ts';
import { imageFile } from '../../src/assembly/image-store.ts';
import { loadShop } from '../../src/assembly/load-shop.ts';
import { loadConfig } from '../../src/config/config.ts';
import { shopAnswers } from '../support/shop-answers.ts';
import { openShop } from '../support/shop-catalogue.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const KILLS = Number(process.env.FLOORWALKER_TEST_KILLS ?? 3);

it(`starts with the right answers after each of ${KILLS} kills in the middle of saving an index`, {
  timeout: 30_000 + KILLS * 15_000,
}, async () => {
  const directory = temporaryDirectory();
  const cut = { written: 0, between: 0 };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const script = join(import.meta.dirname, '../support/save-index-forever.ts');
    const child = spawn(process.execPath, [script, directory, String(kill)]);
    const ended = once(child, 'close');
    await once(child.stdout, 'data');
    await killWhileSaving(child, directory);
    await ended;
    cut[existsSync(unfinished(imageFile(directory))) ? 'written' : 'between'] += 1;

    const { database, store } = await openShop(directory);
    const answers = async (where: string) => {
      const loaded = await loadShop({
        database,
        directory: where,
        settings: loadConfig({}),
        clock: () => 0,
        note: () => {},
        signal: new AbortController().signal,
      });
      const given = await shopAnswers(loaded.current());
      await loaded.close();
      return given;
    };
    const restarted = await answers(directory);
    expect(restarted.size).toBe(await store.count());
    expect(restarted).toEqual(await answers(temporaryDirectory()));
    await database.close();
  }
  process.stdout.write(
    `killed while a file was half written ${cut.written} times, at another moment ${cut.between} times\n`,
  );
});

/** Waits for a half-written index, not for ever, and strikes a random moment later. */
async function killWhileSaving(child: ReturnType<typeof spawn>, directory: string): Promise<void> {
  for (let look = 0; look < 2_000 && !existsSync(unfinished(imageFile(directory))); look += 1) await wait(1);
  const soon = randomInt(0, 4);
  if (soon > 0) await wait(soon);
  child.kill('SIGKILL');
}
