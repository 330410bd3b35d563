import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSegmentEvent } from '../../src/recommendation/segment-event.ts';
import { viewed } from './open-shop.ts';

const reasonOf = (value: unknown): string | undefined => {
  const parsed = parseSegmentEvent(value);
  return parsed.kind === 'rejected' ? parsed.reason : undefined;
};

describe('parseSegmentEvent', () => {
  it('takes what a shop sends, with properties it does not know', () => {
    const event = viewed('boots', {
      properties: {
        product_id: 42,
        price: '19.99',
        currency: 'eur',
        colour: { deep: ['anything'] },
        quantity: '2',
      },
      integrations: { All: true },
      userId: null,
    });
    expect(parseSegmentEvent(event)).toMatchObject({
      kind: 'event',
      event: {
        userId: undefined,
        properties: { product_id: '42', price: 19.99, currency: 'EUR', quantity: 2 },
      },
    });
  });

  it.each([
    ['identify', { type: 'identify', userId: 'ann', traits: { plan: 'gold' } }],
    ['page', { type: 'page', name: 'Home', properties: { url: 'https://shop.example' } }],
    ['alias', { type: 'alias', userId: 'ann', previousId: 'visitor' }],
  ])('takes %s', (_, event) => {
    expect(reasonOf(event)).toBeUndefined();
  });

  it.each([
    ['another type', { type: 'charge' }, 'type'],
    ['a track without a name', { type: 'track' }, 'event'],
    ['a day that does not exist', viewed('a', { timestamp: '2026-02-30T00:00:00Z' }), 'timestamp'],
    ['a local time', viewed('a', { timestamp: '2026-02-03T10:00:00' }), 'timestamp'],
    ['a negative quantity', viewed('a', { properties: { product_id: 'a', quantity: -1 } }), 'quantity'],
    ['a negative price', viewed('a', { properties: { product_id: 'a', price: -1 } }), 'price'],
    ['an endless price', viewed('a', { properties: { product_id: 'a', price: 1e308 } }), 'price'],
    ['a price with a comma', viewed('a', { properties: { product_id: 'a', price: '12,50' } }), 'price'],
    [
      'a currency that is none',
      viewed('a', { properties: { product_id: 'a', currency: 'EURO' } }),
      'currency',
    ],
    ['a very long id', viewed('x'.repeat(201)), 'product_id'],
    ['a very long message id', viewed('a', { messageId: 'x'.repeat(201) }), 'messageId'],
    ['no object', 'track', 'event'],
    ['nothing', null, 'event'],
  ])('refuses %s and says where', (_, event, place) => {
    expect(reasonOf(event)).toContain(place);
  });

  it('never throws and never repeats the input, whatever comes', () => {
    const value = fc.oneof(
      fc.anything(),
      fc.record({ type: fc.constant('track'), event: fc.anything(), properties: fc.anything() }),
    );
    fc.assert(fc.property(value, (anything) => (reasonOf(anything) ?? '').length < 200));
  });
});
