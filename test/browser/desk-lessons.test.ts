import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { type DeskAtWork, loaded, openDesk } from '../support/open-desk-page.ts';

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
beforeAll(async () => {
  desk = await openDesk(browser);
  await desk.invite('Anna');
});
afterAll(() => desk.close());

describe('the page of lessons', () => {
  it('shows a correction as it is made, and a lead takes it back', async () => {
    const shopper = await desk.shopper();
    await shopper.say('a wool scarf');
    const anna = await desk.signIn('Anna', { path: `/desk/conversations/${shopper.conversationId}` });
    await anna.locator('.refined').first().waitFor();
    await anna.locator('.refined').first().focus();
    await anna.keyboard.press('Alt+ArrowDown');
    await anna.locator('#refine-reason').fill('The softer one first');
    await anna.getByRole('button', { name: 'Send the corrected list' }).click();
    await anna.locator('.bubble.person', { hasText: 'corrected the list' }).waitFor();
    expect((await shopper.attended()).entries).toMatchObject([{ kind: 'corrected', firstName: 'Anna' }]);

    await anna.getByRole('link', { name: 'Lessons' }).click();
    await anna.getByText('The softer one first').waitFor();
    expect(await anna.getByRole('button', { name: 'Take back' }).count()).toBe(0);

    const lead = await desk.signIn('Lea', { path: '/desk/lessons' });
    const row = lead.locator('tr', { hasText: 'The softer one first' });
    await row.getByRole('button', { name: 'Take back' }).click();
    await lead.getByRole('heading', { name: 'Take this correction back?' }).waitFor();
    await lead.getByText('No list changes by it').waitFor();
    expect(await axeFindings(lead)).toEqual([]);
    await lead.locator('dialog').getByRole('button', { name: 'Take back' }).click();
    await lead.getByText('Taken back by Lea').waitFor();
    await capture(lead, 'desk-lessons');
    expect(await axeFindings(lead)).toEqual([]);
  });

  it('leads from a correction to its conversation', async () => {
    const page = await desk.signIn('Lea', { path: '/desk/lessons', colorScheme: 'dark' });
    await page.getByRole('link', { name: /scarf/ }).first().click();
    await page.locator('.talk-title').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

it('is usable at every width, without scrolling sideways', async () => {
  const shopper = await desk.shopper();
  await shopper.say('a blue vase');
  for (const width of [1_024, 1_280, 1_600]) {
    for (const [path, drawn] of [
      ['/desk/queue', '#queue-panel'],
      [`/desk/conversations/${shopper.conversationId}`, '.reply-products'],
      ['/desk/lessons', '#corrections'],
    ] as const) {
      const page = await desk.signIn('Anna', { path, width, height: 768 });
      await page.locator(drawn).first().waitFor();
      await loaded(page);
      await capture(page, `desk-${width}-${path.split('/')[2]}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(await page.locator('main').evaluate((main) => main.scrollWidth <= main.clientWidth)).toBe(true);
    }
  }
});
