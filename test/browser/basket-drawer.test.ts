import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { NARROW, openPanel, type PanelOptions, say, WIDE } from '../support/open-panel.ts';
import { basketLine, createScriptedBasket } from '../support/scripted-basket.ts';

const work = useBrowser();

/** A conversation that changes the basket, where it says so. */
async function openShop(
  view: PanelOptions['view'],
  lines = [basketLine('scarf-1', 1), basketLine('lamp-1', 2)],
) {
  const basket = createScriptedBasket(lines);
  const opened = await openPanel(work, {
    view,
    server: { basket },
    chat: {
      answer(turn, { text }) {
        if (text !== 'one more') return turn;
        basket.lines.push(basketLine('scarf-2', 1));
        return { ...turn, cart: basket.cart(['scarf-2-1']) };
      },
    },
  });
  return { ...opened, basket };
}

const opener = (page: Page) => page.locator('[data-drawer="basket"]');
const line = (page: Page, index: number) => page.locator('.basket-line').nth(index);

describe.each([
  ['narrow', NARROW],
  ['wide', WIDE],
  ['wide dark', { ...WIDE, colorScheme: 'dark' }],
] as const)('the basket on a %s page', (name, view) => {
  it('shows lines, quantities, prices and the total, by keyboard, and gives the focus back', async () => {
    const { page } = await openShop(view);
    await opener(page).focus();
    await page.keyboard.press('Enter');
    await line(page, 0).waitFor();
    expect(await page.locator('.basket-line .quantity').allTextContents()).toEqual(['1', '2']);
    expect(await page.locator('.basket-total').textContent()).toContain('$297.00');
    await capture(page, `basket-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    await line(page, 0)
      .getByRole('button', { name: /^One more/ })
      .focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => line(page, 0).locator('.quantity').textContent()).toBe('2');
    expect(
      await line(page, 0)
        .getByRole('button', { name: /^One more/ })
        .evaluate((one) => one.matches(':focus')),
    ).toBe(true);
    expect(await page.locator('.drawer [role="status"]').textContent()).toContain('2 × Lambswool scarf');
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
    expect(await opener(page).evaluate((one) => one.matches(':focus'))).toBe(true);
  });

  it('takes out and puts back, each tap with a key of its own', async () => {
    const { page, basket } = await openShop(view, [basketLine('scarf-1', 3)]);
    await opener(page).click();
    await line(page, 0)
      .getByRole('button', { name: /^Remove/ })
      .click();
    await page.locator('.basket-empty').waitFor();
    await capture(page, `basket-empty-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Put back' }).click();
    await line(page, 0).waitFor();
    expect(basket.lines).toMatchObject([{ variantId: 'scarf-1-1', quantity: 3 }]);
    expect(await page.getByRole('button', { name: 'Put back' }).count()).toBe(0);
    expect(new Set(basket.keys).size).toBe(2);
  });

  it('keeps what the server told when a change fails, and says why', async () => {
    const { page, basket } = await openShop(view);
    await opener(page).click();
    await line(page, 0).waitFor();
    basket.failure = new AssistantError('WRITE_REFUSED', 'No', { details: { refusal: 'out-of-stock' } });
    await line(page, 0)
      .getByRole('button', { name: /^One more/ })
      .click();
    await line(page, 0).locator('.outcome.bad', { hasText: 'does not have that many' }).waitFor();
    expect(await line(page, 0).locator('.quantity').textContent()).toBe('1');
    await capture(page, `basket-refused-${name}`);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('follows the conversation at once, and another tab when this one is looked at again', async () => {
    const { page, basket } = await openShop(view);
    await say(page, 'one more');
    await expect.poll(() => opener(page).getAttribute('aria-label')).toBe('Basket, 4 in it');
    expect(await page.locator('.badge').textContent()).toBe('4');
    await opener(page).click();
    await expect.poll(() => page.locator('.basket-line').count()).toBe(3);
    basket.lines.splice(0, 2);
    await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
    await expect.poll(() => page.locator('.basket-line').count()).toBe(1);
    expect(await page.locator('.badge').textContent()).toBe('1');
  });

  it('hands over to the checkout of the shop, and to no address that is none', async () => {
    const { page, basket } = await openShop(view);
    await page.route('https://pay.example/**', (route) => route.fulfill({ body: 'Pay here' }));
    basket.checkout = async () => ({ url: 'javascript:globalThis.broken=1' });
    await opener(page).click();
    const refused = page.waitForResponse('**/checkout');
    await page.getByRole('button', { name: 'Go to checkout' }).click();
    await (await refused).finished();
    basket.checkout = async () => ({ url: 'https://pay.example/cart/1' });
    await page.getByRole('button', { name: 'Go to checkout' }).click();
    await page.waitForURL('https://pay.example/cart/1');
  });
});
