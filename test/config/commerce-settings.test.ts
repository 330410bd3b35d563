import { expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';

const load = (given: Readonly<Record<string, string>>) =>
  loadConfig(
    Object.fromEntries(Object.entries(given).map(([name, value]) => [`FLOORWALKER_${name}`, value])),
  );

it('keeps baskets and orders beside the catalogue unless told otherwise', () => {
  expect(load({})).toMatchObject({ COMMERCE: 'embedded', LIMIT_RESERVATION_MINUTES: 30 });
  expect(load({}).CHECKOUT_URL).toBeUndefined();
});

it('takes an address for paying with a place for the basket in it', () => {
  const CHECKOUT_URL = 'https://shop.example/cart/{items}?from=chat';
  expect(load({ CHECKOUT_URL }).CHECKOUT_URL).toBe(CHECKOUT_URL);
});

it.each([
  { CHECKOUT_URL: 'javascript:alert(1)' },
  { CHECKOUT_URL: '{items}' },
  { COMMERCE: 'somewhere' },
  { LIMIT_BASKET_QUANTITY: '0' },
])('refuses %o', (given) => {
  expect(() => load(given)).toThrow(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
});
