import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { invitationsSchema } from '../../src/domain/widget-settings.ts';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { startTestServer } from '../support/http.ts';
import { createScriptedChat, createScriptedDepartments } from '../support/scripted-chat.ts';

const { openPage, widgetDirectory } = useBrowser();

const SHOP = '/shop/scarf';
const MESSAGE = { en: 'Looking for something special? I am happy to help.', de: 'Darf ich Ihnen helfen?' };

interface Setting {
  readonly rules: readonly object[];
  readonly minIntervalSeconds?: number;
  readonly attributes?: string;
  readonly view?: Parameters<typeof openPage>[0];
  readonly language?: string;
  /** Before the page is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** A page of a shop that is taller than the window, with the widget on it. */
async function openShop({
  rules,
  minIntervalSeconds = 0,
  attributes = '',
  view = {},
  language = 'en',
  prepare,
}: Setting) {
  const chat = createScriptedChat();
  const departments = createScriptedDepartments();
  const invitations = invitationsSchema.parse({
    minIntervalSeconds,
    rules: rules.map((rule, index) => ({ id: `r${index}`, message: MESSAGE, ...rule })),
  });
  const { url } = await startTestServer({
    chat,
    departments,
    widgetDirectory: widgetDirectory(),
    widget: () => ({
      capabilities: { models: false, images: false, markets: ['US'], languages: ['en'] },
      invitations,
    }),
  });
  const page = await openPage(view);
  await page.route(`${url}/shop/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="${language}"><head><title>Shop</title>
        <meta name="viewport" content="width=device-width">
        <script type="application/ld+json">{"@type":"Product","sku":"scarf-1"}</script></head>
        <body><main><h1>Scarf</h1><input aria-label="Search"><div id="tall"></div></main>
        <floorwalker-chat ${attributes}></floorwalker-chat>
        <script type="module" src="/widget.js"></script>
        <script>document.querySelector('#tall').style.height = '3000px'</script></body></html>`,
    }),
  );
  await prepare?.(page);
  await page.goto(`${url}${SHOP}`);
  await page.locator('.launcher').waitFor();
  return { page, url, departments };
}

const settled = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName(`${location.origin}/v1/widget`).length > 0);
const keys = (page: Page) =>
  page.evaluate(() => [Object.keys(sessionStorage), Object.keys(localStorage)].flat());

