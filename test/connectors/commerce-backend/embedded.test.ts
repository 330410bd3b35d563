import { expect, it } from 'vitest';
import { addLine, describeCommerceBackend, writer } from '../../contracts/commerce-backend.contract.ts';
import { buyer, COMMERCE_SHOP, euros, visitor } from '../../support/commerce-shop.ts';
import { openEmbeddedCommerce } from '../../support/open-commerce.ts';

describeCommerceBackend('embedded', async (shop) => (await openEmbeddedCommerce(shop)).backend, [
  'add-line',
  'set-quantity',
  'clear-basket',
  'cancel-order',
  'return-lines',
  'exchange-lines',
  'replace-lines',
  'change-order-address',
  'change-payment',
  'change-account-address',
]);

const { signal } = new AbortController();
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

it('holds the pieces of a basket for a while, and then sells them to others', async () => {
  const { backend, pass } = await openEmbeddedCommerce();
  const write = writer(backend);
  await write(addLine('scarf', 'red', 2), visitor('v'));
  expect(await write(addLine('scarf', 'red', 1), visitor('w'))).toMatchObject({ facts: { left: 0 } });
  pass(31 * MINUTE_MS);
  expect(await write(addLine('scarf', 'red', 1), visitor('w'))).toMatchObject({ kind: 'allowed' });
  expect((await backend.basket(visitor('v'), signal)).lines).toMatchObject([{ quantity: 2 }]);
  expect(await write(addLine('mug', 'white', 1), visitor('v'))).toMatchObject({ kind: 'allowed' });
  expect(await write(addLine('scarf', 'red', 1), visitor('w'))).toMatchObject({ refusal: 'out-of-stock' });
});

it('promises the last piece to one order only, also against the basket of the same customer', async () => {
  const { backend } = await openEmbeddedCommerce();
  const write = writer(backend);
  const ann = buyer('ann');
  const toRed = (orderNumber: string) =>
    ({
      type: 'exchange-lines',
      orderNumber,
      replacements: [{ lineId: '1', variantId: 'scarf-red' }],
    }) as const;
  await write(addLine('scarf', 'red', 1), ann);
  expect(await write({ ...toRed('A-2'), methodId: 'ann-card' }, ann)).toMatchObject({ kind: 'allowed' });
  expect(await write({ ...toRed('B-2'), methodId: 'bob-card' }, buyer('bob'))).toMatchObject({
    refusal: 'out-of-stock',
    facts: { left: 0 },
  });
  expect(await write(addLine('scarf', 'red', 1), ann)).toMatchObject({ facts: { left: 0 } });
});

it('counts promised pieces no longer once a catalogue with younger figures is published', async () => {
  const { backend, database, pass } = await openEmbeddedCommerce();
  const write = writer(backend);
  const toRed = {
    type: 'exchange-lines',
    orderNumber: 'A-2',
    replacements: [{ lineId: '1', variantId: 'scarf-red' }],
    methodId: 'ann-card',
  } as const;
  const done = await write(toRed, buyer('ann'));
  expect(done.kind).toBe('allowed');
  expect(await write(addLine('scarf', 'red', 2), visitor('v'))).toMatchObject({ facts: { left: 1 } });
  pass(MINUTE_MS);
  const { updatedAtMs } = await database.query
    .selectFrom('orders')
    .select('updatedAtMs')
    .where('orderNumber', '=', 'A-2')
    .executeTakeFirstOrThrow();
  await database.transaction(async (query) => {
    await query
      .insertInto('catalogueVersions')
      .values({
        publishedAtMs: updatedAtMs + 1,
        origin: 'import',
        contentHash: '',
        products: 2,
        report: '{}',
      })
      .execute();
  });
  expect(await write(addLine('scarf', 'red', 2), visitor('v'))).toMatchObject({ kind: 'allowed' });
});

it('holds baskets to their limits, and forgets old ones', async () => {
  const { backend, pass } = await openEmbeddedCommerce();
  const write = writer(backend);
  expect(await write(addLine('mug', 'white', 11), visitor('v'))).toMatchObject({
    refusal: 'not-offered',
    facts: { mostPieces: 10 },
  });
  await expect(write(addLine('mug', 'white', 0), visitor('v'))).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
  });
  for (const line of [addLine('mug', 'white', 1), addLine('mug', 'black', 1), addLine('scarf', 'blue', 1)])
    expect(await write(line, visitor('v'))).toMatchObject({ kind: 'allowed' });
  expect(await write(addLine('scarf', 'red', 1), visitor('v'))).toMatchObject({ facts: { mostLines: 3 } });
  pass(31 * DAY_MS);
  await write(addLine('mug', 'white', 1), visitor('w'));
  expect((await backend.basket(visitor('v'), signal)).lines).toEqual([]);
});

it('hands the basket to the checkout of the shop', async () => {
  const { backend } = await openEmbeddedCommerce();
  const write = writer(backend);
  await write(addLine('mug', 'white', 2), visitor('v'));
  await write(addLine('scarf', 'red', 1), visitor('v'));
  expect(await backend.checkout(visitor('v'), signal)).toEqual({
    url: 'https://shop.example/cart/mug-white:2,scarf-red:1',
  });
});

it('leaves out of a basket what its market is not offered', async () => {
  const { backend } = await openEmbeddedCommerce();
  await writer(backend)(addLine('mug', 'white', 2), visitor('v'));
  expect(await backend.basket({ ...visitor('v'), market: 'US' }, signal)).toEqual({ lines: [] });
});

it('keeps an account for a customer of whom the shop said nothing', async () => {
  const { backend } = await openEmbeddedCommerce({ ...COMMERCE_SHOP, accounts: [] });
  const address = { line1: 'Gasse 2', city: 'Wien', postalCode: '1010', country: 'AT' };
  const told = await writer(backend)({ type: 'change-account-address', address }, buyer('ann'));
  expect(told).toMatchObject({ kind: 'allowed', effects: [{ kind: 'address', address }] });
  expect(await backend.account('ann', signal)).toEqual({ customerId: 'ann', address, methods: [] });
});

it('shows what a cancellation brings, and does it', async () => {
  const { backend } = await openEmbeddedCommerce();
  const write = { type: 'cancel-order', orderNumber: 'A-4' } as const;
  expect(await backend.preview(write, buyer('ann'), signal)).toMatchObject({
    kind: 'allowed',
    effects: [
      { kind: 'status', orderNumber: 'A-4', from: 'pending', to: 'cancelled' },
      { kind: 'refund', amount: euros(10), to: { methodId: 'ann-gift' } },
    ],
  });
  await writer(backend)(write, buyer('ann'));
  const account = await backend.account('ann', signal);
  expect(account?.methods[1]?.balance).toEqual(euros(50));
});
