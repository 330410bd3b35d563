import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../src/domain/interaction.ts';
import type { Database } from '../../src/ports/database.ts';
import { loadModels } from '../../src/recommendation/model-store.ts';
import { createRecommender, type Recommender } from '../../src/recommendation/recommender.ts';
import { recordEvents } from '../../src/recommendation/record-events.ts';
import { storeInteractions } from '../../src/recommendation/store-interactions.ts';
import { trainModels } from '../../src/recommendation/train-models.ts';
import { createVisitPace } from '../../src/recommendation/visit-pace.ts';
import { DAY_MS, NOW_MS, openShop, viewed } from './open-shop.ts';

const PRODUCTS = Array.from({ length: 40 }, (_, index) => `p${index}`);
const SHOPPERS = 900;
const BURST = 10_000;

/** Shoppers of four tastes: each chooses among ten products, the first ones more often, and strays now and then. */
function crowd(): Interaction[] {
  return Array.from({ length: SHOPPERS }, (_, shopper) =>
    Array.from({ length: 7 }, (_, step) => {
      const draw = (shopper * 7 + step) * 2_654_435_761;
      const place = Math.floor(((draw >>> 8) % 1_000) ** 2 / 100_000);
      const taste = step === 6 ? (shopper + 1) % 4 : shopper % 4;
      return {
        interactionId: `${shopper}-${step}`,
        type: step % 3 === 0 ? ('purchase' as const) : ('view' as const),
        productId: `p${taste * 10 + place}`,
        shopperId: `customer:${shopper}`,
        market: 'US',
        occurredAtMs: NOW_MS - ((shopper % 20) + 1) * DAY_MS - step,
        receivedAtMs: NOW_MS - DAY_MS,
      };
    }),
  ).flat();
}

async function trained(database: Database): Promise<Recommender> {
  await trainModels({ database, clock: () => NOW_MS, force: true });
  return createRecommender(await loadModels(database));
}

async function flood(database: Database, eventOf: (index: number) => unknown): Promise<void> {
  const { isTooFast } = createVisitPace({ perMinute: 240, visits: 10, clock: () => NOW_MS });
  for (let from = 0; from < BURST; from += 1_000) {
    await recordEvents({
      database,
      batch: Array.from({ length: 1_000 }, (_, index) => eventOf(from + index)),
      caller: {},
      isKnownProduct: () => true,
      markets: new Set(['US']),
      clock: () => NOW_MS,
      isTooFast,
    });
  }
}

const HISTORIES = [0, 3, 11, 14, 22, 27, 35].map((place) => [
  { productId: `p${place}`, weight: 1 },
  { productId: `p${place + 1}`, weight: 3 },
]);

function lists(recommender: Recommender) {
  const all = [
    recommender.popular(undefined, 10),
    recommender.popular('US', 10),
    ...HISTORIES.map((history) => recommender.taste(history, 10)),
  ];
  return {
    ids: all.map((list) => list.map(({ productId }) => productId)),
    scores: all.map((list) => list.map(({ score }) => score)),
  };
}

const order = (day: number) => new Date(NOW_MS - day * DAY_MS).toISOString();
const bought = (products: readonly string[], changes: object) =>
  viewed('', {
    event: 'Order Completed',
    properties: { products: products.map((product_id) => ({ product_id })) },
    ...changes,
  });

describe('a burst of 10,000 events', () => {
  it.each([
    [
      'of one visitor for one product',
      (index: number) => viewed('p39', { messageId: `b${index}`, userId: 'x' }),
    ],
    [
      'of one visitor who claims to buy one product on every day of the year',
      (index: number) =>
        bought(['p39'], { messageId: `b${index}`, userId: 'x', timestamp: order(index % 365) }),
    ],
    [
      'of nobody, for one product, on every day and in every market',
      (index: number) =>
        bought(['p39'], {
          messageId: `b${index}`,
          userId: undefined,
          context: { market: String.fromCharCode(65 + (index % 26), 65 + (index % 25)) },
          timestamp: order(index % 365),
        }),
    ],
    [
      'of one visitor who claims to buy everything',
      (index: number) =>
        bought(PRODUCTS.slice(index % 40, (index % 40) + 5), { messageId: `b${index}`, userId: 'x' }),
    ],
  ])('%s moves nobody else', { timeout: 60_000 }, async (_, eventOf) => {
    const database = await openShop(PRODUCTS);
    await storeInteractions(database, crowd());
    const before = lists(await trained(database));
    await flood(database, eventOf);
    const after = lists(await trained(database));
    expect(after.ids).toEqual(before.ids);
    const changes = after.scores.flatMap((list, index) =>
      list.map((score, place) => Math.abs(score / (before.scores[index]?.[place] ?? 0) - 1)),
    );
    expect(Math.max(...changes)).toBeLessThan(0.01);
  });
});
