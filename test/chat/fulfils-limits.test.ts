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

const inWords = (language: string, title: string): Product => ({
  ...product({ id: 'words', title }),
  language,
  texts: { [language]: { title, description: '' } },
});

it.each([
  ['en', 'Scarf in navy', 'blue'],
  ['de', 'Schal in Rot', 'red'],
  ['de', 'Marineblauer Schal', 'blue'],
  ['fr', 'Une écharpe rouge', 'red'],
  ['es', 'Bufanda roja de lana', 'red'],
])('refuses, in %s, "%s" to whoever wants nothing %s', (language, title, color) => {
  expect(keeps(inWords(language, title), limit('color', 'ne', color))).toBe(false);
  expect(keeps(inWords(language, title), limit('color', 'ne', 'green'))).toBe(true);
});

it('does not take a part of a word for a refused value', () => {
  expect(keeps(inWords('en', 'Tailored scarf'), limit('color', 'ne', 'red'))).toBe(true);
});

it.each([
  ['eq', 'tarn', true],
  ['eq', 'TARN', true],
  ['eq', 'Quillon', false],
  ['ne', 'Tarn', false],
  ['ne', 'Quillon', true],
] as const)('holds the brand to "%s %s"', (operator, brand, expected) => {
  expect(keeps({ ...navy, brand: 'Tarn' }, limit('brand', operator, brand))).toBe(expected);
});

it('has no value where the shop tells none: nothing is fulfilled, nothing refused', () => {
  expect(keeps(navy, limit('material', 'eq', 'wool'))).toBe(false);
  expect(keeps(navy, limit('material', 'ne', 'wool'))).toBe(true);
  expect(keeps(navy, limit('brand', 'eq', 'Tarn'))).toBe(false);
});

it.each([
  ['lt', '42', false],
  ['lte', 42, true],
  ['gt', '41.5', true],
  ['gte', 43, false],
  ['lte', '42 cm', false],
] as const)('compares a value that is a number: pages %s %s', (operator, bound, expected) => {
  const book = { ...product({ id: 'book', title: 'Book' }), attributes: { pages: ['42'] } };
  expect(keeps(book, limit('pages', operator, bound))).toBe(expected);
});

it.each([
  ['lt', '2 kg', true],
  ['lt', '1.8 kg', false],
  ['lte', '1800 g', true],
  ['gte', '4 lb', false],
  ['gt', '3 lb', true],
  ['gte', '1 m', false],
  ['eq', '1.8 kg', true],
  ['eq', '1,800 g', true],
  ['ne', '1.8 kg', false],
] as const)('compares amounts in any unit: 1800 g %s %s', (operator, bound, expected) => {
  const tent = { ...product({ id: 'tent', title: 'Tent' }), attributes: { weight: ['1800 g'] } };
  expect(keeps(tent, limit('weight', operator, bound))).toBe(expected);
});

it('takes the price of a sale while it runs', () => {
  const [variant] = navy.variants;
  const sale = { price: { amountMinor: 1_500, currency: 'USD' }, untilMs: NOW_MS + 1 };
  const offer = { price: { amountMinor: 2_000, currency: 'USD' }, sale, availability: 'in-stock' as const };
  if (variant === undefined) return expect.unreachable();
  const at = (nowMs: number) => fulfilsLimit(navy, variant, offer, limit('price', 'lt', 1_600), nowMs);
  expect([at(NOW_MS), at(NOW_MS + 1)]).toEqual([true, false]);
});
