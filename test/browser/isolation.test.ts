import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { capture, useBrowser } from '../support/browser.ts';
import { serveEmbedding, serveForeignPage } from '../support/foreign-page.ts';
import { createScriptedChat, createScriptedDepartments } from '../support/scripted-chat.ts';

const { openPage, widgetDirectory } = useBrowser();

interface Hostile {
  readonly head?: string;
  /** Attributes of the tag. */
  readonly tag?: string;
  readonly policy?: (assistant: string) => string;
  readonly isAllowed?: boolean;
  readonly prepare?: (page: Page, assistant: string) => Promise<unknown>;
}

async function openHostile({ head = '', tag = '', policy, isAllowed = true, prepare }: Hostile) {
  const chat = createScriptedChat();
  const served = await serveEmbedding({
    html: (assistant) => `<!doctype html><html lang="en"><head><title>Another shop</title>${head}</head>
      <body><h1>Another shop</h1><button id="own">Buy</button>
      <script type="module" src="${assistant}/widget.js" ${tag}></script></body></html>`,
    ...(policy !== undefined && {
      headers: (assistant: string) => ({ 'Content-Security-Policy': policy(assistant) }),
    }),
    isAllowed,
    server: { chat, departments: createScriptedDepartments(), widgetDirectory: widgetDirectory() },
  });
  const page = await openPage();
  await prepare?.(page, served.assistant);
  await page.goto(served.address);
  return { page, chat, ...served };
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('.launcher').click();
  await page.locator('floorwalker-panel textarea').waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** A reply that stands there with all that can be done with it: nothing more comes by itself. */
async function waitForWhole(page: Page): Promise<void> {
  await page.locator('.reply[aria-busy="false"] .products [role="status"]').waitFor({ state: 'attached' });
}

describe('a page that does not mean well', () => {
  it('cannot hide, move or blow up the assistant by rules for everything', async () => {
    const { page } = await openHostile({
      head: `<style>
        html { font-size: 6px; }
        * { all: unset !important; display: none !important; font-size: 80px !important; color: red !important; }
        html, head, body, #own { display: block !important; }
        button { transform: rotate(180deg) !important; background: red !important; }
        #own { position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; }
      </style>`,
    });
    const launcher = await page.locator('.launcher').boundingBox();
    expect(launcher?.height).toBeGreaterThan(40);
    expect(launcher?.height).toBeLessThan(70);
    await say(page, 'a scarf');
    await page.locator('.card').first().waitFor();
    const seen = await page.locator('floorwalker-panel textarea').evaluate((textarea) => {
      const { fontSize, color } = getComputedStyle(textarea);
      return { fontSize, color };
    });
    expect(seen.fontSize).toBe('16px');
    expect(seen.color).not.toBe('rgb(255, 0, 0)');
    expect((await page.locator('.panel').boundingBox())?.width).toBeGreaterThan(400);
    await capture(page, 'isolation-hostile-styles');
  });

  it('keeps its own names, styles and elements as they were', async () => {
    const look = () => ({
      names: Object.keys(window).sort(),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      head: document.head.innerHTML,
      own: JSON.stringify(getComputedStyle(document.getElementById('own') ?? document.body)),
      storage: document.cookie,
    });
    const { page } = await openHostile({ tag: 'data-manual' });
    const before = await page.evaluate(look);
    await page.evaluate(() => void document.body.append(document.createElement('floorwalker-chat')));
    await say(page, 'a scarf');
    await waitForWhole(page);
    expect(await page.evaluate(look)).toEqual(before);
  });

  it('may have changed what everybody shares', async () => {
    const { page, chat } = await openHostile({
      head: `<script>
        Array.prototype.last = function () { return this[this.length - 1]; };
        Object.defineProperty(Object.prototype, 'extra', { value: 'extra' });
        String.prototype.trimAll = function () { return this.trim(); };
        Symbol.observable = Symbol('observable');
        const original = window.fetch;
        window.calls = 0;
        window.fetch = function (...given) { window.calls += 1; return original.apply(this, given); };
        customElements.define('floorwalker-other', class extends HTMLElement {});
      </script>`,
    });
    await say(page, 'a scarf');
    await page.locator('.card').first().waitFor();
    expect(chat.handled).toHaveLength(1);
  });

  it('is not listened to when it posts messages', async () => {
    const { page, chat } = await openHostile({});
    await say(page, 'a scarf');
    await waitForWhole(page);
    const state = () =>
      page.evaluate(() => [
        document.querySelector('floorwalker-chat')?.outerHTML,
        document.querySelector('floorwalker-chat')?.shadowRoot?.querySelector('floorwalker-panel')?.shadowRoot
          ?.textContent,
      ]);
    const before = await state();
    await page.evaluate(() => {
      for (const data of [
        'open',
        { type: 'floorwalker-say', text: 'attack' },
        { server: 'https://evil.example' },
      ])
        window.postMessage(data, '*');
      return new Promise((resolve) => setTimeout(resolve));
    });
    expect(await state()).toEqual(before);
    expect(chat.handled).toHaveLength(1);
  });
});

describe('a page with a strict policy', () => {
  it('needs to name nothing but the assistant', async () => {
    const { page } = await openHostile({
      tag: 'nonce="r4nd0m"',
      policy: (assistant) =>
        [
          "default-src 'none'",
          `script-src ${assistant}`,
          `connect-src ${assistant}`,
          `img-src ${assistant}`,
          "require-trusted-types-for 'script'",
          'trusted-types lit-html',
        ].join('; '),
    });
    await say(page, 'a scarf');
    await page.locator('.card').first().waitFor();
  });

  it('may let in what the script brings instead of an address', async () => {
    const { page } = await openHostile({
      tag: 'nonce="r4nd0m"',
      policy: (assistant) =>
        `default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic'; connect-src ${assistant}; img-src ${assistant}`,
    });
    await say(page, 'a scarf');
    await page.locator('.card').first().waitFor();
  });
});

describe('what is not what was published', () => {
  const spoil = (file: string) => async (page: Page) => {
    await page.route(`**/${file}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n;globalThis.spoilt = true;` });
    });
  };
  const isSpoilt = (page: Page) => page.evaluate(() => 'spoilt' in globalThis);

  it('does not run as the panel, and the button says that there is none', async () => {
    const { page } = await openHostile({ prepare: spoil('panel.js') });
    await page.locator('.launcher').click();
    await page.getByText('Not available.').waitFor();
    expect(await isSpoilt(page)).toBe(false);
    await page.unroute('**/panel.js');
  });

  it('is not hidden in a file that nobody checks: the loader and the panel import nothing by themselves', () => {
    const { address } = JSON.parse(readFileSync(join(widgetDirectory(), 'widget.json'), 'utf8'));
    for (const file of [address, address.replace('widget.js', 'panel.js')])
      expect(/(?:from|import)\s*["'`]\.\//.test(readFileSync(join(widgetDirectory(), file), 'utf8'))).toBe(
        false,
      );
  });

  it('does not run as a later part, and the panel says so', async () => {
    const { page } = await openHostile({ prepare: spoil('shopping-room.js') });
    await say(page, 'a scarf');
    await page.locator('.why summary').first().click();
    await page.locator('.reply .note', { hasText: 'could not be loaded' }).first().waitFor();
    expect(await isSpoilt(page)).toBe(false);
    expect(await page.locator('.why .parts').count()).toBe(0);
  });

  it('does not run as the loader, where the page names its hash', async () => {
    const { address, integrity } = JSON.parse(readFileSync(join(widgetDirectory(), 'widget.json'), 'utf8'));
    const pinned = async (hash: string) => {
      const { page, assistant } = await openHostile({ tag: 'data-manual' });
      return await page.evaluate(
        ({ src, integrity }) =>
          new Promise((resolve) => {
            const script = document.createElement('script');
            Object.assign(script, { type: 'module', crossOrigin: 'anonymous', integrity, src });
            script.addEventListener('load', () => resolve('ran'));
            script.addEventListener('error', () => resolve('refused'));
            document.head.append(script);
          }),
        { src: `${assistant}${address}`, integrity: hash },
      );
    };
    expect(await pinned(integrity)).toBe('ran');
    expect(await pinned(`sha384-${'A'.repeat(64)}`)).toBe('refused');
  });
});

