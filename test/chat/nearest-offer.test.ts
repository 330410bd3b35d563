import { expect, it } from 'vitest';
import { carryOut } from '../../src/chat/carry-out.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { limit, product, SCARVES } from '../support/small-shop.ts';
import { turnIn } from './turn-context.ts';

const { signal } = new AbortController();
const silkUnder = (priceMinor: number) => ({
  ...EMPTY_NEED,
  query: 'scarf',
  constraints: [limit('price', 'lt', priceMinor), limit('material', 'eq', 'silk')],
});

async function nearest(priceMinor: number, products = SCARVES) {
  const act = { type: 'show', mode: 'new', need: silkUnder(priceMinor), exclude: [] } as const;
  const { steps } = await carryOut([act], await turnIn(products), signal);
  const [step] = steps;
  return step?.act === 'show' ? step.nearest : expect.unreachable();
}

it('names the offer just beyond a limit that was kept', async () => {
  expect(await nearest(6_000)).toMatchObject({
    side: 'above',
    product: { view: { productId: 'silk-blue', price: { formatted: '$89.00' } } },
  });
});

it('names none when the limit leaves something, or nothing of it is sold at all', async () => {
  expect(await nearest(10_000)).toBeUndefined();
  expect(
    await nearest(6_000, [product({ id: 'wool', title: 'Wool scarf', material: 'wool' })]),
  ).toBeUndefined();
});
