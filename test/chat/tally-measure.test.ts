import { expect, it } from 'vitest';
import { tallyCatalogue } from '../../src/chat/tally-catalogue.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import type { Product } from '../../src/domain/product.ts';
import { limit, product } from '../support/small-shop.ts';
import { turnIn } from './turn-context.ts';

const { signal } = new AbortController();

const weighing = (id: string, attributes: Readonly<Record<string, string>>, color = 'red'): Product => {
  const made = product({ id, title: `Scarf ${id}`, color: [color] });
  const stated = Object.entries(attributes).map(([name, value]) => [name, [value]]);
  return { ...made, attributes: { ...made.attributes, ...Object.fromEntries(stated) } };
};

async function ask(
  products: readonly Product[],
  question: 'least' | 'most',
  { attribute = 'weight', need = EMPTY_NEED } = {},
) {
  const act = { type: 'tally', question, attribute, need } as const;
  const { step } = await tallyCatalogue(act, await turnIn(products), signal);
  return step;
}
const ids = (step: Awaited<ReturnType<typeof ask>>) => step.products.map(({ view }) => view.productId);

const SCARVES = [
  weighing('a', { weight: '0.4 kg' }),
  weighing('b', { weight: '350 g' }, 'blue'),
  weighing('c', { weight: '1.2 kg' }),
  weighing('d', {}),
];

it('compares amounts whatever their units, and says how many state one', async () => {
  const least = await ask(SCARVES, 'least');
  expect(ids(least)).toEqual(['b']);
  expect(least).toMatchObject({ total: 4, tied: 1, measure: { attribute: 'weight', stated: 3 } });
  expect(ids(await ask(SCARVES, 'most'))).toEqual(['c']);
});

it('looks among what the question is about alone', async () => {
  const need = { ...EMPTY_NEED, constraints: [limit('color', 'eq', 'red')] };
  expect(ids(await ask(SCARVES, 'least', { need }))).toEqual(['a']);
});

it('tells all that share the amount', async () => {
  const step = await ask([...SCARVES, weighing('e', { weight: '0.35 kg' })], 'least');
  expect(ids(step).toSorted()).toEqual(['b', 'e']);
  expect(step.tied).toBe(2);
});

it('takes an attribute whose name holds the word', async () => {
  const step = await ask(
    [weighing('a', { 'item weight': '2 kg' }), weighing('b', { 'item weight': '900 g' })],
    'least',
  );
  expect(ids(step)).toEqual(['b']);
});

it('takes for a size whatever tells an extent', async () => {
  const step = await ask(
    [
      weighing('a', { width: '40 cm', guarantee: '9 years' }),
      weighing('b', { width: '1 m', guarantee: '2 years' }),
    ],
    'most',
    { attribute: 'size' },
  );
  expect(step).toMatchObject({ measure: { attribute: 'width' } });
  expect(ids(step)).toEqual(['b']);
});

it('names no product where none states it', async () => {
  expect(await ask([weighing('a', {}), weighing('b', {})], 'least')).toMatchObject({
    total: 2,
    products: [],
  });
});
