import { expect, it } from 'vitest';
import { removeDemoOrders } from '../../src/assembly/remove-demo-orders.ts';
import { DEMO_CUSTOMER } from '../../src/demo/demo-orders.ts';
import { COMMERCE_SHOP } from '../support/commerce-shop.ts';
import { openEmbeddedCommerce } from '../support/open-commerce.ts';

const { signal } = new AbortController();

it('removes the demo customer once, when a real catalogue takes the place of the demo shop', async () => {
  const { backend, database } = await openEmbeddedCommerce({
    ...COMMERCE_SHOP,
    accounts: [{ customerId: DEMO_CUSTOMER, methods: [] }],
  });
  const publish = async (origin: string) => {
    await database.transaction(async (query) => {
      const version = { publishedAtMs: 0, origin, contentHash: '', products: 2, report: '{}' };
      await query.insertInto('catalogueVersions').values(version).execute();
    });
    await removeDemoOrders(database);
  };
  const isThere = async () => (await backend.account(DEMO_CUSTOMER, signal)) !== undefined;
  await publish('demo');
  expect(await isThere()).toBe(true);
  await publish('import');
  expect(await isThere()).toBe(false);
  expect(await backend.orders('ann', 10, signal)).toHaveLength(4);
});
