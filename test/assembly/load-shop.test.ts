import { expect, it, onTestFinished } from 'vitest';
import { type LoadOptions, loadShop } from '../../src/assembly/load-shop.ts';
import { loadConfig, type Settings } from '../../src/config/config.ts';
import type { Product, Variant } from '../../src/domain/product.ts';
import { type FakeModes, good, startFakeOpenAi, status } from '../support/fake-openai/server.ts';
import { startFakeQdrant } from '../support/fake-qdrant/start-fake-qdrant.ts';
import { bring, lastImportMs, many, openShop } from '../support/shop-catalogue.ts';

const EMBEDDED = loadConfig({});

async function endpoint(mode: FakeModes) {
  const fake = await startFakeOpenAi({ mode, embeddings: { dimensions: 8 } });
  onTestFinished(() => fake.close());
  const settings = loadConfig({
    FLOORWALKER_EMBEDDING_MODEL: 'openai:vectors',
    FLOORWALKER_EMBEDDING_BASE_URL: fake.baseUrl,
  });
  return { fake, settings };
}

async function load(
  { database, directory }: Awaited<ReturnType<typeof openShop>>,
  settings: Settings,
  options: Partial<LoadOptions> = {},
) {
  const notes: string[] = [];
  const { signal } = new AbortController();
  const loaded = await loadShop({
    database,
    directory,
    settings,
    clock: lastImportMs,
    note: (text) => notes.push(text),
    signal,
    waitForVectors: true,
    ...options,
  });
  onTestFinished(() => loaded.close());
  return { loaded, shop: loaded.current(), notes };
}

it('holds the whole published catalogue, and names its versions', async () => {
  const data = await openShop();
  await bring(data.database, many(700));
  const { loaded, shop, notes } = await load(data, EMBEDDED);
  expect([shop.index.size(), shop.vocabulary.size(), loaded.degraded(), notes]).toEqual([700, 700, [], []]);
  expect(shop.markets.length).toBeGreaterThan(0);
  expect(shop.rankingVersion).toMatch(/^catalogue:1 weights:/);
});

it('asks an outside model for new texts only, from one start to the next', async () => {
  const data = await openShop();
  const { fake, settings } = await endpoint(good('ok'));
  const asked = () => fake.requests.flatMap(({ body }) => body.input).length;
  await bring(data.database, many(20));
  const first = await load(data, settings);
  expect([first.shop.embedder.name, first.loaded.degraded(), asked()]).toEqual(['openai:vectors', [], 20]);
  await bring(data.database, many(23));
  await load(data, settings);
  // Three new ones, and one that is kept to see that it is still the same model.
  expect(asked()).toBe(24);
});

it('falls back to vectors of its own when the endpoint is down at the start, and says so', async () => {
  const data = await openShop();
  const { settings } = await endpoint(status(401));
  await bring(data.database, many(5));
  const { loaded, shop, notes } = await load(data, settings);
  expect(loaded.degraded()).toMatchObject([{ component: 'embedding-model' }]);
  expect(notes.join('\n')).toContain('using the vectors trained on the catalogue');
  expect(shop.index.size()).toBe(5);
});

it('fills a Qdrant server when one is named, and leaves its key out of what it says', async () => {
  const data = await openShop();
  const fake = await startFakeQdrant({ apiKey: 'swordfish' });
  onTestFinished(() => fake.close());
  await bring(data.database, many(700));
  const settings = loadConfig({
    FLOORWALKER_QDRANT_URL: fake.url,
    FLOORWALKER_QDRANT_API_KEY: 'swordfish',
    FLOORWALKER_QDRANT_COLLECTION: 'shop',
  });
  const { shop, notes } = await load(data, settings);
  expect([shop.index.size(), shop.degraded, shop.indexEngine.answers()]).toEqual([700, [], true]);
  expect(shop.indexEngine.name).toBe(`Qdrant at ${new URL(fake.url).host}, collection shop`);
  expect([...fake.aliases.keys()]).toEqual(['shop']);
  expect(notes.join()).not.toContain('swordfish');
});

it.each([
  ['does not answer', { version: '1.16.0' }, /^GET \/$/],
  ['is too old', { version: '1.2.0' }, undefined],
  ['breaks while it is filled', { version: '1.16.0' }, /^PUT .*\/points$/],
])('takes the embedded index when Qdrant %s, and says so', async (_, options, brokenFor) => {
  const data = await openShop();
  const fake = await startFakeQdrant(options);
  onTestFinished(() => fake.close());
  if (brokenFor !== undefined) fake.refuse = (name) => (brokenFor.test(name) ? 503 : undefined);
  await bring(data.database, many(1200));
  const { shop, notes } = await load(data, loadConfig({ FLOORWALKER_QDRANT_URL: fake.url }));
  expect([shop.index.size(), shop.vocabulary.size()]).toEqual([1200, 1200]);
  expect(shop.degraded).toMatchObject([{ component: 'product-index' }]);
  expect(shop.indexEngine.name).toContain('embedded');
  expect(notes.join('\n')).toContain('using the embedded index');
  expect(fake.collections.size).toBe(0);
});

it('brings a price that Qdrant did not take once more, the next time it is looked at', async () => {
  const data = await openShop();
  const fake = await startFakeQdrant();
  onTestFinished(() => fake.close());
  const [plain] = many(1);
  const beginMs = lastImportMs() + 60_000;
  const onSale = (product: Product): Product => ({
    ...product,
    variants: product.variants.map((variant) => ({
      ...variant,
      offers: mapOffers(variant.offers, beginMs),
    })),
  });
  await bring(data.database, plain === undefined ? [] : [onSale(plain)]);
  const { shop } = await load(data, loadConfig({ FLOORWALKER_QDRANT_URL: fake.url }));
  const price = async () => {
    const scope = { market: shop.markets[0]?.country ?? '', filters: [] };
    return (await shop.index.priceRange(scope, new AbortController().signal))?.[0];
  };
  fake.refuse = (name) => (/^PUT .*\/points$/.test(name) ? 503 : undefined);
  await expect(shop.refreshPrices(beginMs)).rejects.toMatchObject({ code: 'INDEX_UNAVAILABLE' });
  expect(await price()).toBeGreaterThan(1);
  fake.refuse = () => undefined;
  await shop.refreshPrices(beginMs);
  expect(await price()).toBe(1);
});

it('opens a shop without any product', async () => {
  const data = await openShop();
  const { shop } = await load(data, EMBEDDED);
  expect([shop.index.size(), shop.markets, shop.productAt('/p/1')]).toEqual([0, [], undefined]);
  await shop.refreshPrices(lastImportMs());
});

/** A sale of one minor unit, from the moment on. */
function mapOffers(offers: Variant['offers'], fromMs: number): Variant['offers'] {
  return Object.fromEntries(
    Object.entries(offers).map(([market, offer]) => [
      market,
      { ...offer, sale: { price: { ...offer.price, amountMinor: 1 }, fromMs } },
    ]),
  );
}
