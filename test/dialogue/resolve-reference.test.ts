import { describe, expect, it } from 'vitest';
import { type ReferenceContext, resolveReference } from '../../src/dialogue/resolve-reference.ts';
import type { ProductReference } from '../../src/domain/command.ts';
import { FOCUS, ordinal, SCARVES, shownProduct } from './support.ts';

const listed: ReferenceContext = { state: { shown: SCARVES } };

function resolved(reference: ProductReference, context: ReferenceContext = listed): string | string[] {
  const found = resolveReference(reference, context);
  return found.kind === 'product' ? found.productId : found.options.map(({ productId }) => productId);
}

describe('resolveReference', () => {
  it.each([
    [1, 'red'],
    [3, 'navy'],
    [-1, 'navy'],
  ])('counts position %i in the list last shown', (position, productId) => {
    expect(resolved(ordinal(position))).toBe(productId);
  });

  it.each([0, 4, 50])('offers the whole list for position %i, which it does not have', (position) => {
    expect(resolved(ordinal(position))).toEqual(['red', 'blue', 'navy']);
  });

  it('takes the one product with the value, and asks back with all that have it', () => {
    expect(resolved({ kind: 'attribute', attribute: 'color', value: 'red' })).toBe('red');
    expect(resolved({ kind: 'attribute', attribute: 'color', value: 'blue' })).toEqual(['blue', 'navy']);
    expect(resolved({ kind: 'attribute', attribute: 'color', value: 'green' })).toEqual([
      'red',
      'blue',
      'navy',
    ]);
  });

  it('takes the cheapest and the dearest, and asks back on a tie', () => {
    expect(resolved({ kind: 'extreme', of: 'cheapest' })).toBe('red');
    expect(resolved({ kind: 'extreme', of: 'dearest' })).toBe('navy');
    const tied: ReferenceContext = { state: { shown: [...SCARVES, shownProduct('other', 2000)] } };
    expect(resolved({ kind: 'extreme', of: 'cheapest' }, tied)).toEqual(['red', 'other']);
  });

  it('means the focus, else the page, else the only product shown', () => {
    const only = { shown: SCARVES.slice(0, 1) };
    expect(resolved(FOCUS, { state: { ...only, focus: 'blue' }, pageProductId: 'page' })).toBe('blue');
    expect(resolved(FOCUS, { state: only, pageProductId: 'page' })).toBe('page');
    expect(resolved(FOCUS, { state: only, pageProduct: shownProduct('page', 1) })).toBe('page');
    expect(resolved(FOCUS, { state: only })).toBe('red');
    expect(resolved(FOCUS)).toEqual(['red', 'blue', 'navy']);
  });

  it('knows the price of a named product only when it is on screen or on the page', () => {
    const page = shownProduct('page', 100);
    const named = (productId: string) =>
      resolveReference({ kind: 'product', productId }, { ...listed, pageProduct: page });
    expect(named('blue')).toEqual({ kind: 'product', productId: 'blue', shown: SCARVES[1] });
    expect(named('page')).toEqual({ kind: 'product', productId: 'page', shown: page });
    expect(named('elsewhere')).toEqual({ kind: 'product', productId: 'elsewhere' });
  });

  it('counts positions also in the lists before', () => {
    const state = { shown: SCARVES.slice(0, 1), screens: [SCARVES.slice(1), [shownProduct('oldest', 1)]] };
    expect(resolved({ ...ordinal(2), list: 1 } as ProductReference, { state })).toBe('navy');
    expect(resolved({ ...ordinal(-1), list: 2 } as ProductReference, { state })).toBe('oldest');
    expect(resolved({ ...ordinal(1), list: 3 } as ProductReference, { state })).toEqual([]);
  });

  it('takes the lowest and the highest of a measure, units converted', () => {
    const weights = ['2 kg', '900 g', '4 lb'];
    const state = {
      shown: weights.map((weight, index) => shownProduct(`p${index}`, 1, { weight: [weight] })),
    };
    const extreme = (of: 'lowest' | 'highest') =>
      resolved({ kind: 'extreme', of, attribute: 'weight' }, { state });
    expect(extreme('lowest')).toBe('p1');
    expect(extreme('highest')).toBe('p0');
    expect(resolved({ kind: 'extreme', of: 'lowest', attribute: 'length' }, { state })).toHaveLength(3);
  });

  it('means by "the one from before" what was talked about before this list, else the only one of the list before', () => {
    const before = { shown: SCARVES, screens: [[shownProduct('lamp', 1)]] };
    expect(resolved({ kind: 'earlier' }, { state: { ...before, earlierFocus: 'vase' } })).toBe('vase');
    expect(resolved({ kind: 'earlier' }, { state: before })).toBe('lamp');
    expect(resolved({ kind: 'earlier' }, { state: { shown: SCARVES, screens: [SCARVES] } })).toHaveLength(3);
  });

  it('means by "the other one" the one of two that is not in focus, and asks back among more', () => {
    const two = { shown: SCARVES.slice(0, 2), focus: 'red' };
    expect(resolved({ kind: 'other' }, { state: two })).toBe('blue');
    expect(resolved({ kind: 'other' }, { state: { shown: SCARVES, focus: 'red' } })).toEqual([
      'blue',
      'navy',
    ]);
  });

  it('knows nothing of the basket, and guesses nothing', () => {
    expect(resolved({ kind: 'basket' })).toEqual([]);
  });

  it('has nothing to offer without a list', () => {
    for (const reference of [ordinal(1), FOCUS, { kind: 'extreme', of: 'cheapest' } as const]) {
      expect(resolved(reference, { state: { shown: [] } })).toEqual([]);
    }
  });
});
