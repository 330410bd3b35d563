import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createDepartments, type DepartmentOptions } from '../../src/chat/create-departments.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { NOW_MS, SCARVES } from '../support/small-shop.ts';
import { stockedShop } from '../support/stocked-shop.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const { signal } = new AbortController();

async function open(options: Partial<DepartmentOptions> = {}) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  const shop = await stockedShop(SCARVES);
  const opened: [string, readonly string[]][] = [];
  const departments = createDepartments({
    database,
    shop: () => shop,
    parser: () => createEmbeddedParser({ vocabulary: shop.vocabulary, detector: createLanguageDetector() }),
    clock: () => NOW_MS,
    onOpened: async (conversationId, productIds) => void opened.push([conversationId, productIds]),
    visitOf: async () => ({ opened: ['cotton'], history: [] }),
    readiness: () => ({}),
    newId: () => 'test',
    reasonText: createReplier().reasonText,
    ...options,
  });
  return { departments, shop, database, opened };
}

const view = (productId: string, index = 0) => ({
  type: 'track',
  event: 'Product Viewed',
  messageId: `m-${productId}-${index}`,
  anonymousId: 'somebody',
  timestamp: new Date(NOW_MS).toISOString(),
  properties: { product_id: productId },
});

it('shows a product with its variants, and refuses one that is not sold in the market', async () => {
  const { departments } = await open();
  const told = await departments.product('wool-blue', {});
  expect(told.variants.map(({ variantId }) => variantId)).toEqual(['wool-blue-blue', 'wool-blue-green']);
  for (const [productId, place] of [
    ['nothing', {}],
    ['', {}],
  ] as const)
    await expect(departments.product(productId, place)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(departments.product('lamp', { market: 'JP' })).rejects.toMatchObject({
    code: 'UNKNOWN_MARKET',
  });
});

it('lists what is similar without the product itself and without what is sold out', async () => {
  const { departments } = await open();
  const similar = await departments.similar('wool-red', { limit: 10 }, signal);
  const ids = similar.map(({ productId }) => productId);
  expect(ids).not.toContain('wool-red');
  expect(ids).not.toContain('sold-out');
  await expect(departments.similar('nothing', { limit: 3 }, signal)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('gives what goes with a product in the order behaviour says, only what can be had', async () => {
  const { shop } = await open();
  const recommender = {
    ...createRecommender({}),
    goesWith: () => ['sold-out', 'lamp', 'gone', 'cotton'].map((productId) => ({ productId, score: 1 })),
  };
  const { departments } = await open({ shop: () => ({ ...shop, recommender }) });
  const found = await departments.goesWith('wool-red', { limit: 5 }, signal);
  expect(found.map(({ productId }) => productId)).toEqual(['lamp']);
  expect(await departments.goesWith('wool-red', { limit: 1 }, signal)).toHaveLength(1);
});

it('recommends something to nobody, and not what a visit has opened', async () => {
  const { departments } = await open();
  const nobody = await departments.recommendations({ limit: 10 }, signal);
  expect(nobody.map(({ productId }) => productId)).toContain('cotton');
  const visitor = await departments.recommendations({ conversationId: 'c', limit: 10 }, signal);
  expect(visitor.length).toBeGreaterThan(0);
  expect(visitor.map(({ productId }) => productId)).not.toContain('cotton');
});

it('takes the good events of a batch, rejects the others by place, and tells the conversation what was opened', async () => {
  const { departments, opened } = await open();
  const conversation = { conversationId: 'c', shopperId: 'visitor:1', personalization: false, market: 'US' };
  const receipt = await departments.recordEvents([view('lamp'), 'no event', view('cotton', 1)], {
    conversation,
  });
  expect(receipt).toMatchObject({ accepted: 2, rejected: [{ index: 1 }] });
  expect(opened).toEqual([['c', ['lamp', 'cotton']]]);
});

it('counts an event once, however often it comes', async () => {
  const { departments, database } = await open();
  await departments.recordEvents([view('lamp'), view('lamp')], {});
  await departments.recordEvents([view('lamp')], {});
  expect(await database.query.selectFrom('interactions').selectAll().execute()).toHaveLength(1);
});
