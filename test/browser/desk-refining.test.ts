import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { type DeskAtWork, openDesk, REVIEW_ALL } from '../support/open-desk-page.ts';
import { reveal, send } from '../support/open-panel.ts';

const browser = useBrowser({ hasDesk: true });
let desk: DeskAtWork;
beforeAll(async () => {
  desk = await openDesk(browser);
  await desk.invite('Anna');
  await desk.invite('Ben');
  await desk.set('review', REVIEW_ALL(600));
});
afterAll(() => desk.close());

const has = (hasText: string) => ({ hasText });
const listed = (page: Page) => page.locator('.refined .product-title').allTextContents();
const item = (page: Page, title: string) => page.locator('.refined', has(title));

/** Says something as a shopper over the API, and opens what is held of the answer. */
async function heldReply(text: string, firstName = 'Anna', view: Parameters<DeskAtWork['signIn']>[1] = {}) {
  const shopper = await desk.shopper();
  await shopper.say(text);
  const path = `/desk/conversations/${shopper.conversationId}`;
  const page = await desk.signIn(firstName, { ...view, path });
  await page.locator('.refined').first().waitFor();
  return { shopper, page, path };
}

describe('two browsers at once', () => {
  it('a shopper asks, an agent reorders, edits and bans, the shopper gets exactly that, and is told who takes over', async () => {
    const shop = await browser.openPage({ locale: 'en-US' });
    await shop.goto(`${desk.url}/?market=US`);
    await reveal(shop);
    await send(shop, 'a warm scarf in wool');
    await shop
      .locator('.log', has('checked by'))
      .or(shop.locator('.log', has('minutes')))
      .first()
      .waitFor();
    expect(await shop.locator('.log .card').count()).toBe(0);

    const page = await desk.signIn('Anna');
    await page.locator('.line', has('scarf')).click();
    await page.locator('.refined').first().waitFor();
    const [first = '', second = '', third = ''] = await listed(page);
    await item(page, first).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('w');
    await capture(page, 'desk-refining-why');
    await item(page, third).focus();
    await page.keyboard.press('b');
    await page.locator('#ban-reason').fill('Too rough');
    await page.keyboard.press('Enter');
    await page.locator('#reply-words').fill('These two are the softest, I own the first one.');
    await capture(page, 'desk-refining-edited');
    const chosen = await listed(page);
    expect(chosen.slice(0, 2)).toEqual([second, first]);
    expect(chosen).not.toContain(third);
    await page.getByRole('button', { name: 'Send edited' }).click();
    await page.locator('.bubble.person', has('These two are the softest')).waitFor();
    await capture(page, 'desk-refining-sent');

    await shop.locator('.log', has('These two are the softest')).waitFor();
    await shop.locator('.log .card').first().waitFor();
    const cards = await shop.locator('.log .card h4 [dir=auto]').allTextContents();
    expect(cards).toEqual(chosen);
    await capture(shop, 'desk-refining-shopper');

    await page.getByRole('button', { name: 'Take over' }).click();
    await page.locator('.event', has('Anna took over')).waitFor();
    await shop.locator('.log', has('Anna')).waitFor();
    await capture(shop, 'desk-refining-shopper-taken-over');
  });

  it('what was banned does not come back, and a taking over is told', async () => {
    const { shopper, page } = await heldReply('a scarf for the winter');
    const [first = ''] = await listed(page);
    await item(page, first).focus();
    await page.keyboard.press('b');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Send edited' }).click();
    await page.locator('.bubble.person').waitFor();
    for (const words of ['show me more', 'cheaper ones', 'another scarf please']) {
      await shopper.say(words);
      await page.locator('.bubble.shopper', has(words)).waitFor();
      await expect.poll(async () => (await listed(page)).includes(first)).toBe(false);
    }
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.locator('.event', has('Anna took over')).waitFor();
    const { handling, entries } = await shopper.attended();
    expect(handling).toEqual({ by: 'person', firstName: 'Anna' });
    expect(entries.at(-1)).toMatchObject({ kind: 'joined', firstName: 'Anna' });
  });
});

it('two agents edit the same reply: the second is shown what the first did, and loses nothing', async () => {
  const { shopper, page: anna, path } = await heldReply('a blue vase', 'Anna');
  const ben = await desk.signIn('Ben', { path });
  await ben.locator('.refined').first().waitFor();
  const [first = ''] = await listed(anna);
  await ben.locator('#reply-words').fill('Words of Ben');
  await item(anna, first).focus();
  await anna.keyboard.press('Alt+ArrowDown');
  await anna.getByRole('button', { name: 'Save' }).click();

  const collision = ben.locator('.collision', has('Anna changed this reply meanwhile'));
  await collision.waitFor();
  expect(await collision.textContent()).toContain('Another order');
  await capture(ben, 'desk-refining-collision');
  expect(await axeFindings(ben)).toEqual([]);
  expect(await ben.getByRole('button', { name: 'Send edited' }).isDisabled()).toBe(true);
  await ben.getByRole('button', { name: 'Keep mine' }).click();
  await ben.getByRole('button', { name: 'Send edited' }).click();
  await ben.locator('.bubble.person', has('Words of Ben')).waitFor();
  const { entries } = await shopper.attended();
  expect(entries).toMatchObject([{ kind: 'approved', text: 'Words of Ben', firstName: 'Ben' }]);
  await anna.locator('.bubble.person', has('Words of Ben')).waitFor();
});

