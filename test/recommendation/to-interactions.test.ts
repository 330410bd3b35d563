import { describe, expect, it } from 'vitest';
import type { EventContext } from '../../src/recommendation/event-owner.ts';
import { parseSegmentEvent } from '../../src/recommendation/segment-event.ts';
import { toInteractions } from '../../src/recommendation/to-interactions.ts';
import { DAY_MS, NOW_MS, viewed } from './open-shop.ts';

function meaningOf(value: unknown, context: Partial<EventContext> = {}) {
  const parsed = parseSegmentEvent(value);
  if (parsed.kind === 'rejected') return parsed;
  return toInteractions(parsed.event, { receivedAtMs: NOW_MS, ...context });
}

function draftsOf(value: unknown, context: Partial<EventContext> = {}) {
  const meaning = meaningOf(value, context);
  return meaning.kind === 'interactions' ? meaning.drafts : [];
}

const conversation = {
  conversationId: 'c1',
  shopperId: 'visitor:v1',
  personalization: true,
  market: 'DE',
};
const NO_CONSENT = { context: {} };

describe('toInteractions', () => {
  it.each([
    ['Product Viewed', 'view'],
    ['product_clicked', 'click'],
    ['Product Added', 'add-to-cart'],
    ['PRODUCT REMOVED', 'remove-from-cart'],
  ])('learns from "%s" a %s', (event, type) => {
    expect(draftsOf(viewed('boots', { event }))).toMatchObject([{ type, productIds: ['boots'] }]);
  });

  it('learns one purchase per product of an order', () => {
    const products = [{ product_id: 'boots', quantity: 2 }, { sku: 'SKU-1' }, {}];
    const drafts = draftsOf(
      viewed('', { event: 'Order Completed', properties: { order_id: '1', products } }),
    );
    expect(drafts).toMatchObject([
      { type: 'purchase', productIds: ['boots'], quantity: 2 },
      { type: 'purchase', productIds: ['SKU-1'], quantity: 1 },
    ]);
    expect(new Set(drafts.map(({ interactionId }) => interactionId)).size).toBe(2);
  });

  it('learns nothing from lists shown and from names it does not know', () => {
    expect(draftsOf(viewed('boots', { event: 'Product List Viewed' }))).toEqual([]);
    expect(draftsOf(viewed('boots', { event: 'toString' }))).toEqual([]);
  });

  it.each([
    ['a view without a product', viewed('boots', { properties: {} })],
    ['an order without products', viewed('boots', { event: 'Order Completed' })],
    [
      'an order in two currencies',
      viewed('', {
        event: 'Order Completed',
        properties: { currency: 'EUR', products: [{ product_id: 'a', currency: 'USD' }] },
      }),
    ],
  ])('rejects %s', (_, event) => {
    expect(meaningOf(event).kind).toBe('rejected');
  });

  it('ties a consenting event to whom it names', () => {
    expect(draftsOf(viewed('a'), { identified: true })).toMatchObject([{ shopperId: 'customer:ann' }]);
    expect(draftsOf(viewed('a', { userId: undefined, anonymousId: 'x' }))).toMatchObject([
      { shopperId: 'visitor:x', sessionId: 'x' },
    ]);
  });

  it.each([
    ['without consent', viewed('a', { ...NO_CONSENT, anonymousId: 'x' }), {}],
    [
      'with consent denied',
      viewed('a', { context: { consent: { categoryPreferences: { personalization: false } } } }),
      {},
    ],
    [
      'of a conversation without consent',
      viewed('a'),
      { conversation: { ...conversation, personalization: false } },
    ],
  ])('keeps no trace of the shopper %s', (_, event, context) => {
    const [draft] = draftsOf(event, context);
    expect(draft).toBeDefined();
    expect(draft).not.toHaveProperty('shopperId');
    expect(draft).not.toHaveProperty('sessionId');
  });

  it('lets a bound event speak for its own conversation only', () => {
    expect(draftsOf(viewed('a', { userId: 'somebody-else' }), { conversation })).toMatchObject([
      { shopperId: 'visitor:v1', sessionId: 'c1', market: 'DE' },
    ]);
  });

  it('takes the word of a shop that vouches for consent', () => {
    expect(draftsOf(viewed('a', NO_CONSENT), { consented: true, identified: true })).toMatchObject([
      { shopperId: 'customer:ann' },
    ]);
  });

  it('keeps a userId that nobody proved out of the history of the customer', () => {
    expect(draftsOf(viewed('a'))).toMatchObject([{ shopperId: 'claimed:ann' }]);
  });

  it('clamps the future and says so', () => {
    const meaning = meaningOf(viewed('a', { timestamp: '2099-01-01T00:00:00Z' }));
    expect(meaning).toMatchObject({ drafts: [{ occurredAtMs: NOW_MS }], adjusted: expect.any(String) });
  });

  it('corrects the clock of the sender', () => {
    const wrongMs = Date.UTC(2030, 0, 1);
    const [draft] = draftsOf(
      viewed('a', {
        timestamp: undefined,
        originalTimestamp: new Date(wrongMs - 5_000).toISOString(),
        sentAt: new Date(wrongMs).toISOString(),
      }),
    );
    expect(draft?.occurredAtMs).toBe(NOW_MS - 5_000);
  });

  it('derives the id from messageId alone, else from the content', () => {
    const idOf = (value: unknown, context = {}) => draftsOf(value, context)[0]?.interactionId;
    expect(idOf(viewed('a', { messageId: 'm' }))).toBe(idOf(viewed('b', { messageId: 'm' })));
    expect(idOf(viewed('a'))).toBe(idOf(viewed('a'), { receivedAtMs: NOW_MS + DAY_MS }));
    expect(idOf(viewed('a'))).not.toBe(idOf(viewed('b')));
    const timeless = viewed('a', { timestamp: undefined });
    expect(idOf(timeless)).toBe(idOf(timeless, { receivedAtMs: NOW_MS + 1 }));
    expect(idOf(timeless)).not.toBe(idOf(timeless, { receivedAtMs: NOW_MS + DAY_MS }));
  });
});
