import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  catalogueNames,
  gidOf,
  numberOf,
  productArguments,
  readOptions,
  toCatalogueIds,
} from '../../../../connectors/commerce-backend/shopify/shop-ids.ts';

const VARIANT = {
  id: 'gid://shopify/ProductVariant/7',
  product: { id: 'gid://shopify/Product/3', handle: 'wool-scarf' },
  options: { Size: 'One Size', Color: 'Red' },
};

it('goes from numbers to gids and back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n }), (number) => {
      const gid = gidOf('Customer', `${number}`);
      expect(gid).toBe(`gid://shopify/Customer/${number}`);
      expect(gidOf('Customer', gid ?? '')).toBe(gid);
      expect(numberOf(gid ?? '')).toBe(`${number}`);
    }),
  );
});

it.each([
  'ann',
  '',
  '1 2',
  'gid://shopify/Order/1',
  'gid://shopify/Customer/1?x',
  'gid://shopify/Customer/1/2',
])('takes %o for no customer', (id) => {
  expect(gidOf('Customer', id)).toBeUndefined();
});

it('leaves the secret of a cart out of what its lines are called', () => {
  expect(numberOf('gid://shopify/CartLine/ab-1?cart=secret')).toBe('ab-1');
});

it('asks for a product by its id, and by its handle when it has no other', () => {
  expect(productArguments('3')).toEqual({ id: 'gid://shopify/Product/3' });
  expect(productArguments('gid://shopify/Product/3')).toEqual({ id: 'gid://shopify/Product/3' });
  expect(productArguments('wool-scarf')).toEqual({ handle: 'wool-scarf' });
});

it('finds a variant under the name that the catalogue has for it', async () => {
  const knowing = (variantId: string) =>
    toCatalogueIds(VARIANT, async (names) => names.find((name) => name.variantId === variantId));
  expect(await knowing('wool-scarf:one-size:red')).toEqual({
    productId: 'wool-scarf',
    variantId: 'wool-scarf:one-size:red',
  });
  expect(await knowing('gid://shopify/ProductVariant/7')).toMatchObject({
    productId: 'gid://shopify/Product/3',
  });
  expect(await knowing('nothing')).toEqual({ productId: '3', variantId: '7' });
  expect(catalogueNames({ ...VARIANT, options: {} }).map(({ variantId }) => variantId)).toContain(
    'wool-scarf',
  );
});

it('knows a product without choices', () => {
  expect(readOptions([{ name: 'Title', value: 'Default Title' }])).toEqual({});
  expect(readOptions([{ name: 'Title', value: 'Short' }])).toEqual({ Title: 'Short' });
});
