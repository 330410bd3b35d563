import { describe, expect, it } from 'vitest';
import { recordEvents } from '../../src/recommendation/record-events.ts';
import { storeInteractions } from '../../src/recommendation/store-interactions.ts';
import { DAY_MS, NOW_MS, openShop, viewed } from './open-shop.ts';

type Given = Partial<Parameters<typeof recordEvents>[0]>;

async function shop() {
  const database = await openShop([]);
  const record = (batch: readonly unknown[], options: Given = {}) =>
    recordEvents({
      database,
      batch,
      caller: {},
      isKnownProduct: (id) => id.startsWith('p'),
      productAt: (url) => (url.endsWith('/boots') ? 'p-boots' : undefined),
      clock: () => NOW_MS,
      ...options,
    });
  const rows = () =>
    database.query
      .selectFrom('interactions')
      .select(['type', 'productId', 'shopperId', 'listId', 'market', 'occurredAtMs'])
      .orderBy('productId')
      .execute();
  const talk = async (shopperId: string, personalization = true) => {
    await database.transaction(async (query) => {
      const consent = JSON.stringify({ personalization });
      await query
        .insertInto('conversations')
        .values({
          conversationId: 'c',
          tokenHash: '',
          shopperId,
          proved: 1,
          consent,
          market: 'US',
          locale: 'en-US',
          state: '{}',
          createdAtMs: 0,
          updatedAtMs: 0,
        })
        .execute();
    });
    return { conversation: { conversationId: 'c', shopperId, personalization, market: 'US' } };
  };
  return { database, record, rows, talk };
}

const CONSENT = { consent: { categoryPreferences: { personalization: true } } };

describe('names of the e-commerce specification', () => {
  it.each([
    ['Product Added to Wishlist', {}, 'wishlist'],
    ['Product Removed from Wishlist', {}, 'remove-from-wishlist'],
    ['Wishlist Product Added to Cart', {}, 'add-to-cart'],
    ['Product Shared', {}, 'share'],
    ['Product Reviewed', { rating: 5 }, 'review'],
    ['Product Reviewed', { rating: '1' }, 'dislike'],
    ['Checkout Started', { products: [{ product_id: 'p1' }] }, 'checkout'],
    ['Order Refunded', { products: [{ product_id: 'p1' }] }, 'refund'],
    ['Order Cancelled', { products: [{ productId: 'p1' }] }, 'refund'],
  ])('learns from "%s" with %j a %s', async (event, properties, type) => {
    const { record, rows } = await shop();
    const given = 'products' in properties ? properties : { product_id: 'p1', ...properties };
    await record([viewed('p1', { event, properties: given })]);
    expect(await rows()).toMatchObject([{ type, productId: 'p1' }]);
  });

  it('accepts what says nothing of a product, and stores nothing', async () => {
    const { record, rows } = await shop();
    const names = [
      'Products Searched',
      'Product List Viewed',
      'Cart Viewed',
      'Order Refunded',
      'Coupon Applied',
    ];
    const receipt = await record(names.map((event) => viewed('', { event, properties: { order_id: '1' } })));
    expect(receipt).toMatchObject({ accepted: 5, rejected: [] });
    expect(await rows()).toEqual([]);
  });
});

describe('page', () => {
  it('is a look at the product whose page it is, by id or by address', async () => {
    const { record, rows } = await shop();
    const page = (properties: object, messageId: string) => ({
      type: 'page',
      userId: 'ann',
      messageId,
      properties,
    });
    const receipt = await record([
      page({ url: 'https://shop.example/boots' }, '1'),
      page({ productId: 'p2' }, '2'),
      page({ url: 'https://shop.example/about' }, '3'),
      page({ productId: 'unknown' }, '4'),
    ]);
    expect(receipt).toMatchObject({ accepted: 4, rejected: [], adjusted: [] });
    expect((await rows()).map(({ productId, type }) => [productId, type])).toEqual([
      ['p-boots', 'view'],
      ['p2', 'view'],
    ]);
  });
});

