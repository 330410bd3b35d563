import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { serveEmbedding } from '../support/foreign-page.ts';
import { createScriptedChat, createScriptedDepartments } from '../support/scripted-chat.ts';

const { openPage, widgetDirectory } = useBrowser();
const DOCUMENT = '<!doctype html><html lang="en"><head><title>Another shop</title></head>';

async function openEmbedding(body: (assistant: string) => string) {
  const chat = createScriptedChat();
  const served = await serveEmbedding({
    html: (assistant) => `${DOCUMENT}<body><h1>Another shop</h1>${body(assistant)}</body></html>`,
    server: { chat, departments: createScriptedDepartments(), widgetDirectory: widgetDirectory() },
  });
  const page = await openPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(served.address);
  return { page, chat, requests, ...served };
}

const element = (page: Page) => page.locator('floorwalker-chat');
const tag = (assistant: string, attributes = '') =>
  `<script type="module" src="${assistant}/widget.js" ${attributes}></script>`;

describe('one line', () => {
  it('puts the assistant on a page of another origin, with what the line says', async () => {
    const { page, chat, requests, assistant, origin } = await openEmbedding((address) =>
      tag(address, 'data-market="US" data-locale="es-US" data-preset="bold"'),
    );
    expect(await element(page).getAttribute('market')).toBe('US');
    expect(await element(page).getAttribute('preset')).toBe('bold');
    await page.locator('.launcher').click();
    await page.locator('.automated').waitFor();
    expect(await page.locator('.automated').textContent()).toContain('automático');
    await page.keyboard.type('una bufanda');
    await page.keyboard.press('Enter');
    await page.locator('.card').first().waitFor();
    expect(chat.handled[0]?.text).toBe('una bufanda');
    const elsewhere = requests.filter((url) => !url.startsWith(assistant) && !url.startsWith(origin));
    expect(elsewhere).toEqual([]);
    expect(requests.filter((url) => url.includes('/v1/')).every((url) => url.startsWith(assistant))).toBe(
      true,
    );
    expect(await page.context().cookies()).toEqual([]);
  });

  it('leaves an element of the page where it is, and gives way to one that comes later', async () => {
    const { page } = await openEmbedding(
      (address) => `<main><floorwalker-chat product="p-1"></floorwalker-chat></main>${tag(address)}`,
    );
    await page.locator('.launcher').waitFor();
    expect(await element(page).count()).toBe(1);
    expect(await page.locator('main > floorwalker-chat').getAttribute('product')).toBe('p-1');

    const later = await openEmbedding((address) => `<main></main>${tag(address)}`);
    await later.page.locator('body > floorwalker-chat').waitFor();
    await later.page.evaluate(() =>
      document.querySelector('main')?.append(document.createElement('floorwalker-chat')),
    );
    expect(await element(later.page).count()).toBe(1);
    expect(await later.page.locator('main > floorwalker-chat').count()).toBe(1);
  });

  it('does nothing by itself when the tag says so', async () => {
    const { page } = await openEmbedding((address) => tag(address, 'data-manual'));
    await page.evaluate(() => customElements.whenDefined('floorwalker-chat'));
    expect(await element(page).count()).toBe(0);
  });
});

describe('what is typed while the panel is on its way', () => {
  it('is sent as far as it was, and goes on in the composer', async () => {
    const { page, chat } = await openEmbedding((address) => tag(address));
    const arrival = Promise.withResolvers<void>();
    await page.route('**/panel.js', async (route) => {
      await arrival.promise;
      await route.continue();
    });
    await page.locator('.launcher').click();
    await page.keyboard.type('a warm scarf');
    await page.keyboard.press('Enter');
    await page.keyboard.type('and a ha');
    arrival.resolve();
    await page.locator('.card').first().waitFor();
    await page.keyboard.type('t');
    expect(chat.handled.map(({ text }) => text)).toEqual(['a warm scarf']);
    expect(await page.locator('floorwalker-panel textarea').inputValue()).toBe('and a hat');
  });
});

describe('the element', () => {
  it('opens, says, starts over and hides when it is told to, and tells what happens', async () => {
    const { page, chat } = await openEmbedding((address) => tag(address));
    await page.evaluate(() => {
      const heard: [string, unknown][] = [];
      Object.assign(document.body, { heard });
      for (const name of ['opened', 'closed', 'message-sent', 'reply', 'product-clicked'] as const)
        document.addEventListener(`floorwalker-${name}`, (event) => {
          heard.push([event.type.slice('floorwalker-'.length), event.detail]);
          if (name === 'product-clicked') event.preventDefault();
        });
    });
    const call = (method: 'show' | 'hide' | 'startOver') =>
      element(page).evaluate((chatElement, name) => Reflect.get(chatElement, name).call(chatElement), method);
    await element(page).evaluate((chatElement) => {
      if ('say' in chatElement && typeof chatElement.say === 'function') return chatElement.say('a scarf');
    });
    await page.locator('.reply[aria-busy="false"] .card').first().waitFor();
    const before = page.url();
    await page.locator('.card a').first().click();
    await call('startOver');
    await expect.poll(() => page.locator('.said').count()).toBe(0);
    await call('hide');
    await expect.poll(() => page.locator('.panel').count()).toBe(0);
    expect(page.url()).toBe(before);
    expect(chat.conversations.size).toBe(2);
    const heard = await page.evaluate(() => Reflect.get(document.body, 'heard') as [string, object | null][]);
    expect(heard.map(([name]) => name)).toEqual([
      'opened',
      'message-sent',
      'reply',
      'product-clicked',
      'closed',
    ]);
    expect(heard[1]?.[1]).toEqual({ text: 'a scarf' });
    expect(heard[2]?.[1]).toMatchObject({ language: 'en', productIds: expect.arrayContaining(['scarf-1']) });
    expect(heard[3]?.[1]).toMatchObject({ productId: 'scarf-1', position: 1 });
  });

  it('has properties that are its attributes, also when they were set before it was there', async () => {
    const { page } = await openEmbedding(() => '<floorwalker-chat></floorwalker-chat>');
    const { assistant } = await openEmbedding(() => '');
    await page.evaluate(async (address) => {
      const early = document.querySelector('floorwalker-chat');
      Object.assign(early ?? {}, { market: 'US', locale: 'de-US', product: undefined });
      const script = document.createElement('script');
      Object.assign(script, { type: 'module', src: `${address}/widget.js` });
      document.head.append(script);
      await customElements.whenDefined('floorwalker-chat');
    }, assistant);
    expect(await element(page).getAttribute('market')).toBe('US');
    expect(await page.locator('.launcher').getAttribute('aria-label')).toBe('Einkaufsassistent');
    const read = await element(page).evaluate((chatElement) => {
      chatElement.setAttribute('product', 'p-2');
      const { market, product, preset } = chatElement as unknown as Record<string, string | undefined>;
      Object.assign(chatElement, { market: null });
      return [market, product, preset, chatElement.hasAttribute('market')];
    });
    expect(read).toEqual(['US', 'p-2', undefined, false]);
  });
});
