import { afterAll, beforeAll, expect, it } from 'vitest';
import { capture, useBrowser } from '../support/browser.ts';
import { type DeskAtWork, loaded, openDesk, signInOn } from '../support/open-desk-page.ts';

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
beforeAll(async () => {
  desk = await openDesk(browser);
});
afterAll(() => desk.close());

async function openTalk() {
  const shopper = await desk.shopper();
  await shopper.say('show me warm scarves');
  await shopper.say('under 40');
  return { shopper, path: `/desk/conversations/${shopper.conversationId}` };
}

it('shows a quiet sign in the place of a picture that cannot be shown', async () => {
  const { path } = await openTalk();
  const page = await browser.openPage({});
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'image') return await route.continue();
    await route.fulfill({ contentType: 'image/png', body: 'no picture' });
  });
  await page.goto(`${desk.url}${path}`);
  await signInOn(page, 'lea');
  const picture = page.locator('.side .product-picture').first();
  await picture.locator('img').waitFor({ state: 'hidden' });
  await picture.locator('svg').waitFor();
  await capture(page, 'desk-no-pictures');
});

it('prints a conversation as what was said, whole, without what is pressed', async () => {
  const { path } = await openTalk();
  const page = await desk.signIn('lea', { path });
  await page.getByText('under 40', { exact: true }).last().waitFor();
  await loaded(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const log = page.locator('.talk-log');
  for (const words of ['show me warm scarves', 'under 40'])
    expect(await log.getByText(words, { exact: true }).isVisible()).toBe(true);
  expect(await log.locator('.product-title').first().isVisible()).toBe(true);
  for (const aside of ['.rail', '.queue', '.side', 'desk-reply-box', '.talk-head .actions'])
    expect([aside, await page.locator(`${aside}:visible`).count()]).toEqual([aside, 0]);
  expect(await page.locator('button:visible, summary.button:visible').count()).toBe(0);
  const cut = await page.evaluate(() =>
    ['main', '.talk', '.talk-log'].map((name) => {
      const part = document.querySelector(name);
      return part === null ? undefined : part.scrollHeight - part.clientHeight;
    }),
  );
  expect(cut).toEqual([0, 0, 0]);
  await capture(page, 'desk-print');
});