describe('alias', () => {
  const alias = { type: 'alias', previousId: 'x' };
  const of = (shopperId: string, productId: string) => ({
    interactionId: `${shopperId}${productId}`,
    type: 'view' as const,
    productId,
    shopperId,
    occurredAtMs: NOW_MS,
    receivedAtMs: NOW_MS,
  });

  it.each([
    ['the token of a proved customer', 'customer:ann', true, { ...alias }, 'customer:ann'],
    ['the token of a visitor', 'visitor:v', true, { ...alias, userId: 'ann' }, 'visitor:x'],
    ['a customer who does not consent', 'customer:ann', false, { ...alias }, 'visitor:x'],
    ['a customer who names another', 'customer:ann', true, { ...alias, userId: 'bob' }, 'visitor:x'],
  ])('with %s', async (_, shopperId, personalization, event, owner) => {
    const { database, record, rows, talk } = await shop();
    await storeInteractions(database, [of('visitor:x', 'p1'), of('claimed:x', 'p2'), of('customer:x', 'p3')]);
    const receipt = await record([event], { caller: await talk(shopperId, personalization) });
    expect(receipt.accepted).toBe(1);
    expect(receipt.adjusted).toHaveLength(owner === 'visitor:x' ? 1 : 0);
    expect((await rows()).map((row) => row.shopperId)).toEqual([owner, 'claimed:x', 'customer:x']);
  });

  it('is taken from a shop that proves its users, and from nobody else', async () => {
    const { database, record, rows } = await shop();
    await storeInteractions(database, [of('visitor:x', 'p1')]);
    await record([{ ...alias, userId: 'ann' }]);
    expect(await rows()).toMatchObject([{ shopperId: 'visitor:x' }]);
    await record([{ ...alias, userId: 'ann' }], { identified: true });
    expect(await rows()).toMatchObject([{ shopperId: 'customer:ann' }]);
  });
});

describe('consent', () => {
  const identify = (personalization: boolean) => ({
    type: 'identify',
    traits: { plan: 'gold' },
    context: { consent: { categoryPreferences: { personalization } } },
  });

  it('is changed by whoever holds the token, and by nobody else', async () => {
    const { record, talk } = await shop();
    const caller = await talk('visitor:v');
    expect((await record([identify(true)], { caller })).personalization).toBe(true);
    const claimed = await record([{ ...identify(true), userId: 'ann' }]);
    expect(claimed.personalization).toBeUndefined();
    expect(claimed.adjusted).toHaveLength(1);
  });

  it('that a batch withdraws is withdrawn for all of it', async () => {
    const { record, rows, talk } = await shop();
    const caller = await talk('visitor:v');
    const receipt = await record([viewed('p1'), identify(false), viewed('p2')], { caller });
    expect(receipt.personalization).toBe(false);
    expect((await rows()).map(({ shopperId }) => shopperId)).toEqual([null, null]);
  });

  it('is none where the browser asks not to be profiled', async () => {
    const { record, rows, talk } = await shop();
    const caller = { ...(await talk('visitor:v')), optsOut: true };
    const receipt = await record([viewed('p1'), identify(true)], { caller });
    expect(receipt.personalization).toBeUndefined();
    await record([viewed('p2')], { caller: { optsOut: true } });
    expect((await rows()).map(({ shopperId }) => shopperId)).toEqual([null, null]);
  });

  it('decides whether a click is tied to the list it came from', async () => {
    const { record, rows } = await shop();
    const click = (product_id: string, context: object) =>
      viewed(product_id, { event: 'Product Clicked', properties: { product_id, list_id: 'l1' }, context });
    await record([click('p1', CONSENT), click('p2', {})]);
    expect((await rows()).map(({ listId }) => listId)).toEqual(['l1', null]);
  });
});

describe('time and place of what nobody answers for', () => {
  it('lies at most a week back, while a shopper and a file are taken at their word', async () => {
    const { record, rows } = await shop();
    const timestamp = new Date(NOW_MS - 300 * DAY_MS).toISOString();
    const receipt = await record([viewed('p1', { timestamp, context: {} }), viewed('p2', { timestamp })]);
    await record([viewed('p3', { timestamp, context: {} })], { identified: true });
    const days = (await rows()).map(({ occurredAtMs }) => (NOW_MS - occurredAtMs) / DAY_MS);
    expect(days).toEqual([7, 300, 300]);
    expect(receipt.adjusted).toMatchObject([{ index: 0 }]);
  });

  it('is corrected by the clock of the sender', async () => {
    const { record, rows } = await shop();
    const [timestamp, sentAt] = ['2031-01-01T00:00:00Z', '2031-01-01T00:01:00Z'];
    await record([viewed('p1', { timestamp, sentAt })]);
    expect(await rows()).toMatchObject([{ occurredAtMs: NOW_MS - 60_000 }]);
  });

  it('names only markets that the shop sells to', async () => {
    const { record, rows } = await shop();
    const inMarket = (id: string, market: string) => viewed(id, { context: { ...CONSENT, market } });
    await record([inMarket('p1', 'us'), inMarket('p2', 'ZZ')], { markets: new Set(['US']) });
    expect((await rows()).map(({ market }) => market)).toEqual(['US', null]);
  });
});