describe('a lost connection', () => {
  it('during a send: it is said, sent again under the same id, and the shopper has it once', async () => {
    const { shopper, page } = await heldReply('a lamp for the desk');
    let cuts = 0;
    await page.route('**/draft/send', async (route) => {
      cuts += 1;
      if (cuts > 1) return await route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.locator('#reply-words').fill('A bright one.');
    await page.getByRole('button', { name: 'Send edited' }).click();
    await page.locator('.bubble.person', has('A bright one.')).waitFor();
    await expect.poll(async () => (await shopper.attended()).entries.length).toBe(1);

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.locator('.event', has('Anna took over')).waitFor();
    let isCut = true;
    await page.route('**/messages', async (route) => {
      if (!isCut) return await route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.locator('#words').fill('Do you like it?');
    await page.keyboard.press('Control+Enter');
    await page.locator('.unsent', has('Do you like it?')).waitFor();
    await capture(page, 'desk-conversation-unsent');
    expect(await axeFindings(page)).toEqual([]);
    isCut = false;
    // By hand, or by itself as soon as the page hears from the server: whichever comes first.
    await Promise.race([
      page.getByRole('button', { name: 'Send again' }).click(),
      page.locator('.unsent').waitFor({ state: 'detached' }),
    ]);
    await expect.poll(() => page.locator('.outgoing').count()).toBe(0);
    const { entries } = await shopper.attended();
    expect(entries.filter(({ text }: { text?: string }) => text === 'Do you like it?')).toHaveLength(1);
  });

  it('loses nothing to a reload: neither words nor a list', async () => {
    const { page } = await heldReply('a backpack for hiking');
    const [first = '', second = ''] = await listed(page);
    await item(page, first).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.locator('#reply-words').fill('Half a senten');
    await page.locator('#note').fill('half a note');
    await page.reload();
    await page.locator('.refined').first().waitFor();
    expect((await listed(page)).slice(0, 2)).toEqual([second, first]);
    expect(await page.locator('#reply-words').inputValue()).toBe('Half a senten');
    expect(await page.locator('#note').inputValue()).toBe('half a note');
  });

  it('and a restart of the server: the agent sees what happened meanwhile', async () => {
    const { shopper, page } = await heldReply('a red dress');
    await page.locator('#reply-words').fill('Still here');
    await desk.restart();
    await shopper.say('or a green one');
    await page.locator('.bubble.shopper', has('or a green one')).waitFor();
    await page.locator('.collision', has('Still here')).waitFor();
    await page.getByRole('button', { name: 'Use these words' }).click();
    expect(await page.locator('#reply-words').inputValue()).toBe('Still here');
    await page.getByRole('button', { name: 'Send edited' }).click();
    await page.locator('.bubble.person', has('Still here')).waitFor();
  });
});

it('who answers has the assistant propose a reply, changes it, and says it as their own', async () => {
  const shopper = await desk.shopper();
  await shopper.say('hello');
  const page = await desk.signIn('Anna', { path: `/desk/conversations/${shopper.conversationId}` });
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.locator('#words').waitFor();
  await shopper.say('a blue vase');
  await page.locator('.bubble.shopper', has('a blue vase')).waitFor();
  await page.getByRole('button', { name: 'Suggest a reply' }).click();
  await page.getByRole('heading', { name: 'What the assistant would say' }).waitFor();
  const [first = '', second = ''] = await listed(page);
  await item(page, first).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.locator('#reply-words').fill('I would take the first of these.');
  await capture(page, 'desk-refining-suggestion');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send edited' }).click();
  await page.locator('.bubble.person', has('I would take the first of these.')).waitFor();
  const { entries } = await shopper.attended();
  expect(entries.at(-1)).toMatchObject({ text: 'I would take the first of these.', firstName: 'Anna' });
  const titles = entries.at(-1).products.map(({ title }: { title: string }) => title);
  expect(titles.slice(0, 2)).toEqual([second, first]);
});

it('is clean for axe in every state, light and dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await heldReply('a wool scarf', 'Anna', { colorScheme });
    await capture(page, `desk-refining-held-${colorScheme}`);
    expect(await axeFindings(page)).toEqual([]);
    const [first = ''] = await listed(page);
    await item(page, first).focus();
    await page.keyboard.press('m');
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Check facts' }).click();
    await page.locator('.advice').waitFor();
    await capture(page, `desk-refining-noted-${colorScheme}`);
    expect(await axeFindings(page)).toEqual([]);
    await item(page, first).focus();
    await page.keyboard.press('s');
    await page.locator('.found-product').first().waitFor();
    await capture(page, `desk-refining-swap-${colorScheme}`);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('searchbox', { name: 'Search the shop' }).fill('vase');
    await page.getByText('Found for “vase”').waitFor();
    await page.locator('.found-product').first().click();
    expect((await listed(page))[0]).not.toBe(first);
    await page.locator('.refined:focus').waitFor();
    await page.keyboard.press('b');
    await page.getByRole('heading', { name: /^Ban/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.banned').waitFor();
    await page.getByRole('button', { name: 'Close…' }).click();
    await capture(page, `desk-conversation-closing-${colorScheme}`);
    expect(await axeFindings(page)).toEqual([]);
  }
});
