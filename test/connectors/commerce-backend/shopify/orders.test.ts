import { expect, it } from 'vitest';
import type { Buyer, CommerceWrite } from '../../../../src/domain/commerce.ts';
import { writer } from '../../../contracts/commerce-backend.contract.ts';
import { COMMERCE_SHOP, type CommerceShop, euros, line, order } from '../../../support/commerce-shop.ts';
import { openShopify } from '../../../support/fake-shopify/open-shopify.ts';
import type { FakeShopify } from '../../../support/fake-shopify/start-fake-shopify.ts';

const { signal } = new AbortController();
const ANN = '101';
const ann: Buyer = { shopperId: `customer:${ANN}`, customerId: ANN, market: 'DE' };

/** Ann's white mug could be another white one: a shop where two variants cost the same. */
const EVEN_SHOP: CommerceShop = {
  ...COMMERCE_SHOP,
  products: COMMERCE_SHOP.products.map((product) => ({
    ...product,
    variants: product.variants.map((variant) => ({
      ...variant,
      offers: { DE: { availability: 'in-stock' as const, price: euros(20) } },
    })),
  })),
  orders: [
    order('A-1', {
      status: 'pending',
      lines: [line('1', 'scarf-red', 20), line('2', 'mug-white', 20)],
      methodId: 'ann-card',
    }),
  ],
};

function cutOnce(fake: FakeShopify, name: string, when: 'before' | 'after'): void {
  let isCut = false;
  fake.modeOf = (operation) => {
    if (isCut || operation.name !== name) return { kind: 'good' };
    isCut = true;
    return { kind: 'cut', when };
  };
}

const CASES: readonly (readonly [string, string, CommerceWrite, object])[] = [
  [
    'a cancellation',
    'CancelOrder',
    { type: 'cancel-order', orderNumber: 'A-1', reason: 'too slow' },
    { status: 'cancelled', cancelReason: 'too slow' },
  ],
  [
    'a return',
    'RequestReturn',
    { type: 'return-lines', orderNumber: 'A-2', lineIds: ['2'] },
    { status: 'return-requested', returning: { lineIds: ['2'] } },
  ],
  [
    'an exchange',
    'CreateReturn',
    { type: 'exchange-lines', orderNumber: 'A-2', replacements: [{ lineId: '1', variantId: 'scarf-red' }] },
    { status: 'exchange-requested' },
  ],
  [
    'an address',
    'UpdateOrder',
    {
      type: 'change-order-address',
      orderNumber: 'A-1',
      address: {
        name: 'Ann Example',
        line1: 'Gasse 2',
        city: 'Wien',
        postalCode: '1010',
        country: 'Österreich',
      },
    },
    { address: { name: 'Ann Example', line1: 'Gasse 2', city: 'Wien', postalCode: '1010', country: 'AT' } },
  ],
];

it.each(CASES)('does %s as it was shown', async (_, operation, write, expected) => {
  const { backend, fake } = await openShopify();
  const told = await backend.preview(write, ann, signal);
  expect(told).toMatchObject({ kind: 'allowed' });
  expect(fake.operations).not.toContain(operation);
  expect(await writer(backend)(write, ann)).toEqual(told);
  const number = 'orderNumber' in write ? write.orderNumber : '';
  expect(await backend.order(ANN, number, signal)).toMatchObject(expected);
});

it.each(
  CASES.flatMap(([name, operation, write, expected]) =>
    (['before', 'after'] as const).map((when) => [name, when, operation, write, expected] as const),
  ),
)(
  'does %s once though the connection was cut %s it took place',
  async (_, when, operation, write, expected) => {
    const { backend, fake } = await openShopify();
    cutOnce(fake, operation, when);
    const options = { idempotencyKey: 'cut', signal };
    await expect(backend.write(write, ann, options)).rejects.toMatchObject({ code: 'COMMERCE_UNAVAILABLE' });
    await expect
      .poll(() => backend.write(write, ann, options).catch(() => undefined))
      .toMatchObject({ kind: 'allowed' });
    const number = 'orderNumber' in write ? write.orderNumber : '';
    expect(await backend.order(ANN, number, signal)).toMatchObject(expected);
    for (const made of fake.admin.orders) {
      expect(made.returns.length).toBeLessThan(2);
      expect(made.transactions.length).toBeLessThan(3);
    }
  },
);

it('waits until an order is cancelled, and does not say so before', async () => {
  const { backend, fake } = await openShopify();
  const write = { type: 'cancel-order', orderNumber: 'A-1' } as const;
  fake.admin.delayCancellations(3);
  expect(await writer(backend)(write, ann)).toMatchObject({ kind: 'allowed' });
  expect(await backend.order(ANN, 'A-1', signal)).toMatchObject({ status: 'cancelled' });
  fake.admin.delayCancellations(1_000);
  const options = { idempotencyKey: 'slow', signal };
  const later = backend.write({ ...write, orderNumber: 'A-4' }, ann, options);
  await expect(later).rejects.toMatchObject({ code: 'COMMERCE_UNAVAILABLE' });
});

