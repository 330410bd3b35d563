import { expect, it, onTestFinished } from 'vitest';
import { loadShop } from '../../src/assembly/load-shop.ts';
import { openTraining } from '../../src/assembly/open-training.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { Interaction } from '../../src/domain/interaction.ts';
import type { Database } from '../../src/ports/database.ts';
import { rollBackModels } from '../../src/recommendation/model-store.ts';
import { storeInteractions } from '../../src/recommendation/store-interactions.ts';
import { trainModels } from '../../src/recommendation/train-models.ts';
import { bring, lastImportMs, many, openShop } from '../support/shop-catalogue.ts';

/** Shoppers who all choose the two products side by side. */
async function chooseTogether(database: Database, ...pair: readonly string[]): Promise<void> {
  const interactions = Array.from({ length: 40 }, (_, shopper) =>
    pair.map((productId, place): Interaction => {
      const atMs = lastImportMs() + place * 1_000;
      const interactionId = `${pair.join()}-${shopper}-${place}`;
      return {
        interactionId,
        type: 'purchase',
        productId,
        shopperId: `${pair.join()}-${shopper}`,
        occurredAtMs: atMs,
        receivedAtMs: atMs,
      };
    }),
  ).flat();
  await storeInteractions(database, interactions);
}

async function openWithTraining() {
  const data = await openShop();
  await bring(data.database, many(30));
  let nowMs = lastImportMs();
  const clock = () => nowMs;
  const notes: string[] = [];
  const { signal } = new AbortController();
  const shop = await loadShop({
    ...data,
    settings: loadConfig({}),
    clock,
    note: (text) => notes.push(text),
    signal,
  });
  onTestFinished(() => shop.close());
  const training = openTraining({ ...data, shop, clock, signal });
  onTestFinished(() => training.close());
  const companions = (productId: string) =>
    shop
      .current()
      .recommender.goesWith(productId, 5)
      .map((candidate) => candidate.productId);
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { ...data, shop, desk: training.desk, companions, clock, pass, notes };
}

async function learn({ desk }: Awaited<ReturnType<typeof openWithTraining>>) {
  await desk.start(false);
  await desk.settled();
  return (await desk.read()).job;
}

it('answers by what was learned as soon as it is learned, and by the version before when it is taken back', async () => {
  const open = await openWithTraining();
  const { database, shop, desk, companions, pass } = open;
  expect(companions('p00001')).toEqual([]);
  await chooseTogether(database, 'p00001', 'p00002');
  expect(await learn(open)).toMatchObject({ state: 'done', report: { version: 1, activated: true } });
  expect(companions('p00001')).toEqual(['p00002']);
  const first = shop.current();
  expect(first.rankingVersion).toContain('neighbours:1');

  await chooseTogether(database, 'p00001', 'p00003');
  pass(1_000);
  expect(await learn(open)).toMatchObject({ state: 'done', report: { version: 2, activated: true } });
  expect(companions('p00001')).toEqual(['p00002', 'p00003']);
  expect(shop.current().rankingVersion).toContain('neighbours:2');
  // What was begun keeps what it began with.
  expect(first.rankingVersion).toContain('neighbours:1');
  expect(first.recommender.goesWith('p00001', 5)).toHaveLength(1);

  expect(await desk.rollBack()).toEqual({ version: 1, replaced: 2 });
  expect(companions('p00001')).toEqual(['p00002']);
  expect(shop.current().rankingVersion).toContain('neighbours:1');
  await expect(desk.rollBack()).rejects.toMatchObject({ code: 'CONFLICT' });
});

it('sees within a second what was put in force beside it, and keeps what it has when that cannot be read', async () => {
  const { database, shop, companions, clock, pass, notes } = await openWithTraining();
  await chooseTogether(database, 'p00001', 'p00002');
  await trainModels({ database, clock });
  expect(companions('p00001')).toEqual([]);
  pass(999);
  expect(companions('p00001')).toEqual([]);
  pass(1);
  await expect.poll(() => companions('p00001')).toEqual(['p00002']);

  await trainModels({ database, clock });
  await database.transaction(async (query) => {
    await query
      .updateTable('models')
      .set({ payload: Buffer.from('cut') })
      .where('version', '=', 2)
      .execute();
  });
  pass(1_000);
  shop.current();
  await expect.poll(() => notes).toEqual([expect.stringContaining('floorwalker train')]);
  expect(companions('p00001')).toEqual(['p00002']);
  await rollBackModels(database);
  await shop.refreshModels();
  expect(shop.current().rankingVersion).toContain('neighbours:1');
});

it('ends learning when the shop closes', async () => {
  const { database, desk, ...data } = await openWithTraining();
  await chooseTogether(database, 'p00001', 'p00002');
  const stop = new AbortController();
  const other = openTraining({ ...data, database, signal: stop.signal });
  await other.desk.start(false);
  await other.close();
  expect((await other.desk.read()).job).toMatchObject({ state: 'failed' });
  expect((await desk.read()).versions).toEqual([]);
});
