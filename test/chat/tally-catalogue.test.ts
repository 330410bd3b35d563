import { describe, expect, it } from 'vitest';
import { carryOut } from '../../src/chat/carry-out.ts';
import type { Act } from '../../src/domain/act.ts';
import { type Constraint, EMPTY_NEED, type Need } from '../../src/domain/need.ts';
import type { TallyStep } from '../../src/domain/reply-plan.ts';
import { limit, product, SCARVES } from '../support/small-shop.ts';
import { turnIn } from './turn-context.ts';

const { signal } = new AbortController();
type TallyAct = Extract<Act, { type: 'tally' }>;

async function tally(asked: Omit<TallyAct, 'type' | 'need'> & { readonly need?: Need }, products = SCARVES) {
  const need = asked.need ?? EMPTY_NEED;
  const context = await turnIn(products);
  const state = { ...context.state, asked: { ...asked, need } };
  const outcome = await carryOut([{ type: 'tally', ...asked, need }], { ...context, state }, signal);
  const [step] = outcome.steps;
  return { ...outcome, step: step?.act === 'tally' ? step : expect.unreachable() };
}
const about = (...constraints: Constraint[]): Need => ({ ...EMPTY_NEED, constraints });
const mentions = (words: string) => limit('mentions', 'eq', words);
const ids = ({ products }: TallyStep) => products.map(({ view }) => view.productId);

/** Sixty scarves of one price each; the list of a search would show the best twenty. */
const SIXTY = Array.from({ length: 60 }, (_, number) =>
  product({
    id: `s${String(number).padStart(2, '0')}`,
    title: number % 3 === 0 ? 'Soft scarf' : 'Plain scarf',
    color: number % 2 === 0 ? ['blue'] : ['navy', 'red'],
    priceMinor: 1_000 + 37 * ((number * 31) % 60),
    material: number % 5 === 0 ? 'silk' : 'wool',
  }),
);

describe('a question about the shop', () => {
  it('finds the cheapest and the dearest of all, however many there are', async () => {
    const cheapest = await tally(
      { question: 'cheapest', need: { ...EMPTY_NEED, sort: 'price-ascending' } },
      SIXTY,
    );
    expect(cheapest.step.products[0]?.view.price.amountMinor).toBe(1_000);
    expect(cheapest.step).toMatchObject({ total: 60, tied: 1 });
    expect(cheapest.state.focus).toBe(ids(cheapest.step)[0]);
    const dearest = await tally(
      { question: 'dearest', need: { ...about(limit('material', 'eq', 'silk')), sort: 'price-descending' } },
      SIXTY,
    );
    const prices = dearest.step.products.map(({ view }) => view.price.amountMinor);
    expect(prices).toEqual(prices.toSorted((left, right) => right - left));
    expect(dearest.step.total).toBe(12);
    const silk = SIXTY.filter(({ attributes }) => attributes.material?.includes('silk'));
    expect(prices[0]).toBe(
      Math.max(...silk.map(({ variants }) => variants[0]?.offers.US?.price.amountMinor ?? 0)),
    );
  });

  it('counts products, values with their narrower ones, and prices', async () => {
    const count = await tally({ question: 'count', need: about(limit('color', 'eq', 'red')) }, SIXTY);
    expect(count).toMatchObject({ total: 30, products: [], step: { total: 30 } });
    const values = await tally({ question: 'values', attribute: 'color' }, SIXTY);
    expect(values.step.values?.counts).toMatchObject([
      { value: 'blue', label: 'blue', count: 60 },
      { value: 'navy', count: 30 },
      { value: 'red', count: 30 },
    ]);
    const prices = await tally({ question: 'price-range' }, SIXTY);
    expect(prices.step.prices).toMatchObject({
      lowest: { amountMinor: 1_000, currency: 'USD' },
      highest: { amountMinor: 1_000 + 37 * 59 },
    });
  });

  it('counts what its texts mention, also by another word for it', async () => {
    expect((await tally({ question: 'count', need: about(mentions('soft')) }, SIXTY)).total).toBe(20);
    expect((await tally({ question: 'count', need: about(mentions('bufanda')) }, SIXTY)).total).toBe(60);
    expect((await tally({ question: 'count', need: about(mentions('soft unicorn')) }, SIXTY)).total).toBe(0);
  });

  it('says of a superlative which words nothing mentions, and goes by the others', async () => {
    const need = {
      ...about(limit('type', 'eq', 'scarf'), mentions('soft unicorn')),
      sort: 'price-ascending' as const,
    };
    const { step } = await tally({ question: 'cheapest', need }, SIXTY);
    expect(step).toMatchObject({ total: 20, relaxed: ['unicorn'] });
  });

  it('never says that nothing mentions a word which other things mention', async () => {
    const shop = [
      product({ id: 'tarn', title: 'Tarn scarf', color: ['blue'], priceMinor: 2_000, material: 'wool' }),
      product({ id: 'lumo', title: 'Lumo scarf', color: ['red'], priceMinor: 3_000, material: 'wool' }),
    ];
    const of = (words: string) => about(limit('color', 'eq', 'red'), mentions(words));
    const known = await tally({ question: 'price-range', need: of('Tarn') }, shop);
    expect(known.step).toMatchObject({ total: 0, relaxed: [] });
    const unknown = await tally({ question: 'price-range', need: of('Zundo') }, shop);
    expect(unknown.step).toMatchObject({ total: 1, relaxed: ['Zundo'] });
  });

  it('says none, with what comes nearest and what lies beyond the price', async () => {
    const need = about(limit('material', 'eq', 'silk'), limit('price', 'lt', 1_000));
    const none = await tally({ question: 'count', need });
    expect(none).toMatchObject({ total: 0, chips: [] });
    expect(none.step.products.length).toBeGreaterThan(0);
    expect(none.step.nearestWithout.length).toBeGreaterThan(0);
  });

  it('knows that there is none of what the shop does not know', async () => {
    const unknown = limit('brand', 'eq', 'Acme', { known: false, words: 'Acme' });
    const none = await tally({ question: 'exists', need: about(unknown) });
    expect(none.step).toMatchObject({ total: 0, unknown: ['Acme'], products: [] });
  });

  it('says when all of it is sold out', async () => {
    const { step } = await tally({ question: 'count', need: about(limit('material', 'eq', 'cashmere')) });
    expect(step).toMatchObject({ total: 1, soldOut: true });
  });

  it('names the departments, and offers to see what it counted', async () => {
    const { step, chips } = await tally({ question: 'departments' });
    expect(step.values?.counts).toMatchObject([{ label: 'Things', count: 5 }]);
    expect(chips[0]).toEqual({ label: 'show them', message: 'show them', count: 5 });
  });

  it('answers in an empty market', async () => {
    const context = await turnIn(SCARVES, { market: { country: 'FR', currency: 'EUR', languages: ['fr'] } });
    for (const question of ['cheapest', 'count', 'values', 'price-range', 'exists', 'departments'] as const) {
      const { steps } = await carryOut([{ type: 'tally', question, need: EMPTY_NEED }], context, signal);
      expect(steps).toMatchObject([{ act: 'tally', total: 0, products: [] }]);
    }
  });
});
