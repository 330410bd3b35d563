import { describe, expect, it } from 'vitest';
import { axeFindings, useBrowser } from '../support/browser.ts';
import { startTestServer } from '../support/http.ts';
import { createScriptedDepartments } from '../support/scripted-chat.ts';

const { openPage, widgetDirectory } = useBrowser();

async function openShop(path = '/', view: Parameters<typeof openPage>[0] = {}) {
  const departments = createScriptedDepartments();
  const { url } = await startTestServer({ departments, widgetDirectory: widgetDirectory() });
  const page = await openPage(view);
  await page.goto(`${url}${path}`);
  // The page stands before what it shows has come.
  await page.locator('#main :is(.tile .price, .product, .notice)').first().waitFor();
  return { page, departments };
}

describe('the shop page', () => {
  it('shows the departments with products and prices', async () => {
    const { page } = await openShop();
    expect(await page.locator('.section h2').allInnerTexts()).toContain('Accessories');
    expect(await page.locator('.tile .price').first().textContent()).toBe('$39.00');
  });

  it('searches, and leads to a product and what goes with it', async () => {
    const { page, departments } = await openShop();
    await page.getByRole('searchbox').fill('scarf');
    await page.keyboard.press('Enter');
    await page.locator('.count').waitFor();
    expect(departments.searches.some(({ query }) => query === 'scarf')).toBe(true);
    await page.locator('.tile a').first().click();
    await page.locator('.product h1').waitFor();
    expect(await page.locator('.product h1').textContent()).toBe('Lambswool scarf, narrow');
    expect(await page.locator('.section h2').allInnerTexts()).toEqual([
      'Goes well with it',
      'Similar products',
    ]);
    expect(await page.locator('floorwalker-chat').getAttribute('product')).toBe('scarf-1');
  });

  it('shows the next page of a list below the first, and says how much of it is shown', async () => {
    const { page, departments } = await openShop();
    const { search } = departments;
    departments.search = async (request, signal) => {
      const found = await search(request, signal);
      const first = found.products.slice(0, 4);
      return request.cursor === undefined
        ? { ...found, products: first, next: 'page-2' }
        : { ...found, products: found.products.slice(4) };
    };
    await page.getByRole('searchbox').fill('scarf');
    await page.keyboard.press('Enter');
    await page.getByText('4 of 6 shown').waitFor();
    expect(await page.locator('.tile').count()).toBe(4);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.locator('.tile').nth(5).waitFor();
    expect(await page.locator('.tile').count()).toBe(6);
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    expect(departments.searches.at(-1)).toMatchObject({ query: 'scarf', cursor: 'page-2' });
  });

  it('says what it searched for when the words were misspelt', async () => {
    const { page, departments } = await openShop();
    const search = departments.search.bind(departments);
    departments.search = async (request, signal) => ({
      ...(await search(request, signal)),
      ...(request.query === 'scraf' ? { corrected: 'scarf' } : {}),
    });
    await page.getByRole('searchbox').fill('scraf');
    await page.keyboard.press('Enter');
    await page.getByText('6 found for “scarf” instead of “scraf”').waitFor();
  });

  it('changes the language of itself and of the assistant, and remembers it', async () => {
    const { page } = await openShop();
    await page.locator('select').nth(1).selectOption('fr');
    await page.getByRole('button', { name: 'Chercher' }).waitFor();
    expect(await page.locator('floorwalker-chat').getAttribute('locale')).toBe('fr-US');
    await page.goto(new URL('/', page.url()).href);
    await page.getByRole('button', { name: 'Chercher' }).waitFor();
  });

  it('says so when a product is not sold', async () => {
    const { page } = await openShop('/products/nothing');
    expect(await page.locator('.notice').textContent()).toContain('not sold here');
  });

  it.each([
    ['wide', '/', { width: 1_280, height: 800 }],
    ['on a small telephone', '/', { width: 360, height: 740 }],
    [
      'a product on a small telephone, dark',
      '/products/lamp-1',
      { width: 360, height: 740, colorScheme: 'dark' },
    ],
    ['a search', '/?q=scarf', { width: 800, height: 600 }],
  ] as const)('fits and has no serious finding of axe: %s', async (_name, path, view) => {
    const { page } = await openShop(path, view);
    expect(await axeFindings(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
  });
});
