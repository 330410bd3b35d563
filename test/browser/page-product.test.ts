import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { startTestServer } from '../support/http.ts';
import { createScriptedChat } from '../support/scripted-chat.ts';

const { openPage, widgetDirectory } = useBrowser();

const PATH = '/shop/scarf';

/** A page of a shop, with the widget on it. */
const openShopPage = (markup: string, width = 1_280) =>
  openWhole(
    `<!doctype html><html lang="en"><head><title>Shop</title>${markup}</head><body><h1>Scarf</h1><script type="module" src="/widget.js"></script></body></html>`,
    width,
  );

async function openWhole(body: string, width = 1_280) {
  const chat = createScriptedChat();
  const { url } = await startTestServer({ chat, widgetDirectory: widgetDirectory() });
  const page = await openPage({ width, height: 740 });
  await page.route(`${url}/shop/**`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${url}${PATH}`);
  const ask = async (text: string) => {
    await page.locator('textarea').fill(text);
    await page.keyboard.press('Enter');
    await page.locator('.reply[aria-busy="false"]', { hasText: `You said: ${text}` }).waitFor();
    expect(chat.handled.at(-1)?.text).toBe(text);
    return chat.handled.at(-1)?.page;
  };
  await page.locator('.launcher').click();
  await page.locator('textarea:focus').waitFor();
  return { page, url, ask };
}

const jsonLd = (content: unknown) => `<script type="application/ld+json">${JSON.stringify(content)}</script>`;
const product = { '@context': 'https://schema.org', '@type': 'Product', sku: 'S-1', gtin13: '4006381333931' };

/** What an application without page loads does. */
const navigate = (page: Page, path: string, markup = '') =>
  page.evaluate(
    ([to, head]) => {
      history.pushState(null, '', to);
      for (const old of document.querySelectorAll('[type="application/ld+json"]'))
        if (head !== '') old.remove();
      const script = document.createElement('script');
      script.type = 'application/ld+json';
      script.textContent = head ?? '';
      if (head !== '') document.head.append(script);
    },
    [path, markup],
  );

describe.each([1_280, 360])('the product of a page, %s px wide', (width) => {
  it.each([
    ['JSON-LD', jsonLd(product), ['S-1', '4006381333931']],
    ['a graph', jsonLd({ '@graph': [{ '@type': 'WebSite' }, product] }), ['S-1', '4006381333931']],
    [
      'microdata',
      '<meta name="x"></head><body><div itemscope itemtype="http://schema.org/Product"><span itemprop="name">Scarf</span><meta itemprop="sku" content="S-2"><span itemprop="mpn">925872</span></div>',
      ['S-2', '925872'],
    ],
    [
      'microdata beside it',
      '</head><body><div itemscope itemtype="https://schema.org/Product" itemref="codes"><div itemprop="isRelatedTo" itemscope itemtype="https://schema.org/Product"><b itemprop="sku">other</b></div></div><p id="codes"><b itemprop="mpn">925872</b></p>',
      ['925872'],
    ],
    ['meta tags', '<meta property="product:retailer_item_id" content="S-3">', ['S-3']],
  ])('is told with a message from %s', async (_, markup, codes) => {
    const { ask, url } = await openShopPage(markup, width);
    expect(await ask('is this warm?')).toEqual({ codes, url: `${url}${PATH}` });
  });
});

it.each([
  ['microdata', ['HS-204-NAVY', '4006381333931']],
  ['open-graph', ['HS-204-NAVY']],
])('reads the page of a whole shop, with what goes with the product, by %s', async (name, codes) => {
  const { ask, url } = await openWhole(readFileSync(`test/fixtures/pages/${name}.html`, 'utf8'));
  expect(await ask('is this warm?')).toEqual({ codes, url: `${url}${PATH}` });
});

it('tells the address by which the page calls itself, and no other host', async () => {
  const own = await openShopPage('<link rel="canonical" href="/products/scarf">');
  expect(await own.ask('is this warm?')).toEqual({ url: `${own.url}/products/scarf` });
  const foreign = await openShopPage('<link rel="canonical" href="https://elsewhere.test/">');
  expect(await foreign.ask('is this warm?')).toEqual({ url: `${foreign.url}${PATH}` });
});

it('goes along when the page changes without being loaded, and believes nothing that is left over', async () => {
  const { page, url, ask } = await openShopPage(jsonLd({ ...product, url: PATH }));
  expect(await ask('is this warm?')).toMatchObject({ codes: ['S-1', '4006381333931'] });
  await navigate(page, '/shop/lamp');
  expect(await ask('is this bright?')).toEqual({ url: `${url}/shop/lamp` });
  await navigate(page, '/shop/hat', JSON.stringify({ ...product, sku: 'H-1', url: '/shop/hat' }));
  expect(await ask('is this a hat?')).toMatchObject({ codes: ['H-1', '4006381333931'] });
});

it('answers on a page that states nonsense', async () => {
  const { ask, url } = await openShopPage(
    `<script type="application/ld+json">{"@type":"Product","sku":{"a":[1]},"__proto__":{"x":1}}</script>
     <script type="application/ld+json">${'['.repeat(3_000)}</script>
     <meta property="product:sku" content="${'x'.repeat(500)}">`,
  );
  expect(await ask('is this warm?')).toEqual({ url: `${url}${PATH}` });
});
