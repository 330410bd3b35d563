import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { type DeskAtWork, openDesk } from '../support/open-desk-page.ts';

const browser = useBrowser({ hasDesk: true });
const MINUTE_MS = 60_000;
const SEARCHES = ['red scarf', 'wool socks', 'lamp', 'warm jacket', 'mug'];
const QUESTION = 'How much does gift wrapping cost?';
let aheadMs = 0;
let desk: DeskAtWork;
let first: { readonly productId: string; readonly title: string };

beforeAll(async () => {
  desk = await openDesk(browser, {}, () => Date.now() + aheadMs);
  const shopper = await desk.shopper();
  const { products } = await shopper.say('red scarves under 60');
  first = products[0];
  await shopper.say('a warm jacket for hiking');
  await shopper.say(QUESTION);
  for (let time = 0; time < 3; time += 1) {
    for (const words of SEARCHES)
      await fetch(`${desk.url}/v1/search?market=US&locale=en-US&q=${encodeURIComponent(words)}`);
    aheadMs += MINUTE_MS;
  }
});
afterAll(() => desk.close());

const press = async (page: Page, name: string) =>
  await page.getByRole('button', { name, exact: true }).press('Enter');
const trial = (page: Page) => page.locator('.trial');

async function tryPopularity(page: Page): Promise<void> {
  await page.getByLabel('For', { exact: true }).selectOption('search');
  await page.getByLabel('Weight of popularity', { exact: true }).fill('25');
  await page.keyboard.press('Tab');
  await press(page, 'Try on what shoppers asked');
  await page.locator('#trial-heading').waitFor();
}

it.each([
  ['light', 1_280],
  ['dark', 360],
] as const)(
  'shows which searches and messages a change moves, most changed first, in the %s, %i wide',
  async (colorScheme, width) => {
    const page = await desk.signIn('lea', { path: '/desk/settings/weights', colorScheme, width });
    await tryPopularity(page);
    expect(await page.locator('#trial-heading').textContent()).toMatch(
      /^\s*[1-5] of 5 searches and \d of 3 messages would be answered otherwise\s*$/,
    );
    expect(
      await trial(page)
        .getByText(/\d → \d/)
        .count(),
    ).toBeGreaterThan(0);
    const link = trial(page).locator('.trial-asked a').first();
    expect(await link.getAttribute('href')).toMatch(/^\/desk\/search\?q=.+&market=US&locale=en$/);
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, `desk-trial-${colorScheme}`);
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest).toBeLessThanOrEqual(width);
  },
);

it('leads to the conversation without leaving the form, and forgets the trial when the form changes', async () => {
  const page = await desk.signIn('lea', { path: '/desk/settings/rules' });
  await press(page, 'Write a rule');
  await page.getByLabel('Name of the rule').fill('no-first-scarf');
  await page.getByLabel('Do', { exact: true }).selectOption('exclude');
  await page.getByLabel('or add by id').fill(first.productId);
  await page.keyboard.press('Enter');
  await press(page, 'Try on what shoppers asked');
  const gone = trial(page).getByRole('listitem').filter({ hasText: 'goes out' }).filter({ hasText: 'was 1' });
  await gone.getByText(first.title).first().waitFor();
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    trial(page).getByRole('link', { name: 'red scarves under 60' }).press('Enter'),
  ]);
  await opened.waitForURL(/\/desk\/conversations\//);
  await opened.close();
  expect(await page.getByLabel('Name of the rule').inputValue()).toBe('no-first-scarf');
  await page.getByLabel('Name of the rule').fill('another');
  await trial(page).waitFor({ state: 'detached' });
});

it('is stopped by who waits for it', async () => {
  const page = await desk.signIn('lea', { path: '/desk/settings/rules' });
  const stopped = Promise.withResolvers<void>();
  await page.route('**/v1/desk/previews', async (route) => {
    await stopped.promise;
    await route.continue().catch(() => undefined);
  });
  await press(page, 'Write a rule');
  await page.getByLabel('Name of the rule').fill('never-tried');
  await press(page, 'Try on what shoppers asked');
  await page.getByText('Answering anew what shoppers asked').waitFor();
  await press(page, 'Stop');
  await page.getByText('Answering anew what shoppers asked').waitFor({ state: 'detached' });
  stopped.resolve();
  expect(await trial(page).count()).toBe(0);
  expect(await page.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
});

it.each([
  ['light', 1_280],
  ['dark', 360],
] as const)(
  'shows what a text would answer beside what is answered, in the %s, %i wide',
  async (colorScheme, width) => {
    const page = await desk.signIn('lea', { path: '/desk/documents/new', colorScheme, width });
    await page.getByLabel('Title').fill('Gift wrapping');
    await page.getByLabel('Language').fill('en');
    await page
      .getByLabel('Text', { exact: true })
      .fill('# Gift wrapping\n\nGift wrapping costs 4 dollars per parcel. <img src=x onerror=alert(1)>');
    await press(page, 'Try on what shoppers asked');
    await page.getByText('1 of 1 question would be answered otherwise').waitFor();
    await trial(page).getByText('costs 4 dollars per parcel').first().waitFor();
    await trial(page).getByText('From none of the texts').waitFor();
    await trial(page).getByText('From Gift wrapping').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await trial(page).scrollIntoViewIfNeeded();
    await capture(page, `desk-document-trial-${colorScheme}`);
    const textWidth = (await page.getByLabel('Text', { exact: true }).boundingBox())?.width ?? 0;
    expect(textWidth).toBeGreaterThan(width / 2);
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest).toBeLessThanOrEqual(width);
  },
);

it('publishes a text that breaks a kept case with a reason only', async () => {
  const address = '/v1/desk/documents/desk%2Fwrapping';
  const text = '# Gift wrapping\n\nGift wrapping costs 4 dollars per parcel.';
  const draft = { format: 'markdown', language: 'en', text };
  expect((await desk.admin.send('PUT', address, draft)).status).toBe(200);
  const shopper = await desk.shopper();
  await shopper.say(QUESTION);
  const made = await (
    await desk.admin.post(`/v1/desk/conversations/${shopper.conversationId}/freeze`)
  ).json();
  const turns = [{ say: QUESTION, expect: { answeredFrom: ['Gift wrapping'] } }];
  const written = { id: 'wrapping-is-answered', group: 'frozen', locale: 'en-US', market: 'US', turns };
  const kept = await desk.admin.send('PUT', `/v1/desk/cases/${made.caseId}`, { state: 'kept', written });
  expect(kept.status).toBe(200);
  const page = await desk.signIn('lea', { path: '/desk/documents/desk%2Fwrapping' });
  await press(page, 'Remove');
  await page.getByRole('dialog').getByText('wrapping-is-answered').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await capture(page, 'desk-document-gate');
  await page.getByLabel('Why publish it all the same?').fill('we do not wrap any more');
  await press(page, 'Publish anyway');
  await page.getByText('is removed. It can be put back.').waitFor();
});
