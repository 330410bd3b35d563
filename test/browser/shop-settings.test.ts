import { expect, it } from 'vitest';
import { NO_INVITATIONS } from '../../src/domain/widget-settings.ts';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { NARROW, openPanel } from '../support/open-panel.ts';

const work = useBrowser();
const widget = () => ({
  shopName: 'Nordlicht Outfitters',
  preset: 'bold',
  capabilities: { models: false, images: false, markets: ['US'], languages: ['en'] },
  invitations: NO_INVITATIONS,
});

it('names the shop, and looks as the shop chose where the page chose nothing', async () => {
  const { page } = await openPanel(work, { view: NARROW, server: { widget } });
  await page.getByRole('heading', { name: 'Nordlicht Outfitters' }).waitFor();
  await page.locator('floorwalker-chat[preset="bold"]').waitFor();
  await page.locator('floorwalker-panel[preset="bold"]').waitFor();
  // The way to a person stands in line with what is above it, whatever is around its words.
  const [line, below] = await page.evaluate(() =>
    ['floorwalker-composer', '.person'].map((selector) => {
      const panel = document
        .querySelector('floorwalker-chat')
        ?.shadowRoot?.querySelector('floorwalker-panel');
      const found = panel?.shadowRoot?.querySelector(selector);
      const padding = found === null || found === undefined ? '0' : getComputedStyle(found).paddingInlineEnd;
      return (found?.getBoundingClientRect().right ?? 0) - Number.parseFloat(padding);
    }),
  );
  expect(below).toBeCloseTo(line ?? Number.NaN, 0);
  await capture(page, 'shop-settings-narrow');
  expect(await axeFindings(page)).toEqual([]);
});

it('leaves the look that the page chose', async () => {
  const hold = Promise.withResolvers<void>();
  const { page } = await openPanel(work, {
    server: { widget },
    prepare: async (opened) => {
      await opened.route('**/v1/widget', async (route) => {
        await hold.promise;
        await route.continue();
      });
    },
  });
  await page.locator('floorwalker-chat').evaluate((element) => element.setAttribute('preset', 'plain'));
  hold.resolve();
  await page.getByRole('heading', { name: 'Nordlicht' }).waitFor();
  await page.waitForFunction(() => performance.getEntriesByName(`${location.origin}/v1/widget`).length === 1);
  expect(await page.locator('floorwalker-chat').getAttribute('preset')).toBe('plain');
});