it('cancels once, however often and at once it is asked', async () => {
  const { backend, fake } = await openShopify();
  const options = { idempotencyKey: 'once', signal };
  const write = { type: 'cancel-order', orderNumber: 'A-1' } as const;
  const answers = await Promise.all(Array.from({ length: 30 }, () => backend.write(write, ann, options)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(fake.operations.filter((name) => name === 'CancelOrder')).toHaveLength(1);
});

it('replaces lines at the same price before they are sent, and at no other', async () => {
  const { backend } = await openShopify(EVEN_SHOP);
  const write = writer(backend);
  const replace = (variantId: string): CommerceWrite => ({
    type: 'replace-lines',
    orderNumber: 'A-1',
    replacements: [{ lineId: '2', variantId }],
  });
  expect(await write(replace('mug-black'), ann)).toMatchObject({ kind: 'allowed' });
  const changed = await backend.order(ANN, 'A-1', signal);
  expect(changed).toMatchObject({ replaced: true });
  expect(changed?.lines.map(({ variantId }) => variantId)).toEqual(['scarf-red', 'mug-black']);
  expect(await write(replace('mug-white'), ann)).toMatchObject({ refusal: 'already-changed' });

  const uneven = await openShopify();
  expect(await uneven.backend.preview(replace('mug-black'), ann, signal)).toMatchObject({
    refusal: 'not-offered',
  });
  expect(await uneven.backend.preview(replace(''), ann, signal)).toMatchObject({ refusal: 'not-offered' });
  expect(uneven.fake.operations).not.toContain('BeginEdit');
});

it('replaces once though the connection was cut after the last step', async () => {
  const { backend, fake } = await openShopify(EVEN_SHOP);
  cutOnce(fake, 'CommitEdit', 'after');
  const replacements = [{ lineId: '2', variantId: 'mug-black' }];
  const write = { type: 'replace-lines', orderNumber: 'A-1', replacements } as const;
  const options = { idempotencyKey: 'cut', signal };
  await expect(backend.write(write, ann, options)).rejects.toMatchObject({ code: 'COMMERCE_UNAVAILABLE' });
  expect(await backend.write(write, ann, options)).toMatchObject({ kind: 'allowed' });
  expect(fake.operations.filter((name) => name === 'CommitEdit')).toHaveLength(1);
});

it('says what Shopify refuses as a refusal, though the rules allow it', async () => {
  const { backend, fake } = await openShopify();
  const write = { type: 'return-lines', orderNumber: 'A-2', lineIds: ['2'] } as const;
  const [, delivered] = fake.admin.orders;
  // A return that is done: Shopify does not take the same pieces again.
  delivered?.returns.push({
    id: 'gid://shopify/Return/9',
    status: 'CLOSED',
    returnLineItems: delivered.sent.map(({ id, quantity }) => ({ fulfillmentLineItemId: id, quantity })),
    exchangeLineItems: [],
  });
  expect(await backend.preview(write, ann, signal)).toMatchObject({ kind: 'allowed' });
  expect(await writer(backend)(write, ann)).toEqual({ kind: 'refused', refusal: 'not-offered' });
});

it('offers no write whose scope the token lacks', async () => {
  const { backend, fake } = await openShopify();
  fake.admin.scopes.splice(fake.admin.scopes.indexOf('write_returns'), 1);
  const write = { type: 'return-lines', orderNumber: 'A-2' } as const;
  expect(await backend.preview(write, ann, signal)).toMatchObject({ refusal: 'not-offered' });
  expect(backend.abilities.has('return-lines')).toBe(false);
  expect(backend.abilities.has('cancel-order')).toBe(true);
});

it('knows nobody by a name, and an order by no search of its own', async () => {
  const { backend, fake } = await openShopify();
  expect(await backend.orders('ann', 5, signal)).toEqual([]);
  expect(await backend.account('101 OR 1=1', signal)).toBeUndefined();
  expect(await backend.order(ANN, 'A-1" OR name:"B-1', signal)).toBeUndefined();
  expect(await backend.order(ANN, 'A', signal)).toBeUndefined();
  expect(fake.operations).toEqual(['FindOrder']);
  expect(await backend.order(`gid://shopify/Customer/${ANN}`, '#a-1', signal)).toMatchObject({
    orderNumber: 'A-1',
  });
});

it('changes the usual address of a customer', async () => {
  const { backend } = await openShopify();
  const address = { line1: 'Rue 2', city: 'Paris', postalCode: '75001', country: 'FR' };
  expect(await writer(backend)({ type: 'change-account-address', address }, ann)).toMatchObject({
    kind: 'allowed',
  });
  expect(await backend.account(ANN, signal)).toMatchObject({ name: 'Ann Example', address });
  const nowhere = { ...address, country: 'Nowhere' };
  expect(
    await backend.preview({ type: 'change-account-address', address: nowhere }, ann, signal),
  ).toMatchObject({ missing: { field: 'address' } });
});
