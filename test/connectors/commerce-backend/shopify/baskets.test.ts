import { expect, it } from 'vitest';
import type { Buyer } from '../../../../src/domain/commerce.ts';
import { addLine, writer } from '../../../contracts/commerce-backend.contract.ts';
import { visitor } from '../../../support/commerce-shop.ts';
import { openShopify } from '../../../support/fake-shopify/open-shopify.ts';
import type { FakeShopify } from '../../../support/fake-shopify/start-fake-shopify.ts';

const { signal } = new AbortController();
const ann = visitor('ann');

/** The next request of this name is answered by a cut. */
function cutOnce(fake: FakeShopify, name: string, when: 'before' | 'after'): void {
  let isCut = false;
  fake.modeOf = (operation) => {
    if (isCut || operation.name !== name) return { kind: 'good' };
    isCut = true;
    return { kind: 'cut', when };
  };
}

it.each(['before', 'after'] as const)(
  'has one effect of a write whose connection was cut %s it took place',
  async (when) => {
    const { backend, fake } = await openShopify();
    await writer(backend)(addLine('mug', 'black', 1), ann);
    cutOnce(fake, 'AddLines', when);
    const options = { idempotencyKey: 'cut', signal };
    const add = () => backend.write(addLine('mug', 'white', 2), ann, options);
    await expect(add()).rejects.toMatchObject({ code: 'COMMERCE_UNAVAILABLE' });
    expect(await add()).toMatchObject({ kind: 'allowed' });
    expect(await add()).toMatchObject({ kind: 'allowed' });
    const { lines } = await backend.basket(ann, signal);
    expect(lines.map(({ variantId, quantity }) => [variantId, quantity])).toEqual([
      ['mug-black', 1],
      ['mug-white', 2],
    ]);
    expect(fake.operations.filter((name) => name === 'AddLines')).toHaveLength(when === 'before' ? 2 : 1);
  },
);

it('takes back what Shopify put in of too few pieces', async () => {
  const { backend, fake } = await openShopify();
  const write = writer(backend);
  await write(addLine('mug', 'black', 1), ann);
  const black = fake.variants.find(({ selectedOptions }) => selectedOptions[0]?.value === 'black');
  // Somebody buys three of five between the look and the write.
  fake.modeOf = ({ name }) => {
    if (name === 'UpdateLines' && black !== undefined) black.stock = 2;
    return { kind: 'good' };
  };
  expect(await write(addLine('mug', 'black', 3), ann)).toMatchObject({
    refusal: 'out-of-stock',
    facts: { left: 1 },
  });
  expect((await backend.basket(ann, signal)).lines).toMatchObject([{ quantity: 1 }]);
});

it('leaves what others wrote on a cart, and tells nobody the secret of it', async () => {
  const { backend, fake } = await openShopify();
  await writer(backend)(addLine('mug', 'white', 1), ann);
  const [cart] = fake.carts.values();
  if (cart === undefined) throw new TypeError('there is no cart');
  cart.attributes = [...cart.attributes, { key: 'gift', value: 'yes' }];
  await writer(backend)(addLine('mug', 'black', 1), ann).catch(() => undefined);
  await backend.write(addLine('mug', 'black', 1), ann, { idempotencyKey: 'second', signal });
  expect(cart.attributes).toContainEqual({ key: 'gift', value: 'yes' });
  expect(JSON.stringify(await backend.basket(ann, signal))).not.toMatch(/secret|gid:/);
});

it('begins anew when Shopify has forgotten the cart', async () => {
  const { backend, fake, database } = await openShopify();
  const write = writer(backend);
  await write(addLine('mug', 'white', 1), ann);
  await database.transaction(async (query) => {
    await query.updateTable('shopifyCarts').set({ cartId: 'gid://shopify/Cart/gone?key=1' }).execute();
  });
  expect(await backend.basket(ann, signal)).toEqual({ lines: [] });
  await write(addLine('mug', 'black', 2), ann);
  expect((await backend.basket(ann, signal)).lines).toMatchObject([{ variantId: 'mug-black', quantity: 2 }]);
  expect(fake.carts.size).toBe(2);
});

it('moves a cart to the country it is written from', async () => {
  const { backend, fake } = await openShopify();
  const write = writer(backend);
  const swiss: Buyer = { ...ann, market: 'CH' };
  await write(addLine('mug', 'white', 1), ann);
  expect(await write({ type: 'clear-basket' }, swiss)).toMatchObject({ kind: 'allowed' });
  expect([...fake.carts.values()]).toMatchObject([{ country: 'CH', lines: [] }]);
});

it('has baskets alone without a token for orders', async () => {
  const { backend, fake } = await openShopify(undefined, { adminToken: null });
  const buyer = { ...ann, customerId: '101' };
  expect([...backend.abilities]).toEqual(['add-line', 'set-quantity', 'clear-basket']);
  expect(await backend.orders('101', 5, signal)).toEqual([]);
  expect(await backend.account('101', signal)).toBeUndefined();
  expect(await backend.preview({ type: 'cancel-order', orderNumber: 'A-1' }, buyer, signal)).toEqual({
    kind: 'refused',
    refusal: 'not-offered',
  });
  expect(fake.operations).toEqual([]);
});
