import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLinkedData } from '../../src/widget/page-linked-data.ts';

const HERE = 'https://shop.test/p/scarf?color=red';
const read = (...blocks: readonly unknown[]) =>
  readLinkedData(
    blocks.map((block) => JSON.stringify(block)),
    HERE,
  );
const product = { '@type': 'Product', sku: 'S-1', mpn: 'M-1' };

it('reads the codes of a product, the surest first, and none twice', () => {
  expect(
    read({ '@context': 'https://schema.org', ...product, gtin13: 4006381333931, productID: 'sku:S-1' }),
  ).toEqual({
    codes: ['S-1', '4006381333931', 'M-1'],
  });
  expect(
    read({ '@type': 'http://schema.org/Product', offers: { '@type': 'Offer', sku: 'O-1' } })?.codes,
  ).toEqual(['O-1']);
});

it('finds it in a graph, in a list and as the main thing of the page', () => {
  const breadcrumbs = {
    '@type': 'BreadcrumbList',
    itemListElement: [{ '@type': 'ListItem', item: { ...product, sku: 'no' } }],
  };
  expect(read({ '@graph': [{ '@type': 'WebSite' }, breadcrumbs, product] })?.codes).toContain('S-1');
  expect(read([breadcrumbs, [product]])?.codes).toContain('S-1');
  expect(read({ '@type': 'WebPage', mainEntity: product })?.codes).toContain('S-1');
});

it('takes of a group the variant whose page it is', () => {
  const group = {
    '@type': ['ProductGroup'],
    productGroupID: 'G-1',
    hasVariant: [
      {
        '@type': 'Product',
        sku: 'V-blue',
        offers: { url: '/p/scarf?color=blue' },
        url: '/p/scarf?color=blue',
      },
      { '@type': 'Product', sku: 'V-red', url: '/p/scarf?color=red' },
    ],
  };
  expect(read(group)?.codes).toEqual(['V-red', 'G-1']);
});

it('is about no product where there are several, but for the one of the address', () => {
  const other = { '@type': 'Product', sku: 'S-2' };
  expect(read(product, other)).toBeUndefined();
  expect(read({ ...product, isRelatedTo: [other] })?.codes).toContain('S-1');
  expect(read(product, { ...other, url: 'https://shop.test/p/scarf' })?.codes).toEqual(['S-2']);
  expect(read(product, product)?.codes).toContain('S-1');
});

it('passes over what is hostile', () => {
  const deep = `${'['.repeat(5_000)}${JSON.stringify(product)}${']'.repeat(5_000)}`;
  const huge = JSON.stringify({ ...product, description: 'x'.repeat(400_000) });
  const polluting =
    '{"@type":"Product","__proto__":{"sku":"P"},"constructor":{"sku":"C"},"sku":{"toString":"x"}}';
  const wide = JSON.stringify({ '@graph': Array.from({ length: 50_000 }, () => ({})) });
  for (const block of [deep, huge, wide, 'null', '"Product"', '{', '[{"@type":7}]', '{"@type":[null,{}]}'])
    expect(readLinkedData([block], HERE)).toBeUndefined();
  expect(readLinkedData([polluting], HERE)).toEqual({ codes: [] });
  expect(Object.hasOwn(Object.prototype, 'sku')).toBe(false);
  expect(read({ ...product, sku: 'a'.repeat(101), mpn: 'b\u0000c', gtin: '' })).toEqual({ codes: [] });
});

it('never fails, whatever a page holds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.json(), fc.string()), { maxLength: 5 }),
      fc.string(),
      (blocks, address) => {
        const stated = readLinkedData(blocks, address);
        expect((stated?.codes ?? []).every((code) => typeof code === 'string' && code.length <= 100)).toBe(
          true,
        );
      },
    ),
  );
});
