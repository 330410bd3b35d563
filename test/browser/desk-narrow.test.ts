import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROUTES } from '../../src/console/routes.ts';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { type DeskAtWork, loaded, openDesk, signInOn } from '../support/open-desk-page.ts';

const PHONE = { width: 360, height: 740 };

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
beforeAll(async () => {
  desk = await openDesk(browser);
});
afterAll(() => desk.close());

/** How many pixels lie beside the window: of the document, and of the page within it. */
const beside = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, document.querySelector('main'), document.querySelector('.talk-log')].map(
      (part) => (part === null ? 0 : part.scrollWidth - part.clientWidth),
    ),
  );

it('shows every page on a phone without a line cut off, each a tap away', async () => {
  const page = await desk.signIn('lea', PHONE);
  for (const { path, title, icon } of ROUTES) {
    if (icon === undefined) continue;
    const link = page.locator('.rail').getByRole('link', { name: title, exact: true });
    await link.click();
    await expect.poll(() => new URL(page.url()).pathname).toBe(path);
    await page.locator('#content h1').first().waitFor({ state: 'attached' });
    await loaded(page);
    expect(await beside(page), path).toEqual([0, 0, 0]);
    expect((await link.boundingBox())?.y, path).toBeGreaterThan(PHONE.height - 80);
  }
});

it('answers on a phone, under a message without a blank, with the list below', async () => {
  const shopper = await desk.shopper();
  await shopper.say('show me warm scarves');
  await shopper.say('W'.repeat(900));
  const page = await browser.openPage(PHONE);
  await page.goto(`${desk.url}/desk/conversations/${shopper.conversationId}`);
  await signInOn(page, 'lea');
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.locator('#words').fill('Hello, this is Lea.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.locator('.bubble.person:not(.outgoing)').waitFor();
  expect((await shopper.attended()).entries).toHaveLength(2);
  expect(await beside(page)).toEqual([0, 0, 0]);
  expect(await axeFindings(page)).toEqual([]);
  await capture(page, 'desk-phone');
  await page.getByText('Looked for').scrollIntoViewIfNeeded();
  expect(await beside(page)).toEqual([0, 0, 0]);
});
