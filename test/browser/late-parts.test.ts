import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { openPanel, say, send, WIDE } from '../support/open-panel.ts';
import { basketLine, createScriptedBasket } from '../support/scripted-basket.ts';

const work = useBrowser();
const open = () =>
  openPanel(work, {
    view: WIDE,
    server: { basket: createScriptedBasket([basketLine('scarf-1', 1)]) },
    chat: {
      answer: (turn) => ({
        ...turn,
        comparison: { attributes: [{ attribute: 'material', label: 'Fibre', values: ['wool', 'silk'] }] },
      }),
    },
  });

/** What the browser tells when it has a connection again. */
const returned = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));

describe('a part that could not be fetched', () => {
  it('comes by itself when the connection is back', async () => {
    const { page } = await open();
    await page.route('**/comparison-table.js', (route) => route.abort());
    await send(page, 'compare them');
    await page.getByText('This part could not be loaded.').waitFor();
    await page.unroute('**/comparison-table.js');
    await returned(page);
    await page.locator('.comparison').waitFor();
    expect(await page.getByText('This part could not be loaded.').count()).toBe(0);
  });

  it('fills the drawer that waits for it', async () => {
    const { page } = await open();
    await say(page, 'a scarf');
    await page.route('**/basket-drawer.js', (route) => route.abort());
    await page.locator('[data-drawer="basket"]').click();
    await page.locator('.drawer .failure').waitFor();
    await page.unroute('**/basket-drawer.js');
    await returned(page);
    await page.locator('.drawer .failure').waitFor({ state: 'detached' });
    await page.locator('.basket-line').waitFor();
  });
});
