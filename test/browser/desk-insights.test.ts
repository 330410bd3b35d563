import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { type DeskAtWork, openDesk } from '../support/open-desk-page.ts';

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
beforeAll(async () => {
  desk = await openDesk(browser);
  await desk.invite('Vera', 'viewer');
  await desk.invite('Anna', 'agent');
  for (const words of ['a red scarf in wool', 'a blue scarf', 'a desk lamp under 1', 'a person please']) {
    const shopper = await desk.shopper();
    await shopper.say(words);
  }
  for (let talk = 0; talk < 3; talk += 1) {
    const shopper = await desk.shopper();
    await shopper.say('a hovercraft');
  }
});
afterAll(() => desk.close());

const part = (page: Page, heading: string) =>
  page.locator('.report-part').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
const figure = (page: Page, label: string) => page.locator('.key-figure').filter({ hasText: label });
const isWithinWidth = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

describe('insights', () => {
  it('lead from a number to its conversations, and on to one of them', async () => {
    const page = await desk.signIn('Vera', { path: '/desk/insights' });
    await expect.poll(() => figure(page, 'Conversations').first().locator('a').textContent()).toBe('7');
    const scarf = part(page, 'Kinds of things').getByRole('row', { name: 'scarf' });
    expect(await scarf.getByRole('link').textContent()).toBe('2');
    await scarf.getByRole('link').click();
    await page.getByRole('heading', { name: 'Asked for: scarf' }).waitFor();
    await page.locator('.figure-words').first().waitFor();
    expect(await page.locator('.figure-words').allTextContents()).toEqual(
      expect.arrayContaining(['a blue scarf', 'a red scarf in wool']),
    );
    await capture(page, 'desk-insights-conversations');
    await page.getByRole('link', { name: 'a blue scarf' }).click();
    await page.locator('.talk').getByText('a blue scarf').first().waitFor();
  });

  it('tell what was not found, with the money that was named, and words nobody sells', async () => {
    const page = await desk.signIn('Vera', { path: '/desk/insights' });
    const given = part(page, 'Wishes that were given up').getByRole('row', { name: 'a price limit' });
    expect(await given.textContent()).toMatch(/\$1\.00 in 1/);
    const unknown = part(page, 'Words the shop does not know').getByRole('row', { name: 'hovercraft' });
    expect(await unknown.getByRole('cell').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\s*3\s*$/), expect.stringMatching(/Search.*Synonym/s)]),
    );
    await unknown.getByRole('link', { name: 'Search for hovercraft' }).click();
    await page.getByRole('row', { name: 'hovercraft' }).getByText('not known').waitFor();
  });

  it('lead from words nobody sells to a synonym that is begun with them, once', async () => {
    const page = await desk.signIn('lea', { path: '/desk/insights' });
    const unknown = part(page, 'Words the shop does not know').getByRole('row', { name: 'hovercraft' });
    await unknown.getByRole('link', { name: 'Synonym of hovercraft' }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'synonym-to');
    expect(await page.getByLabel('Who says').inputValue()).toBe('hovercraft');
    expect(await page.getByLabel('Language', { exact: true }).inputValue()).toBe('en');
    await page.keyboard.type('scarf');
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, 'desk-synonym-begun');
    await page.reload();
    await page.getByRole('button', { name: 'Change hovercraft → scarf' }).waitFor();
    expect(await page.getByRole('list', { name: 'Rules' }).getByRole('listitem').count()).toBe(1);
    await page.getByRole('button', { name: 'Discard changes' }).click();
  });

  it.each(['', 'en_US.UTF-8', 'C'])('are drawn in a browser whose language is %j', async (language) => {
    const page = await desk.signIn('Vera', { path: '/desk/account' });
    await page.addInitScript((told) => {
      Object.defineProperty(Navigator.prototype, 'language', { get: () => told, configurable: true });
      Object.defineProperty(Navigator.prototype, 'languages', { get: () => [told], configurable: true });
    }, language);
    await page.goto(`${desk.url}/desk/insights`);
    await page.locator('desk-plot canvas').first().waitFor();
    await figure(page, 'Conversations').first().locator('a').waitFor();
  });

  it('say which days they are of, that today is not over, and what each of them counts', async () => {
    const page = await desk.signIn('Vera', { path: '/desk/insights' });
    const note = page.locator('.report-time');
    await note.getByText('is not over').waitFor();
    expect(await note.textContent()).toMatch(/Days begin at midnight in \S+; .*nothing was counted yet/s);
    await page.getByText('How these numbers are counted').click();
    await page.getByText('Amounts of different currencies are never added up.').waitFor();
  });

  it('are of the days that are chosen, also after the page was left', async () => {
    const page = await desk.signIn('Vera', { path: '/desk/insights' });
    await figure(page, 'Conversations').first().locator('a').waitFor();
    await page.locator('#scope-to').fill('2026-01-05');
    await page.locator('#scope-from').fill('2026-01-01');
    await expect.poll(() => figure(page, 'Conversations').first().locator('a').textContent()).toBe('0');
    expect(page.url()).toContain('from=2026-01-01&to=2026-01-05');
    await page.reload();
    await expect.poll(() => page.locator('#scope-from').inputValue()).toBe('2026-01-01');
    await page.getByRole('button', { name: '7 days' }).click();
    await expect.poll(() => figure(page, 'Conversations').first().locator('a').textContent()).toBe('7');
  });

  it('are drawn, with the same numbers as a table below', async () => {
    const page = await desk.signIn('Vera', { path: '/desk/insights' });
    await expect.poll(() => page.locator('.plot-host canvas').count()).toBe(2);
    const plot = page.locator('.plot').filter({ hasText: 'by day' });
    await plot.locator('summary').click();
    expect(await plot.getByRole('row').count()).toBe(31);
  });

  it('are taken away as a file', async () => {
    const page = await desk.signIn('Vera', { path: '/desk/insights' });
    const begun = page.waitForEvent('download');
    await part(page, 'Kinds of things').getByRole('link', { name: 'CSV' }).click();
    const file = await (await begun).path();
    expect(readFileSync(file, 'utf8')).toContain('type,scarf,2');
  });

  it('say so to whose role does not open them', async () => {
    const page = await desk.signIn('Anna', { path: '/desk/insights' });
    await page.getByText('does not open this page').waitFor();
    expect(await page.locator('nav.rail').textContent()).not.toContain('Insights');
  });
});

