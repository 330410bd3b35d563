import { expect, it } from 'vitest';
import type { DeskContext } from '../../../src/console/page.ts';
import type { Answer, Problem } from '../../../src/console/problem.ts';
import { ProductShelf } from '../../../src/console/settings/product-shelf.ts';

const refused = (status: number): Answer<never> => ({
  kind: 'refused',
  problem: { status, code: 'NOT_FOUND', detail: '', body: {} } as unknown as Problem,
});

/** A shop in three markets; the second of them is the reader's, and answers where none is named. @param sold Product ids by market. */
function shelfOf(sold: Readonly<Record<string, readonly string[]>>) {
  const asked: string[] = [];
  const get = async (path: string, { market = 'US' }: { market?: string } = {}): Promise<Answer<unknown>> => {
    if (path === '/v1/markets')
      return { kind: 'ok', value: { markets: ['DE', 'US', 'JP'].map((country) => ({ country })) } };
    const productId = path.split('/').at(-1) ?? '';
    asked.push(`${productId} ${market}`);
    if (productId === 'failing') return refused(500);
    return sold[market]?.includes(productId)
      ? { kind: 'ok', value: { productId, title: `${productId} in ${market}` } }
      : refused(404);
  };
  const host = {
    addController() {},
    removeController() {},
    requestUpdate() {},
    updateComplete: Promise.resolve(true),
  };
  return { asked, shelf: new ProductShelf(host, () => ({ desk: { get } }) as unknown as DeskContext) };
}

it('finds what is sold in another market only, and says in which', async () => {
  const { shelf, asked } = shelfOf({ US: ['a'], JP: ['b'], DE: ['c'] });
  await shelf.look(['a', 'b', 'c']);
  expect(shelf.get('a')).toEqual({ product: { productId: 'a', title: 'a in US' } });
  expect(shelf.get('b')).toEqual({ product: { productId: 'b', title: 'b in JP' }, market: 'JP' });
  expect(shelf.nameOf('b')).toBe('b in JP');
  expect(shelf.get('c')).toEqual({ product: { productId: 'c', title: 'c in DE' }, market: 'DE' });
  expect(asked.filter((line) => line.startsWith('a '))).toEqual(['a US']);
});

it('calls gone what no market sells, and asks again for what could not be read', async () => {
  const { shelf, asked } = shelfOf({ US: ['a'] });
  await shelf.look(['nowhere', 'failing']);
  expect([shelf.get('nowhere'), shelf.get('failing')]).toEqual(['gone', undefined]);
  const before = [...asked];
  await shelf.look(['nowhere', 'failing']);
  expect(asked.slice(before.length)).toEqual(['failing US']);
});
