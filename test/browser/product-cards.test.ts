import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { NARROW, openPanel, type PanelOptions, say, WIDE } from '../support/open-panel.ts';
import { createScriptedBasket } from '../support/scripted-basket.ts';
import { departmentsWithVariants } from '../support/scripted-variants.ts';

const work = useBrowser();

async function openList(view: PanelOptions['view']) {
  const basket = createScriptedBasket();
  const departments = departmentsWithVariants();
  const opened = await openPanel(work, { view, server: { basket, departments } });
  await say(opened.page, 'a scarf');
  await opened.page.locator('.card').first().waitFor();
  return { ...opened, basket };
}

const front = (page: Page) => page.locator('.stepper p').textContent();
const focusedText = (page: Page) =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.textContent?.trim() ?? '';
  });

describe.each([
  ['narrow', NARROW],
  ['wide', WIDE],
  ['wide dark', { ...WIDE, colorScheme: 'dark' }],
] as const)('cards on a %s page', (name, view) => {
  it('say what a thing costs, what is saved, whether it is to be had and why it is there, with its room kept', async () => {
    const { page } = await openList(view);
    const sale = page.locator('.card').nth(1);
    expect(await sale.locator('.list-price').textContent()).toContain('$69.00');
    expect(await sale.locator('.saving .unseen').textContent()).toBe('You save $20.00 (29%)');
    expect(await page.locator('.card .availability').allTextContents()).toEqual([
      ...['In stock', 'In stock', 'Can be pre-ordered', 'Sold out', 'In stock'],
    ]);
    expect(await page.locator('.card').nth(3).locator('[data-add]').count()).toBe(0);
    // The scripted shop serves no pictures: what stands there is the sign for that, in the same room.
    await expect.poll(() => page.locator('.card img:visible').count()).toBe(0);
    const room = await page.locator('.card .picture').first().boundingBox();
    const card = await page.locator('.card').first().boundingBox();
    const words = await page.locator('.reply .bubble').last().boundingBox();
    expect(card?.x).toBeCloseTo(words?.x ?? Number.NaN, 0);
    expect(room?.height).toBeGreaterThan(60);
    expect(await page.locator('.rating').count()).toBe(0);
    await page.locator('.card .why summary').first().click();
    expect(await page.locator('.card .sum').first().textContent()).toMatch(/Together\s*0\.90/);
    await capture(page, `cards-${name}`);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('are moved by buttons and by keys, with the one in front told, and let the focus go on', async () => {
    const { page } = await openList(view);
    expect(await front(page)).toBe('1 of 5');
    await page.locator('.arrow').last().click();
    await expect.poll(() => front(page)).toBe('2 of 5');
    await page.locator('.cards').focus();
    await page.keyboard.press('End');
    await expect.poll(() => front(page)).toBe('5 of 5');
    expect(await page.locator('.arrow').last().getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => front(page)).toBe('4 of 5');
    await page.keyboard.press('Home');
    await expect.poll(() => front(page)).toBe('1 of 5');
    await page.keyboard.press('Tab');
    expect(await focusedText(page)).toBe('Lambswool scarf, narrow');
    await page.keyboard.press('ArrowRight');
    expect(await focusedText(page)).toBe('Merino scarf with fringes');
    await page.locator('.card').last().locator('button').last().focus();
    await page.keyboard.press('Tab');
    expect(await page.locator('.arrow:focus').count()).toBe(1);
    await page.getByRole('button', { name: 'Show as a list' }).click();
    expect(await page.locator('.cards.row').count()).toBe(0);
    await capture(page, `cards-as-list-${name}`);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('are moved by a finger, from card to card, and leave the page where it is', async () => {
    const { page } = await openList(view);
    // The conversation comes to rest first.
    await page.locator('.cards.row').hover({ trial: true });
    const row = await page.locator('.cards.row').boundingBox();
    const [y, from] = [(row?.y ?? 0) + 60, (row?.x ?? 0) + (row?.width ?? 0) - 40];
    const before = await page.evaluate(() => scrollY);
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: x === undefined ? [] : [{ x, y }],
      });
    await touch('touchStart', from);
    for (let moved = 20; moved <= 240; moved += 20) await touch('touchMove', from - moved);
    await touch('touchEnd');
    await expect
      .poll(() => page.locator('.cards.row').evaluate(({ scrollLeft }) => scrollLeft))
      .toBeGreaterThan(150);
    await expect.poll(() => front(page)).not.toBe('1 of 5');
    // It comes to rest with a card at the start.
    await expect
      .poll(() =>
        page.locator('.cards.row').evaluate((list) => {
          const { left } = list.getBoundingClientRect();
          const starts = [...list.querySelectorAll('.card')].map(
            (card) => card.getBoundingClientRect().left - left,
          );
          return Math.min(...starts.map(Math.abs));
        }),
      )
      .toBeLessThan(4);
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });

  it('ask for similar ones and for a comparison in words, of the list that is on screen', async () => {
    const { page, chat } = await openList(view);
    await page
      .locator('.card')
      .nth(1)
      .getByRole('button', { name: /^Similar/ })
      .click();
    await expect.poll(() => chat.handled.at(-1)?.text).toBe('More like number 2');
    await page.locator('.products').nth(1).locator('.card').first().waitFor();
    expect(
      await page
        .locator('.products')
        .first()
        .getByRole('button', { name: /^Similar/ })
        .count(),
    ).toBe(0);
    const list = page.locator('.products').nth(1);
    for (const index of [2, 0])
      await list
        .locator('.card')
        .nth(index)
        .getByRole('button', { name: /^Compare/ })
        .click();
    await capture(page, `cards-comparing-${name}`);
    await list.getByRole('button', { name: 'Compare these' }).click();
    await expect.poll(() => chat.handled.at(-1)?.text).toBe('Compare numbers 1 and 3');
  });

  it('ask which variant it shall be by keyboard, and tell of the basket what the server told', async () => {
    const { page, basket } = await openList(view);
    await page.locator('.card [data-add]').first().focus();
    await page.keyboard.press('Enter');
    const picker = page.locator('.picker');
    await picker.waitFor();
    expect(await focusedText(page)).toBe('Lambswool scarf, narrow');
    expect(await picker.locator('.note').textContent()).toBe('Still to choose: Colour, Size');
    expect(await picker.getByRole('radio', { name: /green/ }).isDisabled()).toBe(true);
    expect(await picker.locator('.pill', { hasText: 'green' }).textContent()).toContain('Sold out');
    await picker.getByRole('radio', { name: 'blue' }).focus();
    await page.keyboard.press('Space');
    expect(await picker.getByRole('radio', { name: /^M/ }).isDisabled()).toBe(true);
    await picker.getByRole('radio', { name: 'red' }).check();
    await picker.getByRole('radio', { name: 'M', exact: true }).check();
    expect(await picker.locator('.price').textContent()).toBe('$44.00');
    await capture(page, `variants-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    await picker.getByRole('button', { name: /^Add to basket/ }).press('Enter');
    await picker.waitFor({ state: 'detached' });
    expect(await page.locator('.card .outcome').first().textContent()).toContain(
      'In your basket now: 1 × Lambswool scarf, narrow (red)',
    );
    expect(basket.lines.map(({ variantId }) => variantId)).toEqual(['scarf-1-red-M']);
    expect(new Set(basket.keys).size).toBe(1);
    expect(await page.locator('[data-drawer="basket"]').getAttribute('aria-label')).toBe('Basket, 1 in it');
  });

  it('put in what has no variants at once, say why not, and try again without doing it twice', async () => {
    const { page, basket } = await openList(view);
    const card = page.locator('.card').nth(1);
    basket.failure = new AssistantError('WRITE_REFUSED', 'No', { details: { refusal: 'out-of-stock' } });
    const putting = page.waitForRequest(
      (request) => request.method() === 'POST' && /basket$/.test(request.url()),
    );
    await card.locator('[data-add]').click();
    expect((await putting).postDataJSON()).toMatchObject({ listId: expect.stringMatching(/./) });
    await card.locator('.outcome.bad', { hasText: 'does not have that many' }).waitFor();
    expect(await card.locator('.outcome').getByRole('button').count()).toBe(0);
    basket.failure = new AssistantError('COMMERCE_UNAVAILABLE', 'Not confirmed');
    await card.locator('[data-add]').click();
    await card.locator('.outcome.bad', { hasText: 'does not do it twice' }).waitFor();
    expect(basket.lines).toEqual([]);
    await capture(page, `cards-failed-${name}`);
    await card.getByRole('button', { name: 'Try again' }).click();
    await card.locator('.outcome', { hasText: 'In your basket now: 1 ×' }).waitFor();
    const [, unconfirmed, again] = basket.keys;
    expect(again).toBe(unconfirmed);
    expect(await page.locator('.products [role="status"]').textContent()).toContain('In your basket now');
  });
});

it('keep the answers of a question that is over, to be read and not to be tapped', async () => {
  const { page, chat } = await openList(NARROW);
  await page.locator('.option', { hasText: 'cotton' }).click();
  await expect.poll(() => chat.handled.at(-1)?.text).toBe('cotton');
  await page.locator('.answered').first().waitFor();
  expect(await page.locator('.answered:enabled').count()).toBe(0);
  expect(await page.locator('.answered[aria-pressed="true"]').allTextContents()).toEqual(['cotton']);
});