describe('the catalogue', () => {
  it('says what is wrong, of which products, and what that costs', async () => {
    const page = await desk.signIn('Vera', { path: '/desk/catalogue' });
    await page.getByText('1,200 products').waitFor();
    const rows = page.getByRole('row', { name: 'feature is not told' });
    expect(await rows.count()).toBe(1);
    await page.getByRole('button', { name: /^And in .* places.*: feature is not told/ }).press('Enter');
    await expect.poll(() => rows.count()).toBeGreaterThan(3);
    await page.getByRole('button', { name: /^Only here/ }).press('Enter');
    await expect.poll(() => rows.count()).toBe(1);
    const fault = page.getByRole('row', { name: 'is not told' }).first();
    await fault.locator('summary').click();
    expect(await fault.locator('li').count()).toBeGreaterThan(0);
    await capture(page, 'desk-catalogue');
  });
});

describe('the search tester', () => {
  it('takes a search apart, and lays the same by other weights beside it', async () => {
    const page = await desk.signIn('Vera', { path: '/desk/search?q=red wool scarf hovercraft' });
    const lists = page.locator('.tested-list');
    await lists.first().waitFor();
    expect(await page.locator('.tested-reading').textContent()).toContain('color eq red');
    await page.getByRole('row', { name: 'hovercraft' }).getByText('not known').waitFor();
    await lists.first().locator('summary').first().click();
    expect(await lists.first().locator('.tested-parts').first().textContent()).toContain('Wish: color');
    await page.getByText('Try other weights').click();
    await page.getByLabel('Popular in this shop', { exact: true }).fill('5');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect.poll(() => lists.count()).toBe(2);
    await capture(page, 'desk-search-tester');
  });
});

describe('the merchant’s pages', () => {
  const PAGES = [
    ['/desk/insights', '.plot-host canvas'],
    ['/desk/insights/conversations?metric=conversations', '.figure-words'],
    ['/desk/catalogue', '.fault-examples'],
    ['/desk/search?q=red scarf', '.tested-list'],
  ] as const;

  it.each(PAGES)('%s is clean for axe in light and dark, and as wide as the window', async (path, drawn) => {
    for (const [width, colorScheme] of [
      [1_280, 'light'],
      [1_600, 'dark'],
      [1_024, 'light'],
    ] as const) {
      const page = await desk.signIn('Vera', { path, width, colorScheme });
      await page.locator(drawn).first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await isWithinWidth(page)).toBe(true);
      await capture(page, `${path.replaceAll(/\W+/g, '-').slice(1, 30)}-${width}`);
    }
  });

  it('say when the server does not answer', async () => {
    const page = await desk.signIn('Vera', { path: '/desk/account' });
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Insights' }).click();
    const isOffline = page.getByText(/No connection|could not be loaded/);
    await isOffline.first().waitFor();
    await page.context().setOffline(false);
  });
});
