import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProduct, commonTitle } from '../../src/catalog/build-product.ts';
import type { VariantContext } from '../../src/catalog/build-variant.ts';
import type { Product } from '../../src/domain/product.ts';
import type { SourceItem } from '../../src/ports/catalogue-source.ts';
import type { Listing } from '../../src/ports/listing-interpreter.ts';

const CONTEXT: VariantContext = {
  country: 'US',
  currency: 'USD',
  language: 'en',
  locale: 'en-US',
  decimalSign: '.',
};

const listing = (fields: Partial<Listing> = {}): Listing => ({
  line: 2,
  id: 'A',
  title: 'Wool Scarf',
  price: '20.00',
  attributes: [],
  ...fields,
});

const build = (...listings: Partial<Listing>[]) => buildProduct(listings.map(listing), CONTEXT);
const productOf = (items: readonly SourceItem[]): Product | undefined =>
  items.flatMap((item) => (item.kind === 'product' ? [item.value.product] : []))[0];
const codesOf = (items: readonly SourceItem[]) =>
  items.flatMap((item) => (item.kind === 'product' ? [] : [item.value.code]));
const offerOf = (fields: Partial<Listing>) => productOf(build(fields))?.variants[0]?.offers.US;

describe('buildProduct', () => {
  it('makes a product with one variant of a listing by itself', () => {
    const product = productOf(
      build({ description: '<p>Warm</p>', brand: 'Hill', category: ['Clothing', ' Scarves '] }),
    );
    expect(product).toMatchObject({
      productId: 'A',
      language: 'en',
      brand: 'Hill',
      category: ['Clothing', 'Scarves'],
      texts: { en: { title: 'Wool Scarf', description: 'Warm' } },
      attributes: { material: ['wool'] },
    });
    expect(product?.variants).toEqual([
      {
        variantId: 'A',
        attributes: {},
        offers: { US: { price: { amountMinor: 2000, currency: 'USD' }, availability: 'in-stock' } },
      },
    ]);
  });

  it('gives the product what all variants share, and the variants what sets them apart', () => {
    const group = (id: string, color: string): Partial<Listing> => ({
      id,
      groupId: 'G',
      title: `Scarf - ${color}`,
      attributes: [
        ['color', color],
        ['material', 'Silk'],
      ],
    });
    const product = productOf(build(group('1', 'Red'), group('2', 'Navy Blue')));
    expect(product).toMatchObject({ productId: 'G', attributes: { material: ['silk'] } });
    expect(product?.texts.en?.title).toBe('Scarf');
    expect(product?.variants.map(({ attributes }) => attributes)).toEqual([
      { color: ['red'] },
      { color: ['navy', 'blue'] },
    ]);
    expect(product?.texts.en?.attributes).toEqual({
      color: ['Red', 'Navy Blue', 'blue'],
      material: ['Silk'],
    });
  });

  it('rejects rows at fault one by one and makes the product of the others', () => {
    const items = build(
      { id: '1', groupId: 'G' },
      { id: '2', groupId: 'G', price: 'free', line: 3 },
      { id: '1', groupId: 'G', line: 4 },
      { id: '', groupId: 'G', line: 5 },
    );
    expect(productOf(items)?.variants.map(({ variantId }) => variantId)).toEqual(['1']);
    expect(codesOf(items)).toEqual(['price-unreadable', 'id-twice', 'id-missing']);
    expect(items[2]).toEqual({
      kind: 'rejected',
      value: { line: 4, id: '1', code: 'id-twice', reason: 'The id stands already in line 2' },
    });
  });

  it.each([
    [{ id: ' \u200b ' }, 'id-missing'],
    [{ id: 'x'.repeat(201) }, 'id-too-long'],
    [{ title: '<script>x</script>' }, 'title-missing'],
    [{ price: '5.00 EUR' }, 'currency-mismatch'],
    [{ salePrice: '25' }, 'sale-above-regular'],
    [{ salePrice: 'cheap' }, 'sale-price-unreadable'],
    [{ availability: 'perhaps' }, 'availability-unknown'],
  ] as const)('refuses %j as %s', (fields, code) => {
    expect(codesOf(build(fields))).toEqual([code]);
  });

  it('skips, without a fault, what the shop keeps from sale', () => {
    const items = build({ withheld: { code: 'status-draft', reason: 'draft' } });
    expect(items).toEqual([
      { kind: 'skipped', value: { line: 2, id: 'A', code: 'status-draft', reason: 'draft' } },
    ]);
  });

  it('takes a reduced price with its period, or the price before it', () => {
    expect(offerOf({ salePrice: '15', saleFrom: '2026-11-01', saleUntil: '2026-11-30' })).toMatchObject({
      price: { amountMinor: 2000 },
      sale: { price: { amountMinor: 1500 }, fromMs: Date.UTC(2026, 10, 1), untilMs: Date.UTC(2026, 11, 1) },
    });
    expect(offerOf({ listPrice: '25' })).toMatchObject({
      price: { amountMinor: 2500 },
      sale: { price: { amountMinor: 2000 } },
    });
    for (const listPrice of ['20', '15', 'No old price'])
      expect(offerOf({ listPrice })).not.toHaveProperty('sale');
    expect(offerOf({ salePrice: '20' })).not.toHaveProperty('sale');
  });

  it('does not promise a reduction whose period cannot be read', () => {
    expect(offerOf({ salePrice: '15', saleUntil: 'soon' })).toEqual({
      price: { amountMinor: 2000, currency: 'USD' },
      availability: 'in-stock',
    });
  });

  it.each([
    [{}, 'in-stock', undefined],
    [{ stock: '0' }, 'out-of-stock', 0],
    [{ stock: '-5' }, 'out-of-stock', 0],
    [{ stock: 7.9 }, 'in-stock', 7],
    [{ stock: 'plenty' }, 'in-stock', undefined],
    [{ stock: '0', availability: 'in stock' }, 'in-stock', undefined],
    [{ stock: '3', availability: 'out_of_stock' }, 'out-of-stock', 3],
    [{ availability: 'Nicht lieferbar' }, 'out-of-stock', undefined],
    [{ availability: 'https://schema.org/BackOrder' }, 'preorder', undefined],
  ] as const)('tells availability of %j', (fields, availability, stock) => {
    const offer = offerOf(fields);
    expect([offer?.availability, offer?.stock]).toEqual([availability, stock]);
  });

  it('drops addresses that are not http(s), with a warning', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      'https://shop@evil.example/',
      'x.jpg',
    ]) {
      const [item] = build({ url, imageUrl: 'https://shop.example/i.jpg' });
      expect(productOf(item === undefined ? [] : [item])).toMatchObject({
        imageUrl: 'https://shop.example/i.jpg',
      });
      expect(JSON.stringify(productOf(item === undefined ? [] : [item]))).not.toContain(url);
      expect(item?.kind === 'product' && item.value.warnings?.map(({ code }) => code)).toEqual([
        'link-left-out',
      ]);
    }
  });

  it('keeps valid GTINs only', () => {
    expect(productOf(build({ gtin: '4006381333931' }))?.variants[0]?.gtin).toBe('4006381333931');
    expect(productOf(build({ gtin: '4006381333932' }))?.variants[0]).not.toHaveProperty('gtin');
  });

  it('takes the cheapest delivery to the market', () => {
    const shipping = [
      { country: 'CA', price: '1 USD' },
      { country: 'us', price: '6 USD' },
      { price: '5 USD' },
    ];
    expect(offerOf({ shipping })?.shipping).toEqual({ amountMinor: 500, currency: 'USD' });
    expect(offerOf({ shipping: [{ price: '0.00 USD' }] })?.shipping?.amountMinor).toBe(0);
  });

  it('shortens a cell of a million characters instead of keeping it', () => {
    const product = productOf(build({ title: 'a '.repeat(500_000), description: 'b '.repeat(500_000) }));
    expect(JSON.stringify(product).length).toBeLessThan(25_000);
  });

  it('accounts for every listing: variants and rejected rows add up', () => {
    const field = fc.option(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('12.00', 'in stock', 'A', 'B')),
      {
        nil: undefined,
      },
    );
    const listings = fc.array(
      fc.record({ id: field, title: field, price: field, availability: field, stock: field, url: field }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(listings, (rows) => {
        const given = rows.map((row, index): Listing => {
          const told = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
          return { line: index + 1, groupId: 'G', attributes: [], ...told };
        });
        const items = buildProduct(given, CONTEXT);
        expect((productOf(items)?.variants.length ?? 0) + codesOf(items).length).toBe(rows.length);
      }),
    );
  });
});

describe('commonTitle', () => {
  it('finds the words all titles begin with, when they are a title', () => {
    expect(commonTitle(['Shirt, Red', 'Shirt, Blue'])).toBe('Shirt');
    expect(commonTitle(['Trail Jacket (M)', 'Trail Jacket (L)'])).toBe('Trail Jacket');
    expect(commonTitle(['A very long name of a lamp', 'A mug'])).toBe('A very long name of a lamp');
    expect(commonTitle([])).toBe('');
  });
});
