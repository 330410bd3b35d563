import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { type DeskAtWork, loaded, openDesk, REVIEW_ALL } from '../support/open-desk-page.ts';
import { reveal, send } from '../support/open-panel.ts';
import { SCRIPT_PAYLOADS } from '../support/script-payloads.ts';

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
beforeAll(async () => {
  desk = await openDesk(browser);
  await desk.invite('Anna');
});
afterAll(() => desk.close());

/** Payloads that an agent sends in one message. */
const TOGETHER = 6;

/** Addresses that a page asked for which are not the shop's own. */
function foreignRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== desk.url && protocol !== 'data:') asked.push(request.url());
  });
  return asked;
}

const isBroken = (page: Page) => page.evaluate(() => 'broken' in globalThis);

it("a shopper's words are words at the desk: in the queue, the conversation, the need and a search", async () => {
  const page = await desk.signIn('Anna');
  const asked = foreignRequests(page);
  const shopper = await desk.shopper();
  for (const payload of SCRIPT_PAYLOADS) await shopper.say(payload);
  await page.locator('.line').first().waitFor();
  await page.locator('.line').first().click();
  await expect.poll(() => page.locator('.bubble.shopper').count()).toBe(SCRIPT_PAYLOADS.length);
  const said = await page.locator('.bubble.shopper .bubble-text').allTextContents();
  expect(said.filter((text) => text.includes('broken=1')).length).toBeGreaterThan(20);
  const found = page.waitForResponse((response) => new URL(response.url()).searchParams.has('search'));
  await page.locator('#queue-search').fill(SCRIPT_PAYLOADS[0] ?? '');
  await found;
  await loaded(page);
  await page.locator('.reply-more summary').first().click();
  expect(await isBroken(page)).toBe(false);
  expect(
    await page
      .locator('main :is(iframe, script, object, form[action^="https:"], a[href^="javascript:"])')
      .count(),
  ).toBe(0);
  expect(asked).toEqual([]);
});

it("an agent's words, notes and reasons are words: for the shopper and for colleagues", async () => {
  await desk.set('review', REVIEW_ALL(600));
  const shop = await browser.openPage({ locale: 'en-US' });
  const askedByShop = foreignRequests(shop);
  await shop.goto(`${desk.url}/?market=US`);
  await reveal(shop);
  const page = await desk.signIn('Anna');
  const askedByDesk = foreignRequests(page);
  const [first = '', second = '', third = ''] = SCRIPT_PAYLOADS;

  await send(shop, 'a wool scarf');
  await page.locator('.line', { hasText: 'scarf' }).click();
  await page.locator('.refined').first().focus();
  await page.keyboard.press('m');
  await page.locator('.refined input').first().fill(second);
  await page.locator('#reply-words').fill(SCRIPT_PAYLOADS.join('\n').slice(0, 1_900));
  await page.locator('#refine-reason').fill(third);
  await page.getByRole('button', { name: 'Send edited' }).click();
  await page.locator('.bubble.person', { hasText: first }).waitFor();
  await shop.locator('.log', { hasText: first }).waitFor();
  await shop.locator('.log .card', { hasText: second }).waitFor();

  await page.locator('#note').fill(first);
  await page.keyboard.press('Enter');
  await page.locator('.notes', { hasText: first }).waitFor();
  await page.getByRole('button', { name: 'Take over' }).click();
  for (let from = 0; from < SCRIPT_PAYLOADS.length; from += TOGETHER) {
    await page.locator('#words').fill(SCRIPT_PAYLOADS.slice(from, from + TOGETHER).join('\n'));
    await page.keyboard.press('Control+Enter');
  }
  await expect.poll(() => page.locator('.outgoing').count()).toBe(0);
  await shop.locator('.log', { hasText: SCRIPT_PAYLOADS.at(-1) ?? '' }).waitFor();
  for (const one of [page, shop]) expect(await isBroken(one)).toBe(false);
  expect([...askedByShop, ...askedByDesk]).toEqual([]);
});
