import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalogueStore } from '../../src/catalog/catalogue-store.ts';
import type { Product } from '../../src/domain/product.ts';
import type { Database } from '../../src/ports/database.ts';
import { listedProduct, listedSource } from '../support/listed-products.ts';
import { bring, lastImportMs, many, openShop } from '../support/shop-catalogue.ts';

async function contents(database: Database): Promise<Record<string, unknown>> {
  const rows = await database.query.selectFrom('products').selectAll().orderBy('productId').execute();
  const markets = await createCatalogueStore(database).markets();
  return { rows, markets, version: (await createCatalogueStore(database).version())?.version };
}

const refusal = (code: string) => expect.objectContaining({ code });

describe('importCatalogue', () => {
  it('publishes products and markets as a new version and reports them', async () => {
    const { database, store } = await openShop();
    const report = await bring(database, [listedProduct('a'), 'fault', listedProduct('b', { US: 1, DE: 2 })]);
    expect(report).toMatchObject({
      version: 1,
      unchanged: false,
      products: 2,
      variants: 2,
      added: 2,
      changed: 0,
      removed: 0,
      rejectedTotal: 1,
      rejectedByCode: { 'price-missing': 1 },
      markets: ['DE', 'US'],
    });
    expect(report.rejected).toEqual([{ line: 2, code: 'price-missing', reason: 'There is no price' }]);
    expect((await store.products(['a', 'b', 'unknown'])).size).toBe(2);
    expect(await store.markets()).toEqual([
      { country: 'DE', currency: 'EUR', languages: ['en', 'de'] },
      { country: 'US', currency: 'USD', languages: ['en'] },
    ]);
    expect(await store.version()).toMatchObject({ version: 1, products: 2, origin: 'import' });
  });

  it('writes nothing when the catalogue is the same', async () => {
    const { database } = await openShop();
    await bring(database, many(450));
    const before = await contents(database);
    expect(await bring(database, many(450).reverse())).toMatchObject({
      unchanged: true,
      version: 1,
      added: 0,
      changed: 0,
      removed: 0,
    });
    expect(await contents(database)).toEqual(before);
  });

  it('touches only the rows that differ', async () => {
    const { database, store } = await openShop();
    await bring(database, [listedProduct('a'), listedProduct('b'), listedProduct('c')]);
    const first = lastImportMs();
    const report = await bring(database, [
      listedProduct('a'),
      listedProduct('b', { US: 5 }),
      listedProduct('d'),
    ]);
    expect(report).toMatchObject({ version: 2, added: 1, changed: 1, removed: 1 });
    const rows = await database.query
      .selectFrom('products')
      .select(['productId', 'updatedAtMs'])
      .orderBy('productId')
      .execute();
    expect(rows.map(({ productId, updatedAtMs }) => [productId, updatedAtMs === first])).toEqual([
      ['a', true],
      ['b', false],
      ['d', false],
    ]);
    expect(await store.count()).toBe(3);
  });

  it('rejects the second product of an id and names the line of the first', async () => {
    const { database } = await openShop();
    const report = await bring(database, [
      listedProduct('a'),
      listedProduct('b'),
      listedProduct('a', { US: 9 }),
    ]);
    expect(report.rejected).toEqual([
      { line: 3, id: 'a', code: 'id-twice', reason: 'The id stands already in line 1' },
    ]);
  });

  it('rejects a price in another currency than its market', async () => {
    const { database } = await openShop();
    const euros: Product = JSON.parse(JSON.stringify(listedProduct('b')).replace('USD', 'EUR'));
    const report = await bring(database, [listedProduct('a'), euros]);
    expect(report.rejectedByCode).toEqual({ 'currency-mismatch': 1 });
  });

  it('replaces one market and keeps the others', async () => {
    const { database, store } = await openShop();
    await bring(database, [listedProduct('a'), listedProduct('b')]);
    const german = await bring(database, [
      listedProduct('b', { DE: 7 }, { language: 'de', title: 'Becher' }),
      listedProduct('c', { DE: 8 }),
    ]);
    expect(german).toMatchObject({ added: 1, changed: 1, removed: 0, markets: ['DE'] });
    expect((await store.markets()).map(({ country }) => country)).toEqual(['DE', 'US']);
    const [b] = (await store.products(['b'])).values();
    expect(Object.keys(b?.variants[0]?.offers ?? {})).toEqual(['DE', 'US']);
    expect(Object.keys(b?.texts ?? {})).toEqual(['de', 'en']);

    expect(await bring(database, [listedProduct('a')])).toMatchObject({ changed: 1, removed: 0 });
    const [after] = (await store.products(['b'])).values();
    expect(Object.keys(after?.variants[0]?.offers ?? {})).toEqual(['DE']);
    expect(await bring(database, [listedProduct('a', { DE: 1 })], { force: true })).toMatchObject({
      removed: 2,
    });
  });

  it('removes the demo with the first catalogue of the shop, and never brings it back', async () => {
    const { database, store } = await openShop();
    await bring(database, [...many(300), listedProduct('a', { FR: 3 })], { origin: 'demo' });
    const report = await bring(database, [listedProduct('a', { DE: 7 })]);
    expect(report).toMatchObject({ removed: 300, changed: 1 });
    expect(await store.markets()).toEqual([{ country: 'DE', currency: 'EUR', languages: ['en', 'de'] }]);
    const [a] = (await store.products(['a'])).values();
    expect(Object.keys(a?.variants[0]?.offers ?? {})).toEqual(['DE']);
    await expect(bring(database, many(2), { origin: 'demo' })).rejects.toEqual(refusal('CATALOGUE_REFUSED'));
  });

  it('puts the languages of a named market first', async () => {
    const { database, store } = await openShop();
    await bring(database, [listedProduct('a', { DE: 7 })], {
      market: { country: 'DE', currency: 'EUR', languages: ['fr', 'de'] },
    });
    expect((await store.markets())[0]?.languages).toEqual(['fr', 'de', 'en']);
  });

  it.each([
    ['no valid product', ['fault'] as const, undefined],
    ['more faults than products', [listedProduct('x'), 'fault', 'fault'] as const, true],
    ['a large removal', many(20), true],
    ['a source that breaks in the middle', [...many(900), new RangeError('cut')], undefined],
  ] as const)('refuses %s and changes nothing', async (_, entries, forcible) => {
    const { database } = await openShop();
    await bring(database, many(120));
    const before = await contents(database);
    await expect(bring(database, entries)).rejects.toThrow();
    expect(await contents(database)).toEqual(before);
    expect(await database.query.selectFrom('stagedProducts').select('productId').execute()).toEqual([]);
    if (forcible === true)
      expect(await bring(database, entries, { force: true })).toMatchObject({ unchanged: false });
  });

  it('allows the removal of most of a small catalogue', async () => {
    const { database } = await openShop();
    await bring(database, many(100));
    expect(await bring(database, many(3))).toMatchObject({ removed: 97 });
  });

  it('stops when it is told to, and changes nothing', async () => {
    const { database, store } = await openShop();
    const controller = new AbortController();
    const source = listedSource(many(5_000));
    const stopped: typeof source = {
      ...source,
      async *read(signal) {
        for await (const item of source.read(signal)) {
          if (item.kind === 'product' && item.value.line === 3_000) controller.abort();
          signal.throwIfAborted();
          yield item;
        }
      },
    };
    await expect(bring(database, [], { source: stopped, signal: controller.signal })).rejects.toThrow();
    expect(await store.version()).toBeUndefined();
  });

  it('refuses a second import while one runs, and shows readers the old catalogue or the new one', async () => {
    const { database, store } = await openShop();
    await bring(database, many(1_000));
    const running = bring(database, [...many(1_000, 500), ...many(2_000, 10_000)]);
    await expect(bring(database, many(1))).rejects.toEqual(refusal('CONFLICT'));
    const counts = new Set<number>();
    let done = false;
    const watching = (async () => {
      while (!done) {
        counts.add(await store.count());
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await running;
    done = true;
    await watching;
    counts.add(await store.count());
    expect([...counts].sort((left, right) => left - right)).toEqual([1_000, 3_000]);
  });

  it('is the same catalogue in whatever order a feed tells it', async () => {
    const price = fc.integer({ min: 1, max: 500 });
    const feed = fc.dictionary(fc.constantFrom(...'abcdefgh'), price, { minKeys: 1 });
    await fc.assert(
      fc.asyncProperty(feed, feed, async (first, second) => {
        const { database, store } = await openShop();
        const toProducts = (prices: Record<string, number>) =>
          Object.entries(prices).map(([id, amount]) => listedProduct(id, { US: amount }));
        await bring(database, toProducts(first));
        const report = await bring(database, toProducts(second).reverse());
        const ids: string[] = [];
        for await (const product of store.all()) ids.push(product.productId);
        expect(ids).toEqual(Object.keys(second).sort());
        expect(Object.keys(first).length + report.added - report.removed).toBe(ids.length);
        await database.close();
      }),
      { numRuns: 15 },
    );
  });
});
