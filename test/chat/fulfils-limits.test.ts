import { expect, it } from 'vitest';
import { fulfilsLimit } from '../../src/chat/fulfils-limits.ts';
import type { Constraint } from '../../src/domain/need.ts';
import type { Product } from '../../src/domain/product.ts';
import { limit, NOW_MS, product } from '../support/small-shop.ts';

function keeps(entry: Product, asked: Constraint): boolean {
  const [variant] = entry.variants;
  const offer = variant?.offers.US;
  return variant !== undefined && offer !== undefined && fulfilsLimit(entry, variant, offer, asked, NOW_MS);
}

const navy = product({ id: 'navy', title: 'Plain scarf', color: ['navy'], priceMinor: 2_000 });

it('takes a narrower value for a wider one, and not the other way round', () => {
  const blue = product({ id: 'blue', title: 'Plain scarf', color: ['blue'] });
  expect(keeps(navy, limit('color', 'eq', 'blue'))).toBe(true);
  expect(keeps(navy, limit('color', 'ne', 'blue'))).toBe(false);
  expect(keeps(blue, limit('color', 'eq', 'navy'))).toBe(false);
  expect(keeps(blue, limit('color', 'ne', 'navy'))).toBe(true);
});

it.each([
  ['lt', 2_000, false],
  ['lte', 2_000, true],
  ['gt', 1_999, true],
  ['gte', 2_001, false],
] as const)('holds the price to "%s %i"', (operator, value, expected) => {
  expect(keeps(navy, limit('price', operator, value))).toBe(expected);
});

it('refuses a value that stands in the words only', () => {
  const crimson = product({ id: 'words', title: 'Crimson scarf' });
  expect(keeps(crimson, limit('color', 'ne', 'crimson'))).toBe(false);
  expect(keeps(navy, limit('color', 'ne', 'crimson'))).toBe(true);
});

it('leaves what a product is to the index', () => {
  expect(keeps(navy, limit('product', 'eq', 'navy'))).toBe(true);
  expect(keeps(navy, limit('type', 'eq', 'scarf'))).toBe(true);
});
