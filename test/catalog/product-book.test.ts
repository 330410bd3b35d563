import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createProductBook, writeProductBook } from '../../src/catalog/product-book.ts';
import type { Product } from '../../src/domain/product.ts';
import { product } from '../support/small-shop.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const { signal } = new AbortController();

function coded(id: string, title: string, ...codes: readonly string[]): Product {
  const offers = {};
  const variants = codes.map((sku) => ({ variantId: sku, attributes: {}, offers, sku }));
  return { ...product({ id, title }), variants };
}

async function openBook() {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  let version = 0;
  /** Puts products in and takes others away, as an import does. */
  const publish = async (products: readonly Product[], removed: readonly string[] = []) => {
    version += 1;
    const atMs = version * 1_000;
    await database.transaction(async (query) => {
      const gone = [...removed, ...products.map(({ productId }) => productId)];
      if (gone.length > 0) await query.deleteFrom('products').where('productId', 'in', gone).execute();
      for (const each of products)
        await query
          .insertInto('products')
          .values({
            productId: each.productId,
            document: JSON.stringify(each),
            contentHash: String(version),
            updatedAtMs: atMs,
          })
          .execute();
      await query
        .insertInto('catalogueVersions')
        .values({ publishedAtMs: atMs, origin: 'import', contentHash: '', products: 0, report: '{}' })
        .execute();
    });
    await writeProductBook(database, signal);
  };
  const { find } = createProductBook(database);
  const named = async (text: string) =>
    (await find(text)).map(({ productId, variantId, as }) => [productId, variantId, as]);
  return { database, publish, named, find };
}

it('finds a product by its codes and by its title, and the variant that has the code', async () => {
  const { publish, named } = await openBook();
  await publish([
    coded('P-100', 'Cordless drill', 'DR-18', 'DR-12'),
    coded('P-200', 'Warm scarf', 'SC-9000'),
  ]);
  expect(await named('is the dr 18 waterproof')).toEqual([]);
  expect(await named('is the DR-18 waterproof')).toEqual([['P-100', 'DR-18', 'code']]);
  expect(await named('p100')).toEqual([['P-100', undefined, 'code']]);
  expect(await named('SC9000, P-100')).toEqual([
    ['P-100', undefined, 'code'],
    ['P-200', undefined, 'code'],
  ]);
  expect(await named('CORDLESS Drill')).toEqual([['P-100', undefined, 'whole']]);
  expect(await named('cordless')).toEqual([]);
});

it('offers what begins so only when nothing is named whole', async () => {
  const { publish, named } = await openBook();
  await publish([
    coded('a1', 'A', 'KX-900'),
    coded('a2', 'B', 'KX-900-RED'),
    coded('a3', 'C', 'KX-900-BLUE'),
  ]);
  expect(await named('kx-900')).toEqual([['a1', undefined, 'code']]);
  expect(await named('kx-900-')).toEqual([['a1', undefined, 'code']]);
  expect(await named('kx-90')).toEqual([
    ['a1', undefined, 'beginning'],
    ['a3', undefined, 'beginning'],
    ['a2', undefined, 'beginning'],
  ]);
  expect(await named('kx')).toEqual([]);
});

it('follows the catalogue: what changed is found by its new names, what is gone by none', async () => {
  const { publish, named } = await openBook();
  await publish([
    coded('p1', 'First', 'OLD-1'),
    coded('p2', 'Second', 'KEPT-2'),
    coded('p3', 'Third', 'GONE-3'),
  ]);
  await publish([coded('p1', 'First', 'NEW-1')], ['p3']);
  expect(await named('OLD-1')).toEqual([]);
  expect(await named('NEW-1')).toEqual([['p1', undefined, 'code']]);
  expect(await named('KEPT-2')).toEqual([['p2', undefined, 'code']]);
  expect(await named('GONE-3')).toEqual([]);
});

it('reads nothing again when nothing was published', async () => {
  const { database, publish, named } = await openBook();
  await publish([coded('p1', 'First', 'CODE-1')]);
  await database.transaction(
    async (query) => void (await query.updateTable('products').set({ document: 'unread' }).execute()),
  );
  await writeProductBook(database, signal);
  expect(await named('CODE-1')).toHaveLength(1);
});

it('is written again when it was left half written', async () => {
  const { database, publish, named } = await openBook();
  await publish([coded('p1', 'First', 'CODE-1')]);
  await database.transaction(async (query) => {
    await query.deleteFrom('models').execute();
    await query.updateTable('productKeys').set({ productId: 'stale' }).execute();
  });
  await writeProductBook(database, signal);
  expect(await named('CODE-1')).toEqual([['p1', undefined, 'code']]);
});

it('finds nothing before anything was published, whatever is asked', async () => {
  const { database, find } = await openBook();
  await writeProductBook(database, signal);
  for (const text of ['', '%', "' or 1=1", 'CODE-1', '\u{10FFFF}'.repeat(9)])
    expect(await find(text)).toEqual([]);
});
