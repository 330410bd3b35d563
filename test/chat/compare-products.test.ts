import { expect, it } from 'vitest';
import { compareProducts } from '../../src/chat/compare-products.ts';
import { product } from '../support/small-shop.ts';
import { turnIn } from './turn-context.ts';

const WOOL = product({
  id: 'wool',
  title: 'Wool scarf',
  material: 'wool',
  color: ['red'],
  priceMinor: 3_900,
});
const SILK = {
  ...product({ id: 'silk', title: 'Silk scarf', color: ['red'], priceMinor: 8_900 }),
  brand: 'Tarn',
};

it('puts the price first, then the brand, then what differs, then what is the same', async () => {
  const step = await compareProducts(['silk', 'wool'], await turnIn([WOOL, SILK]));
  expect(step?.products.map(({ view }) => view.productId)).toEqual(['silk', 'wool']);
  expect(step?.rows.map(({ attribute, values }) => [attribute, values])).toEqual([
    ['price', ['$89.00', '$39.00']],
    ['brand', ['Tarn', undefined]],
    ['material', [undefined, 'wool']],
    ['color', ['red', 'red']],
  ]);
});

it('compares what is left when one of three is gone, and nothing when only one is left', async () => {
  const context = await turnIn([WOOL, SILK, product({ id: 'gone', title: 'Scarf' })]);
  context.shop.stock.delete('gone');
  const step = await compareProducts(['wool', 'gone', 'silk'], context);
  expect(step?.products).toHaveLength(2);
  expect(await compareProducts(['wool', 'gone'], context)).toBeUndefined();
});

it('does not compare what is not sold in the market', async () => {
  const market = { country: 'DE', currency: 'EUR', languages: ['de'] };
  expect(await compareProducts(['wool', 'silk'], await turnIn([WOOL, SILK], { market }))).toBeUndefined();
});

it('has as many values in every row as there are products, and at most eight rows', async () => {
  const attributes = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`trait${index}`, [String(index)]]),
  );
  const step = await compareProducts(['wool', 'silk'], await turnIn([{ ...WOOL, attributes }, SILK]));
  expect(step?.rows).toHaveLength(8);
  for (const { values } of step?.rows ?? []) expect(values).toHaveLength(2);
});
