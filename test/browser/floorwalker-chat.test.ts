import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../../src/domain/turn.ts';
import { axeFindings, useBrowser } from '../support/browser.ts';
import { startTestServer } from '../support/http.ts';
import {
  createScriptedChat,
  createScriptedDepartments,
  type ScriptedChatOptions,
} from '../support/scripted-chat.ts';
import { SCRIPTED_PRODUCTS } from '../support/scripted-products.ts';

const { openPage, widgetDirectory } = useBrowser();

async function openShop(options: ScriptedChatOptions = {}, view: Parameters<typeof openPage>[0] = {}) {
  const chat = createScriptedChat(options);
  const departments = createScriptedDepartments();
  const served = await startTestServer({ chat, departments, widgetDirectory: widgetDirectory() });
  const page = await openPage(view);
  await page.goto(served.url);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  return { page, chat, departments, ...served };
}

/** Opens the panel and says something, by keyboard alone. */
async function sayByKeyboard(page: Page, text: string): Promise<void> {
  await page.locator('.launcher').focus();
  await page.keyboard.press('Enter');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.locator('.reply[aria-busy="false"] :is(.card, .comparison)').first().waitFor();
}

describe('the panel', () => {
  it('says that it is automated, and answers a message sent by keyboard with products and prices', async () => {
    const { page, chat } = await openShop();
    await sayByKeyboard(page, 'a warm scarf');
    expect(chat.handled[0]?.text).toBe('a warm scarf');
    expect(await page.locator('.automated').textContent()).toContain('Automated assistant');
    expect(await page.locator('.reply .bubble').first().textContent()).toContain('automated');
    expect(await page.locator('.card').count()).toBe(5);
    expect(await page.locator('.card .price').first().textContent()).toBe('$39.00');
    expect(await page.locator('.card .list-price').textContent()).toContain('$69.00');
    expect(await page.locator('.card .availability').nth(3).textContent()).toBe('Sold out');
    const size = await page.locator('.card img').first().getAttribute('width');
    expect(size).toBe('88');
  });

  it('sends a chip with its count, and an answer to the question', async () => {
    const { page, chat } = await openShop();
    await sayByKeyboard(page, 'a scarf');
    const chip = page.locator('.chip');
    expect(await chip.textContent()).toMatch(/Only wool\s*4/);
    await chip.click();
    await expect.poll(() => chat.handled.at(-1)?.text).toBe('only wool');
    await page.locator('.option', { hasText: 'cotton' }).click();
    await expect.poll(() => chat.handled.at(-1)?.text).toBe('cotton');
    await expect.poll(() => page.locator('.chip').count()).toBe(1);
  });

  it('discloses why a product stands where it stands', async () => {
    const { page } = await openShop();
    await sayByKeyboard(page, 'a scarf');
    const why = page.locator('.card').first().locator('.why');
    expect(await why.locator('.parts').isVisible()).toBe(false);
    await why.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await why.locator('.reasons').textContent()).toContain('It is made of wool');
    expect(await why.locator('.part-name').allInnerTexts()).toEqual([
      'Your words in its texts',
      'Chosen by shoppers with a similar taste',
    ]);
    expect(await why.locator('meter').count()).toBe(2);
  });

  it('shows words of a hostile catalogue or shopper as words', async () => {
    const attack =
      '<img src=/broken onerror="document.title=\'broken\'"><script>document.title="broken"</script>';
    const { page } = await openShop({
      answer: (turn) => ({ ...turn, text: `${attack} **${attack}**\n- ${attack}` }),
    });
    await sayByKeyboard(page, attack);
    expect(await page.locator('.said .bubble').textContent()).toBe(attack);
    expect(await page.locator('.reply .bubble').last().textContent()).toContain('<script>');
    const hostile = page.locator('.card', { hasText: 'onerror' });
    expect(await hostile.locator('a').count()).toBe(0);
    expect(await page.evaluate(() => document.title)).not.toBe('broken');
    expect(await page.locator('floorwalker-chat img[onerror], floorwalker-chat script').count()).toBe(0);
  });

  it('opens the page of a product and tells so, bound to the conversation', async () => {
    const { page, departments, chat } = await openShop();
    await sayByKeyboard(page, 'a scarf');
    await page.locator('.card a').nth(1).click();
    await page.waitForURL('**/products/scarf-2');
    await expect.poll(() => departments.recorded.length).toBe(1);
    expect(departments.recorded[0]).toMatchObject({
      batch: [{ event: 'Product Clicked', properties: { product_id: 'scarf-2', position: 2 } }],
      caller: { conversation: { conversationId: [...chat.conversations.keys()][0] } },
    });
    await page.locator('.said .bubble', { hasText: 'a scarf' }).waitFor();
    expect(await page.locator('.card').count()).toBe(5);
    await page.locator('textarea').fill('is this one warm?');
    await page.keyboard.press('Enter');
    await expect.poll(() => chat.handled.at(-1)?.page).toEqual({ productId: 'scarf-2' });
  });

  it('comes back to a reply whose stream was cut, and says nothing twice', async () => {
    const hold = Promise.withResolvers<void>();
    const { page, chat } = await openShop({ pause: () => hold.promise });
    let cuts = 0;
    await page.route('**/messages', async (route) => {
      if (route.request().method() === 'POST' && cuts === 0) {
        cuts += 1;
        // The request reaches the server; its answer does not reach the page.
        void route.fetch().catch(() => undefined);
        await expect.poll(() => chat.handled.length).toBe(1);
        await route.abort('connectionreset');
        hold.resolve();
      } else await route.continue();
    });
    await sayByKeyboard(page, 'a scarf');
    expect(chat.handled).toHaveLength(1);
    expect(await page.locator('.reply').count()).toBe(2);
  });

  it('offers to try again when the shop cannot answer, and keeps the words', async () => {
    let broken = true;
    const { page } = await openShop({
      answer: (turn): Turn => {
        if (broken) throw new RangeError('broken');
        return turn;
      },
    });
    await page.locator('.launcher').click();
    await page.locator('textarea').fill('a scarf');
    await page.keyboard.press('Enter');
    await page.locator('.failure').waitFor();
    expect(await page.locator('.failure').textContent()).toContain('went wrong');
    broken = false;
    await page.locator('.failure button').click();
    await page.locator('.card').first().waitFor();
    expect(await page.locator('.said').count()).toBe(1);
  });

  it('starts a new conversation, and again when the old one was forgotten elsewhere', async () => {
    const { page, chat } = await openShop();
    await sayByKeyboard(page, 'a scarf');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'New conversation' }).click();
    await expect.poll(() => page.locator('.said').count()).toBe(0);
    await expect.poll(() => chat.conversations.size).toBe(2);
    for (const conversationId of chat.conversations.keys())
      (chat.conversations as Map<string, unknown>).delete(conversationId);
    await page.locator('textarea').fill('a lamp');
    await page.keyboard.press('Enter');
    await page.locator('.card').first().waitFor();
    expect(chat.handled.at(-1)?.text).toBe('a lamp');
  });

  it('asks the server to remember only while the shopper agrees', async () => {
    const { page, chat } = await openShop();
    await sayByKeyboard(page, 'a scarf');
    const consent = () => [...chat.conversations.values()].at(-1)?.consent.personalization;
    expect(consent()).toBe(false);
    await page.locator('.privacy-line').click();
    await page.getByLabel('Yes, on later visits too').check();
    await expect.poll(consent).toBe(true);
    await page.getByLabel('Only in this conversation').check();
    await expect.poll(consent).toBe(false);
  });

  it('closes by Escape and gives the focus back', async () => {
    const { page } = await openShop();
    await sayByKeyboard(page, 'a scarf');
    await page.keyboard.press('Escape');
    expect(await page.locator('.panel').count()).toBe(0);
    const focused = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className);
    expect(focused).toBe('launcher');
  });

  it('begins anew when the language of the page changes', async () => {
    const { page, chat } = await openShop();
    await sayByKeyboard(page, 'a scarf');
    const assistant = page.locator('floorwalker-chat');
    await assistant.evaluate((element) => element.setAttribute('locale', 'es-US'));
    await expect.poll(() => page.locator('.said').count()).toBe(0);
    await expect.poll(() => page.locator('.automated').textContent()).toContain('Asistente automático');
    await expect.poll(() => chat.conversations.size).toBe(2);
    await page.locator('textarea').fill('una bufanda');
    await page.keyboard.press('Enter');
    await page.locator('.card').first().waitFor();
    expect(chat.handled.at(-1)?.conversationId).toBe([...chat.conversations.keys()][1]);
  });

  it('compares products in a table that scrolls within itself', async () => {
    const { page } = await openShop(
      {
        answer: (turn) => ({
          ...turn,
          products: SCRIPTED_PRODUCTS.slice(0, 2),
          comparison: {
            attributes: [
              { attribute: 'price', label: 'Price', values: ['$39.00', '$49.00'] },
              { attribute: 'material', label: 'Material', values: ['wool', ''] },
            ],
          },
        }),
      },
      { width: 360, height: 740 },
    );
    await sayByKeyboard(page, 'compare them');
    const rows = page.locator('.comparison tbody tr');
    await rows.first().waitFor();
    expect((await rows.allInnerTexts())[0]).toMatch(/Material\s+wool\s+not stated/);
    expect(await page.locator('.comparison thead').textContent()).toMatch(/\$39\.00.*\$49\.00/s);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('speaks the language of the page', async () => {
    const { page } = await openShop({}, { locale: 'de-DE' });
    await page.locator('.launcher').click();
    expect(await page.locator('.automated').textContent()).toContain('Automatischer Assistent');
  });

  it.each([
    ['wide and light', { width: 1_280, height: 800, colorScheme: 'light' }],
    ['wide and dark', { width: 1_280, height: 800, colorScheme: 'dark' }],
    ['on a small telephone', { width: 360, height: 740, colorScheme: 'light' }],
    ['on a small telephone, dark', { width: 360, height: 740, colorScheme: 'dark' }],
  ] as const)('fits and has no serious finding of axe: %s', async (_name, view) => {
    const { page } = await openShop({}, view);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await sayByKeyboard(page, 'a scarf with a name so long that it cannot be broken: '.padEnd(120, 'x'));
    await page.locator('.why summary').first().click();
    await page.locator('.why .parts').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const overflow = await page.evaluate(() => {
      const log = document
        .querySelector('floorwalker-chat')
        ?.shadowRoot?.querySelector('floorwalker-panel')
        ?.shadowRoot?.querySelector('.log');
      const root = document.documentElement;
      return {
        page: root.scrollWidth - root.clientWidth,
        log: (log?.scrollWidth ?? 0) - (log?.clientWidth ?? 0),
      };
    });
    expect(overflow).toEqual({ page: 0, log: 0 });
  });
});
