import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenService } from '../../src/assembly/open-service.ts';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { demoService } from '../support/demo-service.ts';
import { startTestServer } from '../support/http.ts';

const { openPage, widgetDirectory } = useBrowser();
const PAY = 'https://pay.example/cart/{items}';

let service: OpenService;
beforeAll(async () => {
  service = await demoService({ FLOORWALKER_CHECKOUT_URL: PAY });
});
afterAll(() => service.close());

/** The demo shop as it is, in a browser. */
async function openShop(path: string, view: Parameters<typeof openPage>[0] = {}) {
  const { chat, departments, basket, persons } = service;
  const served = await startTestServer({
    chat,
    departments,
    basket,
    persons,
    widgetDirectory: widgetDirectory(),
  });
  const page = await openPage(view);
  await page.goto(`${served.url}${path}`);
  await page.locator('main h1').waitFor();
  return page;
}

const countOf = async (page: Page) =>
  Number(/\d+/.exec((await page.locator('.count').textContent()) ?? '')?.[0]);
const isWithin = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each([
  ['wide', { width: 1_280, height: 800 }],
  ['on a small telephone', { width: 360, height: 740 }],
] as const)('the shop, %s', (name, view) => {
  const openFacets = async (page: Page) => {
    if (view.width < 900) await page.locator('.facets > summary').click();
  };

  it('narrows a list by values, each with exactly the products it promised, and goes back', async () => {
    const page = await openShop('/?q=scarf', view);
    const all = await countOf(page);
    await openFacets(page);
    const choice = page.locator('.choice', { hasText: /^\s*wool/ }).first();
    if (!(await choice.isVisible()))
      await page.locator('.facet', { has: choice }).locator('> summary').click();
    const promised = Number(await choice.locator('.quantity').textContent());
    expect(promised).toBeLessThan(all);
    await choice.locator('input').check();
    await expect.poll(() => countOf(page)).toBe(promised);
    expect(page.url()).toContain('f.material=wool');
    await page.getByRole('button', { name: 'Remove: wool' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await isWithin(page)).toBe(0);
    await capture(page, `storefront list ${name}`);
    await page.goBack();
    await expect.poll(() => countOf(page)).toBe(all);
    expect(await page.getByRole('button', { name: 'Remove: wool' }).count()).toBe(0);
  });

  it('keeps to a price and an order', async () => {
    const page = await openShop('/?q=scarf', view);
    await openFacets(page);
    await page.locator('input[name=max]').fill('30');
    await page.locator('.prices button').click();
    await page.getByRole('button', { name: /^Remove: 0 – 30/ }).waitFor();
    await page.locator('.sort select').selectOption('price-asc');
    await page.waitForURL(/sort=price-asc/);
    const prices = async () =>
      (await page.locator('.tile .price').allTextContents()).map((text) => Number(text.replace('$', '')));
    await expect
      .poll(async () => {
        const shown = await prices();
        return shown.length > 0 && shown.every((price, at) => price <= 30 && price >= (shown[at - 1] ?? 0));
      })
      .toBe(true);
  });

  it('puts a chosen variant into the basket, which the assistant knows, changes it and hands it to the checkout', async () => {
    const page = await openShop('/products/scarf-tarn', view);
    await page.locator('.choices label:not(.sold-out)').first().click();
    await page.getByRole('button', { name: 'Add to basket' }).click();
    await page.locator('.buy [role=status] a').waitFor();
    await page.locator('.basket-link', { hasText: '1' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, `storefront product ${name}`);

    await page.locator('.basket-link').click();
    await page.locator('.line').waitFor();
    await page.locator('.line select').selectOption('2');
    await page.locator('.basket-link', { hasText: '2' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await isWithin(page)).toBe(0);
    await capture(page, `storefront basket ${name}`);

    await page.locator('.launcher').click();
    await page.locator('.composer textarea').fill('what is in my basket?');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.reply .bubble').last().textContent()).toContain('Tarn');
    await page.keyboard.press('Escape');

    await page.route('https://pay.example/**', (route) => route.fulfill({ body: 'paid here' }));
    await page.getByRole('button', { name: 'To the checkout' }).click();
    await page.waitForURL('https://pay.example/cart/**');
    await page.goBack();
    await page.locator('.line').waitFor();
    await page.getByRole('button', { name: /^Remove: / }).click();
    await page.getByText('The basket is empty.').waitFor();
  });
});
