import { describe, expect, it } from 'vitest';
import { isListChanged, withRefinement } from '../../../src/chat/desk/refined-state.ts';
import { needKey } from '../../../src/chat/desk/under-refinement.ts';
import { initialState } from '../../../src/dialogue/record-list.ts';
import type { Refinement } from '../../../src/domain/desk/draft.ts';
import type { Constraint } from '../../../src/domain/need.ts';
import type { ProductView } from '../../../src/domain/turn.ts';

const view = (productId: string): ProductView => ({
  productId,
  title: productId,
  category: [],
  price: { amountMinor: 1_000, currency: 'EUR', formatted: '€10' },
  availability: 'in-stock',
  attributes: {},
});
const LISTED = ['a', 'b', 'c'].map(view);
const refined = (products: Refinement['products'], banned: Refinement['banned'] = []) => ({
  refinement: { products, banned },
  listed: LISTED,
});
const order = (...productIds: string[]) => productIds.map((productId) => ({ productId }));
const placesAfter = (of: ReturnType<typeof refined>) =>
  withRefinement(initialState('en'), of).refined?.order?.places;

describe('what an agent made of a list', () => {
  it('is a change where order, products or bans differ, and none where only words do', () => {
    expect(isListChanged(refined(order('a', 'b', 'c')))).toBe(false);
    expect(isListChanged(refined([{ productId: 'a', note: 'nice' }, ...order('b', 'c')]))).toBe(false);
    expect(isListChanged(refined(order('b', 'a', 'c')))).toBe(true);
    expect(isListChanged(refined(order('a', 'b')))).toBe(true);
    expect(isListChanged(refined(order('a', 'b'), [{ productId: 'c' }]))).toBe(true);
  });

  it('orders further lists only where the agent ordered this one', () => {
    expect(placesAfter(refined(order('a', 'b', 'c')))).toBeUndefined();
    expect(placesAfter(refined(order('a', 'c'), [{ productId: 'b' }]))).toBeUndefined();
    expect(placesAfter(refined(order('c', 'd', 'a')))).toEqual([
      { productId: 'c', position: 1 },
      { productId: 'd', position: 1 },
      { productId: 'a', position: 1 },
    ]);
  });

  it('takes back the ban of what is listed again, and of nothing else', () => {
    const banned = withRefinement(initialState('en'), refined([], [{ productId: 'b' }, { productId: 'd' }]));
    expect(banned.refined?.banned).toEqual(['b', 'd']);
    expect(withRefinement(banned, refined(order('a', 'b'))).refined?.banned).toEqual(['d']);
  });

  it('keeps a pinned product at its place, ordered or not', () => {
    const [a, b, c] = order('a', 'b', 'c');
    expect(placesAfter(refined([a, { ...b, isPinned: true }, c] as Refinement['products']))).toEqual([
      { productId: 'b', position: 2 },
    ]);
    expect(placesAfter(refined([c, { ...b, isPinned: true }, a] as Refinement['products']))).toEqual([
      { productId: 'c', position: 1 },
      { productId: 'b', position: 2 },
      { productId: 'a', position: 1 },
    ]);
  });
});

describe('the name of a need', () => {
  const eq = (attribute: string, value: string): Constraint => ({
    ...{ attribute, operator: 'eq', value, strength: 'hard', words: value, confidence: 1, sourceTurn: 1 },
    known: true,
  });

  it('is that of the kinds of things, whatever their limits and in whichever order', () => {
    const scarves = { query: 'warm', constraints: [eq('type', 'scarf'), eq('color', 'red')] };
    expect(needKey(scarves)).toBe(needKey({ query: '', constraints: [eq('type', 'scarf')] }));
    expect(needKey(scarves)).not.toBe(needKey({ query: 'warm', constraints: [eq('type', 'lamp')] }));
    const both = [eq('type', 'scarf'), eq('category', 'winter')];
    expect(needKey({ query: '', constraints: both })).toBe(
      needKey({ query: '', constraints: both.toReversed() }),
    );
  });

  it('is that of the words where no kind is known, and of what it should be like', () => {
    expect(needKey({ query: 'a present', constraints: [] })).not.toBe(
      needKey({ query: 'cosy', constraints: [] }),
    );
    expect(needKey({ query: '', constraints: [], similarTo: 'a' })).not.toBe(
      needKey({ query: '', constraints: [] }),
    );
  });
});