describe('a place with less than usual', () => {
  it('works without storage', async () => {
    const { page } = await openHostile({
      prepare: (page) =>
        page.addInitScript(() => {
          for (const name of ['sessionStorage', 'localStorage', 'indexedDB'])
            Object.defineProperty(window, name, {
              get() {
                throw new DOMException('denied', 'SecurityError');
              },
            });
        }),
    });
    await say(page, 'a scarf');
    await page.locator('.card').first().waitFor();
  });

  it.each([
    ['in a sandboxed frame, which has no origin', true],
    ['on an origin that the assistant does not know', false],
  ])('says that the shop cannot be reached %s', async (_place, isSandboxed) => {
    const { page: inner, address } = await openHostile({ isAllowed: isSandboxed });
    if (isSandboxed) {
      const outer = await serveForeignPage(
        () =>
          `<!doctype html><title>Frame</title><iframe sandbox="allow-scripts" width="900" height="700" src="${address}"></iframe>`,
      );
      await inner.goto(outer.address);
    }
    const frame = isSandboxed ? inner.frameLocator('iframe') : inner.mainFrame();
    await frame.locator('.launcher').click();
    await frame.getByText('The shop cannot be reached').first().waitFor();
    await capture(inner, `isolation-${isSandboxed ? 'sandboxed' : 'unknown-origin'}`);
  });
});
