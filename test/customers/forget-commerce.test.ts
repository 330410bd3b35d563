import { expect, it } from 'vitest';
import { createConversationStore } from '../../src/chat/conversation-store.ts';
import { forgetCustomer } from '../../src/customers/forget-customer.ts';
import { addLine, writer } from '../contracts/commerce-backend.contract.ts';
import { buyer, visitor } from '../support/commerce-shop.ts';
import { openShopify } from '../support/fake-shopify/open-shopify.ts';
import { openEmbeddedCommerce } from '../support/open-commerce.ts';

const { signal } = new AbortController();

it('deletes account and basket of a customer, and leaves orders without a person', async () => {
  const { backend, database } = await openEmbeddedCommerce();
  const write = writer(backend);
  await write(addLine('mug', 'white', 1), buyer('ann'));
  await write(addLine('mug', 'white', 1), visitor('v'));
  await write({ type: 'cancel-order', orderNumber: 'A-1', reason: 'Ann is ill' }, buyer('ann'));
  await write(
    { type: 'return-lines', orderNumber: 'A-2', lineIds: ['1'], methodId: 'ann-card' },
    buyer('ann'),
  );
  await write(
    {
      type: 'change-account-address',
      address: { line1: 'Secret 1', city: 'X', postalCode: '1', country: 'DE' },
    },
    buyer('ann'),
  );

  await forgetCustomer(database, 'ann');

  expect(await backend.account('ann', signal)).toBeUndefined();
  expect(await backend.basket(buyer('ann'), signal)).toEqual({ lines: [] });
  expect(await backend.orders('ann', 10, signal)).toEqual([]);
  const everything = await Promise.all(
    (['orders', 'customerAccounts', 'basketLines', 'commerceWrites'] as const).map((table) =>
      database.query.selectFrom(table).selectAll().execute(),
    ),
  );
  const text = JSON.stringify(everything);
  for (const trace of ['ann', 'Ann', 'Secret', 'Visa, ending in 1111']) expect(text).not.toContain(trace);
  const [orders] = everything;
  expect(orders).toHaveLength(6);
  const kept = orders?.find(({ orderNumber }) => orderNumber === 'A-2');
  expect(JSON.parse(kept?.document ?? '')).toMatchObject({
    status: 'return-requested',
    customerId: '',
    address: { country: 'DE', city: '' },
    payments: [{ kind: 'payment', methodId: 'forgotten' }],
  });

  expect((await backend.basket(visitor('v'), signal)).lines).toHaveLength(1);
  expect(await backend.account('bob', signal)).toMatchObject({ name: 'Bob Example' });
  expect(await backend.orders('bob', 10, signal)).toHaveLength(2);
});

it('forgets which cart at Shopify was whose, and what was asked of it', async () => {
  const { backend, database } = await openShopify();
  const ann = { shopperId: 'customer:101', customerId: '101', market: 'DE' };
  await writer(backend)(addLine('mug', 'white', 1), ann);
  await forgetCustomer(database, '101');
  expect(await database.query.selectFrom('shopifyCarts').selectAll().execute()).toEqual([]);
  expect(await database.query.selectFrom('commerceWrites').selectAll().execute()).toEqual([]);
  expect(await backend.basket(ann, signal)).toEqual({ lines: [] });
});

it('deletes the basket of a visitor with their conversation, and leaves that of a customer', async () => {
  const { backend, database } = await openEmbeddedCommerce();
  const write = writer(backend);
  const store = createConversationStore(database);
  for (const who of [visitor('v'), buyer('ann')]) {
    await write(addLine('mug', 'white', 1), who);
    await store.forget({
      conversationId: `talk of ${who.shopperId}`,
      shopperId: who.shopperId,
      proved: who.customerId !== undefined,
    });
  }
  expect((await backend.basket(visitor('v'), signal)).lines).toEqual([]);
  expect((await backend.basket(buyer('ann'), signal)).lines).toHaveLength(1);
});
