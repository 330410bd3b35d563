import { describe, expect, it } from 'vitest';
import { bring, many, openShop } from '../support/shop-catalogue.ts';

describe('createCatalogueStore', () => {
  it('is empty before the first import', async () => {
    const { store } = await openShop();
    expect([await store.count(), await store.version(), await store.markets()]).toEqual([0, undefined, []]);
    expect(await store.products(['x'])).toEqual(new Map());
  });

  it('finds any number of ids and walks through all of them in order', async () => {
    const { database, store } = await openShop();
    await bring(database, many(1_234));
    expect((await store.products(many(1_234).map(({ productId }) => productId))).size).toBe(1_234);
    const ids: string[] = [];
    for await (const { productId } of store.all()) ids.push(productId);
    expect(ids).toEqual(many(1_234).map(({ productId }) => productId));
  });
});
