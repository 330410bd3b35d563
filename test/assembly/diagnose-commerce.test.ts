import { expect, it } from 'vitest';
import { diagnoseCommerce } from '../../src/assembly/diagnose-commerce.ts';
import { loadConfig } from '../../src/config/config.ts';
import { COMMERCE_SHOP } from '../support/commerce-shop.ts';
import {
  FAKE_ADMIN_TOKEN,
  FAKE_STOREFRONT_TOKEN,
  startFakeShopify,
} from '../support/fake-shopify/start-fake-shopify.ts';

const { signal } = new AbortController();

const diagnose = (given: Readonly<Record<string, string>> = {}) =>
  diagnoseCommerce(
    loadConfig(
      Object.fromEntries(Object.entries(given).map(([name, value]) => [`FLOORWALKER_${name}`, value])),
    ),
    signal,
  );

async function openShop() {
  const fake = await startFakeShopify(COMMERCE_SHOP);
  const settings = {
    COMMERCE: 'shopify',
    SHOPIFY_URL: fake.url,
    SHOPIFY_STOREFRONT_TOKEN: FAKE_STOREFRONT_TOKEN,
  };
  return { fake, settings };
}

it('has nothing to say of the embedded backend', async () => {
  expect(await diagnose()).toMatchObject({ state: 'ok', detail: expect.stringContaining('embedded') });
  expect(await diagnose({ ORDER_RULES: 'nowhere.yaml' })).toMatchObject({ state: 'fault' });
});

it('names the shop it reached, and the scopes that its token lacks', async () => {
  const { fake, settings } = await openShop();
  expect(await diagnose(settings)).toMatchObject({
    state: 'remark',
    detail: expect.stringMatching(/baskets alone/),
  });
  const whole = { ...settings, SHOPIFY_ADMIN_TOKEN: FAKE_ADMIN_TOKEN };
  expect(await diagnose(whole)).toMatchObject({ state: 'ok', detail: expect.stringMatching(/"Fake shop"/) });
  fake.admin.scopes.splice(0, 3);
  const { detail, state } = await diagnose(whole);
  expect([state, detail]).toEqual(['remark', expect.stringMatching(/lacks write_orders, write_returns$/)]);
});

it('finds the fault of a wrong token, and of stock that may not be seen', async () => {
  const { fake, settings } = await openShop();
  expect(await diagnose({ ...settings, SHOPIFY_STOREFRONT_TOKEN: 'wrong' })).toMatchObject({
    state: 'fault',
    remedy: expect.stringContaining('tokens'),
  });
  fake.modeOf = () => ({ kind: 'errors', code: 'ACCESS_DENIED' });
  expect(await diagnose(settings)).toMatchObject({
    state: 'fault',
    remedy: expect.stringContaining('unauthenticated_read_product_inventory'),
  });
});
