import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { type DeskAtWork, openDesk } from '../support/open-desk-page.ts';

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
beforeAll(async () => {
  desk = await openDesk(browser);
  await desk.invite('Anna');
  await desk.invite('Vera', 'viewer');
});
afterAll(() => desk.close());

const has = (hasText: string) => ({ hasText });

async function conversation(text: string, firstName = 'Anna') {
  const shopper = await desk.shopper();
  await shopper.say(text);
  const page = await desk.signIn(firstName, { path: `/desk/conversations/${shopper.conversationId}` });
  await page.locator('.reply-products').first().waitFor();
  return { shopper, page };
}

it('what is looked for is corrected, and the next reply goes on from it', async () => {
  const { shopper, page } = await conversation('a red wool scarf');
  await page.getByRole('button', { name: 'Take out: color: red' }).click();
  await page.locator('.event', has('Anna changed what is looked for')).waitFor();
  await page.getByRole('button', { name: 'Add a wish' }).click();
  await page.locator('.need-form input').fill('30');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add', exact: true }).first().click();
  await page.locator('.need-chip', has('30')).waitFor();
  await capture(page, 'desk-conversation-need');

  const { products, need } = await shopper.say('show them please');
  expect(need.hard.map(({ attribute }: { attribute: string }) => attribute)).not.toContain('color');
  const prices = products.map(({ price }: { price: { amountMinor: number } }) => price.amountMinor);
  expect(prices.length).toBeGreaterThan(0);
  expect(Math.max(...prices)).toBeLessThanOrEqual(3_000);
  expect((await shopper.attended()).entries).toEqual([]);
});

it('notes are for colleagues, and the profile is behind a reason', async () => {
  const { shopper, page } = await conversation('a lamp');
  await page.keyboard.press('n');
  await page.keyboard.type('Calls back tomorrow');
  await page.keyboard.press('Enter');
  await page.locator('.notes', has('Calls back tomorrow')).waitFor();
  await page.getByLabel('Why you look at the profile').fill('Asked for an earlier order');
  await page.keyboard.press('Enter');
  await page.getByText('No consent: nothing is kept').waitFor();
  expect(JSON.stringify(await shopper.attended())).not.toContain('Calls back');
});

it('is closed with how it ended, and opens again when the shopper writes', async () => {
  const { shopper, page } = await conversation('a blue vase');
  await page.getByRole('button', { name: 'Close…' }).click();
  await page.getByRole('radio', { name: 'Bought' }).check();
  await page.getByRole('button', { name: 'Close it' }).click();
  await page.locator('.talk-head', has('Bought')).waitFor();
  await shopper.say('one more thing, a red one');
  await page.locator('.talk-head', has('Assistant answers')).waitFor();
});

it('is given to a colleague who is there, and frozen as a case', async () => {
  const { shopper, page: anna } = await conversation('a chair for the office');
  await anna.locator('.talk-head').waitFor();
  const lead = await desk.signIn('Lea', { path: `/desk/conversations/${shopper.conversationId}` });
  await lead.locator('.talk-head', has('Anna')).waitFor();
  await lead.getByText('More', { exact: true }).click();
  await capture(lead, 'desk-conversation-more');
  expect(await axeFindings(lead)).toEqual([]);
  await lead.getByRole('button', { name: 'Give to Anna' }).click();
  await lead.locator('.event', has('Anna')).waitFor();
  await expect
    .poll(async () => (await shopper.attended()).handling)
    .toEqual({ by: 'person', firstName: 'Anna' });
  await anna.locator('#words').waitFor();

  await lead.getByText('More', { exact: true }).click();
  await lead.getByRole('button', { name: 'Freeze as a case' }).click();
  await lead.locator('.toast', has('Frozen')).waitFor();
});

it('is only read by whoever may only read', async () => {
  const { page } = await conversation('a green dress', 'Vera');
  await page.locator('.refined').first().waitFor();
  expect(await page.getByRole('button', { name: 'Take over' }).count()).toBe(0);
  expect(await page.locator('#words').count()).toBe(0);
  expect(await page.locator('.refined-tools button:not([disabled]):not(.why)').count()).toBe(0);
  expect(await page.locator('#note').count()).toBe(0);
  await capture(page, 'desk-conversation-viewer');
  expect(await axeFindings(page)).toEqual([]);
});
