import { expect, it } from 'vitest';
import { answerProduct } from '../../src/chat/answer-product.ts';
import { product } from '../support/small-shop.ts';
import { turnIn } from './turn-context.ts';

const sketch = product({ id: 'scarf', title: 'Plain scarf', color: ['blue', 'green'], material: 'wool' });
const SCARF = {
  ...sketch,
  texts: {
    en: {
      title: 'Plain scarf',
      description: 'Knitted in Portugal by hand. Wash it cold and dry it flat. A plain scarf for plain days.',
    },
  },
};
const ask = async (question: string, attribute?: string, products = [SCARF]) =>
  await answerProduct(
    { type: 'answer', productId: 'scarf', question, ...(attribute === undefined ? {} : { attribute }) },
    await turnIn(products),
    new AbortController().signal,
  );

it('answers with every value that can be bought', async () => {
  expect(await ask('which colours are there?', 'color')).toMatchObject({
    attribute: 'color',
    values: ['blue', 'green'],
  });
  expect(await ask('what is it made of?', 'material')).toMatchObject({ values: ['wool'] });
});

it('leaves out a value of a variant that is sold out', async () => {
  const soldOut = SCARF.variants.map((variant) =>
    variant.variantId === 'scarf-green'
      ? {
          ...variant,
          offers: {
            US: { price: { amountMinor: 1, currency: 'USD' }, availability: 'out-of-stock' as const },
          },
        }
      : variant,
  );
  expect(await ask('which colours?', 'color', [{ ...SCARF, variants: soldOut }])).toMatchObject({
    values: ['blue'],
  });
});

it('answers price and category from the fields', async () => {
  expect(await ask('how much?', 'price')).toMatchObject({ values: ['$20.00'] });
  expect(await ask('what is it?', 'category')).toMatchObject({ values: ['Things › scarf'] });
});

it("answers with the sentence of the shop's own text that has the words asked", async () => {
  expect((await ask('can I wash it cold?'))?.passage).toBe('Wash it cold and dry it flat.');
  expect((await ask('where was it knitted', 'origin'))?.passage).toBe('Knitted in Portugal by hand.');
});

it('says nothing rather than something else: a title word is no answer', async () => {
  expect((await ask('is the scarf waterproof?'))?.passage).toBeUndefined();
  const step = await ask('how heavy is it?', 'weight');
  expect(step).toMatchObject({ attribute: 'weight' });
  expect([step?.values, step?.passage]).toEqual([undefined, undefined]);
});

it('has no answer for a product that is gone', async () => {
  expect(await ask('which colours?', 'color', [])).toBeUndefined();
});
