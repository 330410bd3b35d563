import { describe, expect, it } from 'vitest';
import { createArrivalBook } from '../../src/assembly/arrival-book.ts';
import { product } from '../support/small-shop.ts';

const DAY_MS = 86_400_000;
const NOW_MS = 1_000 * DAY_MS;
const listedDaysAgo = (productId: string, days: number) => ({
  ...product({ id: productId, title: 'Scarf' }),
  listedAtMs: NOW_MS - days * DAY_MS,
});

describe('createArrivalBook', () => {
  it('names what was listed in the last ninety days, the newest first', () => {
    const book = createArrivalBook(NOW_MS);
    for (const [productId, days] of [
      ['old', 91],
      ['month', 30],
      ['today', 0],
      ['also-today', 0],
      ['tomorrow', -1],
    ] as const)
      book.add(listedDaysAgo(productId, days));
    expect(book.newest(NOW_MS)).toEqual(['also-today', 'today', 'month']);
    expect(book.newest(NOW_MS + 61 * DAY_MS)).toEqual(['tomorrow', 'also-today', 'today']);
    expect(createArrivalBook(NOW_MS, book.listed).newest(NOW_MS)).toEqual(book.newest(NOW_MS));
  });
});
