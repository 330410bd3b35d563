import { expect, it } from 'vitest';
import { createPageBook } from '../../src/assembly/page-book.ts';
import { product } from '../support/small-shop.ts';

const book = createPageBook();
const scarf = product({ id: 'scarf', title: 'Scarf' });
book.add({
  ...scarf,
  url: 'https://shop.example/scarves/plain',
  variants: scarf.variants.map((variant) => ({ ...variant, url: 'https://shop.example/p?id=7' })),
});
book.add({ ...product({ id: 'later', title: 'Later' }), url: 'https://other.example/scarves/plain/' });
book.add({ ...product({ id: 'home', title: 'Home' }), url: 'https://shop.example/' });

it.each([
  ['https://shop.example/scarves/plain', 'scarf'],
  ['https://www.shop.example/scarves/plain/#reviews', 'scarf'],
  ['/scarves/plain', 'scarf'],
  ['http://localhost:3000/p?id=7', 'scarf'],
  ['https://shop.example/p?id=8', undefined],
  ['https://shop.example/', undefined],
  ['', undefined],
  ['http://[', undefined],
])('finds the product of the page %s', (url, productId) => {
  expect(book.find(url)).toBe(productId);
});
