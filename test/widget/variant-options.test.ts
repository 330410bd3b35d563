import { describe, expect, it } from 'vitest';
import type { ProductView } from '../../src/domain/turn.ts';
import { variantChoice } from '../../src/widget/variant-options.ts';
import { SCRIPTED_PRODUCTS } from '../support/scripted-products.ts';

function variant(variantId: string, attributes: ProductView['attributes'], isThere = true): ProductView {
  const [product] = SCRIPTED_PRODUCTS;
  if (product === undefined) throw new RangeError('there are products');
  return { ...product, variantId, attributes, availability: isThere ? 'in-stock' : 'out-of-stock' };
}

const SHIRT = {
  attributeLabels: { color: 'Colour', size: 'Size' },
  variants: [
    variant('bs', { material: ['wool'], color: ['blue'], size: ['S'] }),
    variant('bm', { material: ['wool'], color: ['blue'], size: ['M'] }, false),
    variant('rm', { material: ['wool'], color: ['red'], size: ['M'] }),
    variant('gm', { material: ['wool'], color: ['green'], size: ['M'] }, false),
  ],
};

const soldOut = (chosen: Readonly<Record<string, string>>) =>
  variantChoice(SHIRT, chosen, 'Variant').questions.map(({ options }) =>
    options.filter(({ isSoldOut }) => isSoldOut).map(({ value }) => value),
  );

describe('the choice of a variant', () => {
  it('asks only for what differs, under the shop’s words', () => {
    const { questions, missing, variant: chosen } = variantChoice(SHIRT, {}, 'Variant');
    expect(questions.map(({ label }) => label)).toEqual(['Colour', 'Size']);
    expect(questions[0]?.options.map(({ value }) => value)).toEqual(['blue', 'red', 'green']);
    expect(missing).toEqual(['Colour', 'Size']);
    expect(chosen).toBeUndefined();
  });

  it('shows what cannot be had, in view of what was chosen before', () => {
    expect(soldOut({})).toEqual([['green'], []]);
    expect(soldOut({ color: 'blue' })).toEqual([['green'], ['M']]);
    expect(soldOut({ color: 'red' })).toEqual([['green'], ['S']]);
  });

  it('is made when one is left that can be had', () => {
    const made = variantChoice(SHIRT, { color: 'red', size: 'M' }, 'Variant');
    expect([made.variant?.variantId, made.missing]).toEqual(['rm', []]);
    expect(variantChoice(SHIRT, { color: 'blue', size: 'M' }, 'Variant').missing).toEqual(['Size']);
    expect(variantChoice(SHIRT, { color: 'green', size: 'M' }, 'Variant').variant).toBeUndefined();
  });

  it('names variants that no attribute tells apart', () => {
    const alike = {
      attributeLabels: {},
      variants: [variant('a', {}), variant('b', {}), variant('c', {}, false)],
    };
    const { questions } = variantChoice(alike, {}, 'Variant');
    expect(questions).toMatchObject([{ label: 'Variant', options: [{}, {}, { isSoldOut: true }] }]);
    const [first] = questions[0]?.options ?? [];
    expect(variantChoice(alike, { '': first?.value ?? '' }, 'Variant').variant?.variantId).toBe('a');
  });

  it('has pictures for values only where each has one of its own', () => {
    const pictured = SHIRT.variants.map((each, index) => ({ ...each, imageUrl: `/${index}.svg` }));
    const of = (variants: readonly ProductView[]) =>
      variantChoice({ ...SHIRT, variants }, {}, 'Variant').questions[0]?.options.map(
        ({ imageUrl }) => imageUrl,
      );
    expect(of(pictured)).toEqual(['/0.svg', '/2.svg', '/3.svg']);
    expect(of(SHIRT.variants)).toEqual([undefined, undefined, undefined]);
  });
});
