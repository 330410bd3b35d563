import { describe, expect, it } from 'vitest';
import { carryOut } from '../../src/chat/carry-out.ts';
import { decide } from '../../src/dialogue/decide.ts';
import type { Act } from '../../src/domain/act.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { product } from '../support/small-shop.ts';
import { turnIn } from './turn-context.ts';

const { signal } = new AbortController();
const COLORS = ['blue', 'green', 'red', 'black', 'white', 'pink'];
const MANY = Array.from({ length: 30 }, (_, index) =>
  product({
    id: `scarf-${String(index).padStart(2, '0')}`,
    title: 'Plain scarf',
    color: [COLORS[index % COLORS.length] ?? ''],
    material: index < 15 ? 'wool' : 'silk',
    priceMinor: 2_000,
  }),
);
const need = { ...EMPTY_NEED, query: 'scarf' };
const show: Act = { type: 'show', mode: 'new', need, exclude: [] };

async function listed(acts: readonly Act[] = [show], more: Partial<DialogueState> = {}) {
  const context = await turnIn(MANY);
  const state = { ...context.state, turn: 1, need, ...more };
  return { context, outcome: await carryOut(acts, { ...context, state }, signal) };
}

describe('a question beside a list', () => {
  it('is about the facet that parts it most, with five answers and "no preference"', async () => {
    const { outcome } = await listed();
    expect(outcome.question?.attribute).toBe('color');
    expect(outcome.question?.options).toHaveLength(6);
    expect(outcome.question?.options.at(-1)).toBe('no preference');
    expect(outcome.state.question).toMatchObject({ attribute: 'color', inARow: 1, turn: 1 });
  });

  it('has an answer for each chip, and each leads to exactly as many products as it says', async () => {
    const { context, outcome } = await listed();
    const options = outcome.state.question?.options ?? [];
    expect(outcome.chips.slice(0, 6).map(({ label }) => label)).toEqual(outcome.question?.options);
    for (const [position, { constraints }] of options.entries()) {
      const command = { type: 'refine' as const, query: '', constraints: [...constraints], drop: [] };
      const { acts, state } = decide(outcome.state, [command], { language: 'en' });
      const tapped = await carryOut(acts, { ...context, state }, signal);
      expect(tapped.total).toBe(outcome.chips[position]?.count);
    }
  });

  it('goes on to the next facet when the first does not matter', async () => {
    const { context, outcome } = await listed();
    const { acts, state } = decide(outcome.state, [{ type: 'no-preference' }], { language: 'en' });
    const next = await carryOut(acts, { ...context, state }, signal);
    expect(next.question?.attribute).toBe('material');
    const before = new Set(outcome.products.map(({ productId }) => productId));
    expect(next.products.some(({ productId }) => before.has(productId))).toBe(false);
  });

  it.each([
    ['for "more"', [{ ...show, mode: 'more' as const }], {}],
    ['beside an answer', [show, { type: 'handoff', reason: 'requested' } as const], {}],
    ['a third time in a row', [show], { question: { attribute: 'size', options: [], inARow: 2, turn: 0 } }],
    [
      'where the order is by price',
      [{ ...show, need: { ...need, sort: 'price-ascending' as const } }],
      { need: { ...need, sort: 'price-ascending' as const } },
    ],
  ])('is left out %s', async (_, acts, more) => {
    const { outcome } = await listed(acts, more);
    expect(outcome.question).toBeUndefined();
    expect(outcome.state.question).toBeUndefined();
  });
});
