import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../src/domain/interaction.ts';
import { createRandom } from '../../src/domain/random.ts';
import type { Database } from '../../src/ports/database.ts';
import { MODEL_KINDS } from '../../src/recommendation/model-kinds.ts';
import { loadModels } from '../../src/recommendation/model-store.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { storeInteractions } from '../../src/recommendation/store-interactions.ts';
import { trainModels } from '../../src/recommendation/train-models.ts';
import { DAY_MS, NOW_MS, openShop } from './open-shop.ts';

const PRODUCTS = Array.from({ length: 400 }, (_, index) => `p${index}`);
const TASTES = 20;

/** Shoppers who buy within one of twenty tastes, or at random. */
function behaviour(options: {
  seed: number;
  random: boolean;
  receivedAtMs: number;
  events: number;
}): Interaction[] {
  const random = createRandom(options.seed);
  const pick = (count: number): number => Math.floor(random() * count);
  return Array.from({ length: 200 * options.events }, (_, index) => {
    const shopper = index % 200;
    const product = options.random ? pick(400) : (shopper % TASTES) + TASTES * pick(400 / TASTES);
    return {
      interactionId: `${options.seed}-${index}`,
      type: 'purchase',
      productId: `p${product}`,
      shopperId: `s${shopper}`,
      occurredAtMs: NOW_MS - Math.floor(random() * 30 * DAY_MS),
      receivedAtMs: options.receivedAtMs,
    };
  });
}

const train = (database: Database, nowMs: number, force = false) =>
  trainModels({ database, clock: () => nowMs, force });

const versionOfAll = (version: number) => Object.fromEntries(MODEL_KINDS.map((kind) => [kind, version]));

const activeVersions = async (database: Database) => (await loadModels(database)).versions;

describe('trainModels', () => {
  it('learns planted tastes far better than popularity does, and puts the model in force', async () => {
    const database = await openShop(PRODUCTS);
    await storeInteractions(database, behaviour({ seed: 1, random: false, receivedAtMs: NOW_MS, events: 6 }));
    const report = await train(database, NOW_MS);

    expect(report).toMatchObject({ version: 1, activated: true, interactions: 1_200, shoppers: 200 });
    expect(report.quality['recall@20']).toBeGreaterThan(2 * report.baseline['recall@20']);
    const models = await loadModels(database);
    expect(models.versions).toEqual(versionOfAll(1));
    const [best] = createRecommender(models).goesWith('p0', 1);
    expect(Number(best?.productId.slice(1)) % TASTES).toBe(0);
  });

  it('refuses a model that learned from noise, keeps the one before, and yields to force', async () => {
    const database = await openShop(PRODUCTS);
    await storeInteractions(
      database,
      behaviour({ seed: 1, random: false, receivedAtMs: NOW_MS, events: 12 }),
    );
    await train(database, NOW_MS);
    const noise = behaviour({ seed: 2, random: true, receivedAtMs: NOW_MS + 1, events: 12 }).map((event) => ({
      ...event,
      // Long ago: what is to be foretold stays a matter of taste.
      occurredAtMs: event.occurredAtMs - 20 * DAY_MS,
    }));
    await storeInteractions(database, noise);
    const refused = await train(database, NOW_MS + 2);

    expect(refused).toMatchObject({
      version: 2,
      activated: false,
      reason: expect.stringContaining('recall@20'),
    });
    expect(refused.before?.['recall@20']).toBeGreaterThan(refused.quality['recall@20']);
    expect(await activeVersions(database)).toEqual(versionOfAll(1));

    expect(await train(database, NOW_MS + 3, true)).toMatchObject({ version: 3, activated: true });
    expect(await activeVersions(database)).toEqual(versionOfAll(3));
  });

  it('puts an unchanged model in force again, and keeps five older versions', async () => {
    const database = await openShop(PRODUCTS);
    await storeInteractions(database, behaviour({ seed: 1, random: false, receivedAtMs: NOW_MS, events: 3 }));
    for (let version = 1; version <= 8; version += 1) {
      expect(await train(database, NOW_MS + version)).toMatchObject({ version, activated: true });
    }
    const rows = await database.query
      .selectFrom('models')
      .select('version')
      .where('kind', '=', 'neighbours')
      .orderBy('version')
      .execute();
    expect(rows.map(({ version }) => version)).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it('learns nothing from nothing, and nothing of products that are gone', async () => {
    const database = await openShop(['p0']);
    expect(await train(database, NOW_MS)).toMatchObject({ version: 0, activated: false, interactions: 0 });
    await storeInteractions(database, [
      {
        interactionId: 'gone',
        type: 'view',
        productId: 'gone',
        shopperId: 's',
        occurredAtMs: NOW_MS,
        receivedAtMs: NOW_MS,
      },
    ]);
    expect(await train(database, NOW_MS)).toMatchObject({ version: 0, interactions: 0 });
    expect(await loadModels(database)).toEqual({ versions: {} });
  });
});
