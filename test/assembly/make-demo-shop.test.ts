import { expect, it } from 'vitest';
import { needsDemoShop } from '../../src/assembly/make-demo-shop.ts';
import { storeInteractions } from '../../src/recommendation/store-interactions.ts';
import { trainModels } from '../../src/recommendation/train-models.ts';
import { bring, lastImportMs, many, openShop } from '../support/shop-catalogue.ts';

it('is needed where there is no shop, and where its making was cut', async () => {
  const { database } = await openShop();
  expect(await needsDemoShop(database)).toBe(true);
  await bring(database, many(3), { origin: 'demo' });
  expect(await needsDemoShop(database)).toBe(true);
  const seen = { type: 'view', productId: 'p00000', occurredAtMs: 1, receivedAtMs: 1 } as const;
  await storeInteractions(database, [{ ...seen, interactionId: 'one', shopperId: 'ada' }]);
  await trainModels({ database, clock: lastImportMs });
  expect(await needsDemoShop(database)).toBe(false);
});

it("never takes the place of a shop's own catalogue, trained or not", async () => {
  const { database } = await openShop();
  await bring(database, many(3));
  expect(await needsDemoShop(database)).toBe(false);
});
