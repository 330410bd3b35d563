import { expect, it } from 'vitest';
import { createShopEvents } from '../../src/widget/shop-events.ts';

interface Sent {
  readonly address: string;
  readonly init: RequestInit;
  readonly batch: readonly Record<string, unknown>[];
}

function open(statuses: readonly (number | 'offline')[] = []) {
  const sent: Sent[] = [];
  const timers: (() => void)[] = [];
  let bound: { conversationId: string; token: string } | undefined = { conversationId: 'c', token: 't' };
  let ids = 0;
  const events = createShopEvents({
    server: 'https://shop.test',
    agreed: () => bound,
    newId: () => {
      ids += 1;
      return `m${ids}`;
    },
    clock: () => 0,
    later: (work) => void timers.push(work),
    fetch: async (address, init = {}) => {
      sent.push({ address: String(address), init, batch: JSON.parse(String(init.body)).batch });
      const status = statuses[sent.length - 1] ?? 202;
      if (status === 'offline') throw new TypeError('offline');
      return new Response(null, { status });
    },
  });
  const withdraw = () => {
    bound = undefined;
  };
  return { ...events, sent, timers, withdraw };
}

it('sends events together, bound to the conversation, to the assistant alone, in a way that outlives the page', async () => {
  const { track, flush, sent, timers } = open();
  track('Product Viewed', { product_id: 'scarf' });
  track('Product Added', { product_id: 'scarf', quantity: 2 });
  expect(timers.length).toBe(1);
  await flush();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.address).toBe('https://shop.test/v1/events');
  expect(sent[0]?.init).toMatchObject({
    keepalive: true,
    credentials: 'omit',
    headers: { Authorization: 'Bearer t', 'X-Conversation-Id': 'c' },
  });
  expect(sent[0]?.batch.map(({ event, messageId }) => [event, messageId])).toEqual([
    ['Product Viewed', 'm1'],
    ['Product Added', 'm2'],
  ]);
});

it('drops everything without consent, and what waits when consent is withdrawn', async () => {
  const { track, flush, sent, withdraw } = open();
  track('Product Viewed', { product_id: 'scarf' });
  withdraw();
  track('Product Viewed', { product_id: 'lamp' });
  await flush();
  expect(sent).toEqual([]);
});

it('lets nothing out but what an event of a shop needs', async () => {
  const { track, flush, sent } = open();
  track('Order Completed', { product_id: 'scarf' });
  track('Signed Up', { email: 'a@b.test' });
  track(7, null);
  track('Checkout Started', {
    email: 'a@b.test',
    products: [{ product_id: 'scarf', name: 'Ann', price: 5, quantity: 1 }, 'nonsense', null],
    sku: { toString: () => 'x' },
    list_id: 'x'.repeat(201),
  });
  track('Cart Viewed', undefined);
  await flush();
  expect(sent[0]?.batch.map(({ properties }) => properties)).toEqual([
    { products: [{ product_id: 'scarf', quantity: 1 }, {}, {}] },
    {},
  ]);
});

it.each([
  ['a server that fails', 503],
  ['a line that is cut', 'offline'],
] as const)('tries once more after %s, with the same ids, and not again', async (_, status) => {
  const { track, flush, sent } = open([status, status, 202]);
  track('Product Viewed', { product_id: 'scarf' });
  await flush();
  await flush();
  expect(sent).toHaveLength(2);
  expect(sent[0]?.batch).toEqual(sent[1]?.batch);
});

it('does not repeat what was refused, and never lets more wait than a page may leave behind', async () => {
  const { track, flush, sent } = open([401]);
  for (let index = 0; index < 100; index += 1) track('Product Viewed', { product_id: `p${index}` });
  await flush();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.batch).toHaveLength(30);
});