describe.each([
  ['wide', { width: 1_280, height: 800 }],
  ['narrow', { width: 360, height: 740 }],
] as const)('an invitation, %s', (name, view) => {
  it('comes after a while, is heard politely, leaves the focus alone and opens the panel', async () => {
    const { page } = await openShop({ rules: [{ when: { afterSeconds: 0.5 } }], view });
    await page.getByLabel('Search').focus();
    const bubble = page.locator('.invitation');
    await bubble.waitFor();
    await expect.poll(() => bubble.locator('[role="status"]').textContent()).toBe(MESSAGE.en);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    const box = await bubble.boundingBox();
    expect(box !== null && box.x >= 0 && box.x + box.width <= view.width).toBe(true);
    await capture(page, `invitation-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    await bubble.locator('.accept').click();
    await page.locator('.panel').waitFor();
    expect(await bubble.count()).toBe(0);
  });

  it.each(['dark', 'light'] as const)('reads well in %s, from right to left', async (colorScheme) => {
    const { page } = await openShop({
      rules: [{ when: { afterSeconds: 0 } }],
      view: { ...view, colorScheme },
      attributes: 'dir="rtl"',
      language: 'de',
    });
    await page.locator('.invitation', { hasText: MESSAGE.de }).waitFor();
    await page.locator('.refuse', { hasText: 'Nein, danke' }).waitFor();
    await capture(page, `invitation-${colorScheme}-rtl-${name}`);
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('a refusal', () => {
  it.each(['Escape', 'a tap'])('by %s holds, on the next page too', async (how) => {
    const { page, url } = await openShop({ rules: [{ when: { afterSeconds: 0 }, perVisit: 10 }] });
    await page.locator('.invitation').waitFor();
    expect((await keys(page)).filter((key) => key.endsWith(':invited'))).toHaveLength(1);
    if (how === 'Escape') await page.keyboard.press('Escape');
    else await page.locator('.refuse').click();
    await page.locator('.invitation').waitFor({ state: 'detached' });
    await page.goto(`${url}/shop/lamp`);
    await settled(page);
    await page.waitForTimeout(2_500);
    expect(await page.locator('.invitation').count()).toBe(0);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });
});

describe('a rule', () => {
  it('waits for scrolling, and keeps nothing before it holds', async () => {
    const { page } = await openShop({ rules: [{ when: { scrolledShare: 0.8 } }] });
    await settled(page);
    await page.waitForTimeout(1_500);
    expect([await page.locator('.invitation').count(), await keys(page)]).toEqual([
      0,
      expect.not.arrayContaining([expect.stringMatching(/invited$/)]),
    ]);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.locator('.invitation').waitFor();
  });

  it('knows how far the page was scrolled before the rules came', async () => {
    const arrival = Promise.withResolvers<void>();
    const { page } = await openShop({
      rules: [{ when: { scrolledShare: 0.8 } }],
      prepare: (opened) =>
        opened.route('**/invitation*.js', async (route) => {
          await arrival.promise;
          await route.continue();
        }),
    });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(() => scrollY > 0);
    arrival.resolve();
    await page.locator('.invitation').waitFor();
  });

  it('waits for a mouse that leaves at the top, and for no finger', async () => {
    const { page } = await openShop({ rules: [{ when: { isLeaving: true } }] });
    await settled(page);
    const leave = (pointerType: string) =>
      page.evaluate(
        (type) =>
          document.dispatchEvent(
            new PointerEvent('pointerout', { pointerType: type, clientY: -1, relatedTarget: null }),
          ),
        pointerType,
      );
    await page.waitForTimeout(500);
    await leave('touch');
    expect(await page.locator('.invitation').count()).toBe(0);
    await expect
      .poll(async () => {
        await leave('mouse');
        return await page.locator('.invitation').count();
      })
      .toBe(1);
  });

  it('looks at the basket that the page tells of', async () => {
    const { page } = await openShop({
      rules: [{ when: { basketMinor: { min: 5_000 } } }],
      attributes: 'basket="4999"',
    });
    await settled(page);
    await page.waitForTimeout(1_500);
    expect(await page.locator('.invitation').count()).toBe(0);
    await page.locator('floorwalker-chat').evaluate((host) => host.setAttribute('basket', '5000'));
    await page.locator('.invitation').waitFor();
  });

  it('invites nobody who has talked already', async () => {
    const { page, url } = await openShop({ rules: [{ when: { afterSeconds: 3 } }] });
    await page.locator('.launcher').click();
    await expect.poll(() => keys(page)).toContainEqual(expect.stringMatching(/:conversation$/));
    await page.keyboard.press('Escape');
    await page.goto(`${url}/shop/lamp`);
    await settled(page);
    await page.waitForTimeout(4_500);
    expect(await page.locator('.invitation').count()).toBe(0);
  });
});

describe('what the shopper does on the page', () => {
  it('is told with consent only, once for a page, and to the assistant alone', async () => {
    const { page, url, departments } = await openShop({ rules: [] });
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    await settled(page);
    await page.evaluate(() =>
      document.dispatchEvent(
        new CustomEvent('floorwalker-track', {
          detail: { event: 'Product Added', properties: { product_id: 'x' } },
        }),
      ),
    );
    await page.locator('.launcher').click();
    await page.locator('.privacy-line').click();
    await page.getByLabel('Yes, on later visits too').check();
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).length)).toBe(1);
    expect(departments.recorded).toEqual([]);
    await page.goto(`${url}/shop/lamp`);
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('tell-of-pages.js')),
    );
    await page.evaluate(() =>
      document.dispatchEvent(
        new CustomEvent('floorwalker-track', {
          detail: {
            event: 'Product Added',
            properties: { product_id: 'scarf-1', quantity: 1, email: 'a@b.test' },
          },
        }),
      ),
    );
    // In one batch or in two, as the page had time for.
    const told = () => departments.recorded.flatMap(({ batch }) => batch);
    await expect.poll(() => told().length, { timeout: 20_000 }).toBe(2);
    expect(told()).toMatchObject([
      { event: 'Product Viewed', properties: { product_id: 'scarf-1' } },
      { event: 'Product Added', properties: { product_id: 'scarf-1', quantity: 1 } },
    ]);
    expect(JSON.stringify(departments.recorded)).not.toContain('a@b.test');
    expect([...hosts]).toEqual([url]);
  });
});
