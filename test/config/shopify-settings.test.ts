import { expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';

const load = (given: Readonly<Record<string, string>>) =>
  loadConfig(
    Object.fromEntries(Object.entries(given).map(([name, value]) => [`FLOORWALKER_${name}`, value])),
  );

const SHOP = {
  COMMERCE: 'shopify',
  SHOPIFY_DOMAIN: 'scarves.myshopify.com',
  SHOPIFY_STOREFRONT_TOKEN: 'shpat_1',
};

it('needs a domain and a token for baskets, and no more', () => {
  expect(load(SHOP)).toMatchObject({ ...SHOP, SHOPIFY_API_VERSION: '2026-07', SHOPIFY_TIMEOUT_MS: 5_000 });
  expect(load(SHOP).SHOPIFY_ADMIN_TOKEN).toBeUndefined();
});

it('takes another address of this machine without TLS', () => {
  const url = 'http://127.0.0.1:4000';
  const { SHOPIFY_DOMAIN: _, ...shop } = SHOP;
  expect(load({ ...shop, SHOPIFY_URL: url }).SHOPIFY_URL).toBe(url);
});

it.each([
  { COMMERCE: 'shopify' },
  { ...SHOP, SHOPIFY_STOREFRONT_TOKEN: '' },
  { ...SHOP, SHOPIFY_DOMAIN: 'https://scarves.myshopify.com' },
  { ...SHOP, SHOPIFY_DOMAIN: 'evil.example/x.myshopify.com' },
  { ...SHOP, SHOPIFY_URL: 'http://shop.example' },
  { ...SHOP, SHOPIFY_URL: 'javascript:alert(1)' },
  { ...SHOP, SHOPIFY_API_VERSION: 'unstable' },
  { ...SHOP, SHOPIFY_TIMEOUT_MS: '0' },
])('refuses %o', (given) => {
  expect(() => load(given)).toThrow(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
});
