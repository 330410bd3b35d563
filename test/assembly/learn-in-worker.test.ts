import { readdirSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { learnInWorker } from '../../src/assembly/learn-in-worker.ts';
import type { Interaction } from '../../src/domain/interaction.ts';
import { createRandom } from '../../src/domain/random.ts';
import { learnModels } from '../../src/recommendation/learn-models.ts';
import { storeInteractions } from '../../src/recommendation/store-interactions.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const NOW_MS = Date.UTC(2026, 2, 1);
const MINUTE_MS = 60_000;

async function shopWithBehaviour() {
  const directory = temporaryDirectory();
  const database = await openSqliteDatabase({ directory });
  onTestFinished(() => database.close());
  await database.transaction(async (query) => {
    for (let product = 0; product < 40; product += 1)
      await query
        .insertInto('products')
        .values({ productId: `p${product}`, document: '{}', contentHash: '', updatedAtMs: 0 })
        .execute();
  });
  const random = createRandom(1);
  const interactions: Interaction[] = Array.from({ length: 1_200 }, (_, index) => ({
    interactionId: `i${index}`,
    type: 'view',
    productId: `p${Math.floor(random() * 40)}`,
    shopperId: `s${index % 100}`,
    occurredAtMs: NOW_MS - Math.floor(random() * 10_000) * MINUTE_MS,
    receivedAtMs: NOW_MS,
  }));
  await storeInteractions(database, interactions);
  return { directory, database };
}

it('learns in threads the very bytes that it learns in this one, and leaves this one free', async () => {
  const { directory, database } = await shopWithBehaviour();
  const task = { nowMs: NOW_MS, knownUntilMs: NOW_MS };
  let turns = 0;
  const ticking = setInterval(() => (turns += 1), 1);
  const heard: number[] = [];
  const learned = await learnInWorker(directory)(task, ({ done }) => heard.push(done));
  clearInterval(ticking);

  expect(turns).toBeGreaterThan(5);
  expect(heard.at(-1)).toBe(1_200);
  const here = await learnModels(database, task);
  expect(learned.judgement).toEqual(here.judgement);
  for (const [kind, payload] of Object.entries(here.payloads ?? {})) {
    const other = Object.entries(learned.payloads ?? {}).find(([name]) => name === kind)?.[1];
    expect([kind, Buffer.from(other ?? []).equals(Buffer.from(payload))]).toEqual([kind, true]);
  }
});

it('tells what a thread failed with, and stops when it is told to', async () => {
  const directory = temporaryDirectory();
  await expect(learnInWorker(directory)({ nowMs: NOW_MS })).rejects.toMatchObject({
    code: expect.stringMatching(/^DATA/),
  });
  expect(readdirSync(directory)).toEqual([]);

  const stopped = new AbortController();
  const { directory: shop } = await shopWithBehaviour();
  const learning = learnInWorker(shop, stopped.signal)({ nowMs: NOW_MS });
  stopped.abort();
  await expect(learning).rejects.toMatchObject({ name: 'AbortError' });
  await expect(learnInWorker(shop, stopped.signal)({ nowMs: NOW_MS })).rejects.toMatchObject({
    name: 'AbortError',
  });
});
