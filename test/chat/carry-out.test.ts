import { describe, expect, it } from 'vitest';
import { carryOut } from '../../src/chat/carry-out.ts';
import { SHOWN_LIMIT } from '../../src/chat/list-request.ts';
import type { Act } from '../../src/domain/act.ts';
import { EMPTY_NEED, type Need } from '../../src/domain/need.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { limit, product, SCARVES } from '../support/small-shop.ts';
import { turnIn } from './turn-context.ts';

const { signal } = new AbortController();
const MANY = Array.from({ length: 20 }, (_, index) =>
  product({
    id: `scarf-${index}`,
    title: 'Plain scarf',
    color: [index % 2 === 0 ? 'blue' : 'green'],
    priceMinor: 1_000 + index,
  }),
);
const need = (...constraints: Need['constraints']): Need => ({ ...EMPTY_NEED, query: 'scarf', constraints });
const show = (wanted: Need, more: Partial<Extract<Act, { type: 'show' }>> = {}): Act => ({
  type: 'show',
  mode: 'new',
  need: wanted,
  exclude: [],
  ...more,
});
const shown = ({ products }: Awaited<ReturnType<typeof carryOut>>) =>
  products.map(({ productId }) => productId);

it('shows a screen of products, and remembers them for the next turn', async () => {
  const outcome = await carryOut([show(need())], await turnIn(MANY), signal);
  expect(outcome.products).toHaveLength(SHOWN_LIMIT);
  expect(outcome.total).toBe(20);
  expect(outcome.state.shown.map(({ productId }) => productId)).toEqual(shown(outcome));
});

it('shows the rest for "more", and says when nothing is left', async () => {
  const context = await turnIn(MANY.slice(0, 10));
  const first = await carryOut([show(need())], context, signal);
  const more = show(need(), { mode: 'more', exclude: first.state.seen });
  const second = await carryOut([more], { ...context, state: first.state }, signal);
  expect(new Set([...shown(first), ...shown(second)]).size).toBe(10);
  const third = await carryOut(
    [show(need(), { mode: 'more', exclude: second.state.seen })],
    { ...context, state: second.state },
    signal,
  );
  expect(third.steps).toMatchObject([{ act: 'show', products: [], exhausted: true }]);
});

it('says what is below a price limit only while the limit stands', async () => {
  const context = await turnIn(SCARVES);
  const kept = await carryOut([show(need(limit('price', 'lt', 4_000)))], context, signal);
  expect(kept.steps).toMatchObject([{ cheaperThan: { amountMinor: 4_000, currency: 'USD' } }]);
  const none = await carryOut([show(need(limit('price', 'lt', 100)))], context, signal);
  expect(none.relaxed.map(({ attribute }) => attribute)).toEqual(['price']);
  expect(none.steps[0]).not.toHaveProperty('cheaperThan');
});

it('reports a thing the shop does not know, and never filters by it', async () => {
  const unknown = limit('color', 'eq', 'ultraviolet', { known: false, words: 'ultraviolet' });
  const outcome = await carryOut([show(need(unknown))], await turnIn(MANY), signal);
  expect(outcome.steps).toMatchObject([{ unknown: ['ultraviolet'], total: 20 }]);
});

it('asks what is meant when the products of a comparison, a question or a why are gone', async () => {
  const acts: readonly Act[] = [
    { type: 'compare', productIds: ['gone', 'lamp'] },
    { type: 'answer', productId: 'gone', question: 'how big?' },
    { type: 'explain', productId: 'gone' },
  ];
  const outcome = await carryOut(acts, await turnIn(SCARVES), signal);
  expect(outcome.steps).toEqual(acts.map(() => ({ act: 'clarify', options: [] })));
  expect(outcome.products).toEqual([]);
});

it('tells positions of the list last shown when it asks which one', async () => {
  const context = await turnIn(SCARVES);
  const first = await carryOut([show(need())], context, signal);
  const options = first.state.shown.slice(1, 3);
  const asked = await carryOut([{ type: 'clarify', options }], { ...context, state: first.state }, signal);
  expect(asked.steps).toMatchObject([{ act: 'clarify', options: [{ position: 2 }, { position: 3 }] }]);
});

it('explains a product with the parts and reasons it was shown with', async () => {
  const context = await turnIn(SCARVES);
  const wanted = need(limit('color', 'eq', 'blue'));
  const first = await carryOut([show(wanted)], context, signal);
  const [top] = first.products;
  const state = { ...first.state, need: wanted };
  const why = await carryOut(
    [{ type: 'explain', productId: top?.productId ?? '' }],
    { ...context, state },
    signal,
  );
  expect(why.products[0]).toMatchObject({ productId: top?.productId, parts: expect.any(Array) });
  expect(why.products[0]?.reasons).toEqual(top?.reasons);
});

it('gives every act its step, in order, and the list of the first that has products', async () => {
  const acts: readonly Act[] = [{ type: 'greet' }, show(need()), { type: 'handoff', reason: 'order' }];
  const outcome = await carryOut(acts, await turnIn(SCARVES), signal);
  expect(outcome.steps.map(({ act }) => act)).toEqual(['greet', 'show', 'handoff']);
  expect(outcome.products.length).toBeGreaterThan(0);
});

it('shows a shop of one product, and a market that sells nothing', async () => {
  const one = await carryOut([show(need())], await turnIn(MANY.slice(0, 1)), signal);
  expect([one.products.length, one.chips]).toEqual([1, []]);
  const market = { country: 'FR', currency: 'EUR', languages: ['fr'] };
  const none = await carryOut([show(need())], await turnIn(MANY, { market }), signal);
  expect(none).toMatchObject({ products: [], total: 0, chips: [] });
});

it('offers chips that lead to exactly as many products as they say', async () => {
  const context = await turnIn(MANY);
  const wanted = need();
  const outcome = await carryOut(
    [show(wanted)],
    { ...context, state: { ...context.state, need: wanted } },
    signal,
  );
  expect(outcome.chips.length).toBeGreaterThan(0);
  expect(outcome.chips.filter(({ count }) => count === 20).map(({ label }) => label)).toEqual([
    'no preference',
  ]);
  for (const { count } of outcome.chips) {
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(20);
  }
  const blue = outcome.chips.find(({ label }) => /blue/i.test(label));
  expect(blue?.count).toBe(10);
});

describe('a search server that is down', () => {
  const failing = async (error: Error) => {
    const context = await turnIn(SCARVES);
    const fail = () => Promise.reject(error);
    return { ...context, shop: { ...context.shop, refreshPrices: fail } };
  };

  it.each(['INDEX_UNAVAILABLE', 'INDEX_FAILED'] as const)(
    'is said once, %s beside it; what needs no search is carried out',
    async (code) => {
      const context = await failing(new AssistantError(code, 'down'));
      const outcome = await carryOut(
        [show(need()), show(need()), { type: 'handoff', reason: 'requested' }],
        context,
        signal,
      );
      expect(outcome.steps).toEqual([{ act: 'unavailable' }, { act: 'handoff', reason: 'requested' }]);
      expect(outcome.degraded).toEqual([{ component: 'product-index', reason: code }]);
      expect(outcome.products).toEqual([]);
      expect(outcome.state).toEqual(context.state);
    },
  );

  it('hides no other error', async () => {
    const context = await failing(new AssistantError('DATABASE_FAILED', 'gone'));
    await expect(carryOut([show(need())], context, signal)).rejects.toMatchObject({
      code: 'DATABASE_FAILED',
    });
  });
});
