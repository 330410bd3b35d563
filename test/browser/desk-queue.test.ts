import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { type DeskAtWork, openDesk, REVIEW_ALL, signInOn } from '../support/open-desk-page.ts';

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
beforeAll(async () => {
  desk = await openDesk(browser);
  await desk.invite('Anna');
  await desk.invite('Ben');
});
afterAll(() => desk.close());

const line = (text: string) => ({ hasText: text });

describe('the queue', () => {
  it('tells who waits as it happens, and lets a conversation move from tab to tab', async () => {
    const page = await desk.signIn('Anna');
    const tab = (name: string) => page.getByRole('tab', { name });
    await expect.poll(() => tab('Waiting').getAttribute('aria-selected')).toBe('true');
    const shopper = await desk.shopper();
    await shopper.say('a warm scarf in wool');
    await shopper.say('I want to talk to a person');
    const waiting = page.locator('.line', line('wool'));
    await waiting.waitFor();
    expect(await waiting.textContent()).toContain('Asked for a person');
    await capture(page, 'desk-queue-waiting');

    await waiting.click();
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.locator('.event', line('Anna took over')).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    await page.locator('.line', line('wool')).waitFor();
    expect((await shopper.attended()).handling).toEqual({ by: 'person', firstName: 'Anna' });
  });

  it('counts by the clock of the server where that of the machine is an hour off', async () => {
    await desk.set('review', REVIEW_ALL(600));
    const shopper = await desk.shopper();
    await shopper.say('a green lamp for the hour');
    await desk.set('review', { ...REVIEW_ALL(600), rules: [] });
    const page = await browser.openPage();
    await page.clock.install({ time: Date.now() + 3_600_000 });
    await page.goto(`${desk.url}/desk`);
    await signInOn(page, 'Anna');
    const held = page.locator('.line', line('green lamp'));
    await held.waitFor();
    expect(await held.textContent()).toMatch(/Approve in (?:9:\d\d|10:00)/);
    await held.click();
    expect(await page.getByText(/^Held for \d/).textContent()).toMatch(/(?:9:\d\d|10:00)$/);
  });

  it('shows a colleague who looks, and warns when they work on an answer', async () => {
    const shopper = await desk.shopper();
    await shopper.say('a blue vase for a colleague');
    const anna = await desk.signIn('Anna', { path: `/desk/conversations/${shopper.conversationId}` });
    const ben = await desk.signIn('Ben', { path: `/desk/conversations/${shopper.conversationId}` });
    await anna.locator('.talk-head', line('Ben')).waitFor();
    await ben.locator('.talk-head').waitFor();
    await ben.keyboard.press('t');
    await ben.locator('#words').fill('I will look');
    await anna.locator('.talk-warning', line('Ben is working on an answer')).waitFor();
  });

  it('is searched by what was said', async () => {
    const shopper = await desk.shopper();
    await shopper.say('something for a trapezoid shelf');
    const page = await desk.signIn('Anna');
    await page.keyboard.press('3');
    await page.keyboard.press('/');
    await page.keyboard.type('trapezoid');
    await expect.poll(() => page.locator('.line').count()).toBe(1);
    await page.keyboard.press('Backspace');
    expect(await page.locator('#queue-search').inputValue()).toBe('trapezoi');
    await page.locator('#queue-search').fill('nobody said this');
    await page.getByText('Nothing fits these filters').waitFor();
  });

  it('says when the connection is gone, and goes on with what was missed', async () => {
    const page = await desk.signIn('Anna');
    await page.keyboard.press('3');
    await page.context().setOffline(true);
    await page.evaluate(() => dispatchEvent(new Event('offline')));
    const shopper = await desk.shopper();
    await shopper.say('an umbrella while nobody listens');
    await page.context().setOffline(false);
    await page.locator('.line', line('umbrella')).waitFor();
  });

  it('is clean for axe in light and dark, with and without a conversation', async () => {
    const shopper = await desk.shopper();
    await shopper.say('a desk lamp under 80');
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await desk.signIn('Anna', { colorScheme });
      await page.keyboard.press('3');
      await page.locator('.line').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Filter' }).click();
      await capture(page, `desk-queue-filters-${colorScheme}`);
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('?');
      await page.getByRole('heading', { name: 'Keyboard' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.line', line('lamp')).first().click();
      await page.locator('.reply-products').first().waitFor();
      await page.locator('.product-details summary').first().click();
      await capture(page, `desk-conversation-${colorScheme}`);
      expect(await axeFindings(page)).toEqual([]);
    }
  });
});

it('is gone through by keyboard: ten conversations, opened and answered without a mouse', async () => {
  for (let number = 1; number <= 10; number += 1) {
    const shopper = await desk.shopper();
    await shopper.say(`I want to talk to a person about thing number ${number}`);
  }
  const page = await desk.signIn('Ben');
  await page.locator('.line', line('number 10')).waitFor();
  const seen = new Set<string>();
  for (let step = 0; step < 10; step += 1) {
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.talk-title').waitFor();
    await expect.poll(() => page.locator('.bubble.shopper').count()).toBeGreaterThan(0);
    seen.add(page.url());
  }
  expect(seen.size).toBe(10);
  await page.keyboard.press('t');
  await expect.poll(() => page.locator('#words:focus').count()).toBe(1);
  await page.keyboard.type('Hello, I am here.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.bubble.person', line('Hello, I am here.')).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.type('Answered by keyboard');
  await page.keyboard.press('Enter');
  await page.locator('.notes', line('Answered by keyboard')).waitFor();
});
