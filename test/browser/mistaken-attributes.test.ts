import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { startTestServer } from '../support/http.ts';
import { NARROW, reveal, say } from '../support/open-panel.ts';
import { createScriptedChat, createScriptedDepartments } from '../support/scripted-chat.ts';

const { openPage, widgetDirectory } = useBrowser();

/** A page whose author wrote the language or the country wrongly. */
async function openMistaken(options: {
  readonly lang?: string;
  readonly attributes?: string;
  readonly browser?: string;
}) {
  const { lang = 'en', attributes = '', browser = 'en-US' } = options;
  const chat = createScriptedChat();
  const served = { chat, departments: createScriptedDepartments(), widgetDirectory: widgetDirectory() };
  const { url } = await startTestServer(served);
  const page = await openPage({ ...NARROW, locale: browser });
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await page.route(`${url}/shop`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="${lang}"><head><title>Shop</title></head><body><main><h1>Scarf</h1></main>
        <floorwalker-chat ${attributes}></floorwalker-chat><script type="module" src="/widget.js"></script></body></html>`,
    }),
  );
  await page.goto(`${url}/shop`);
  await page.locator('.launcher').waitFor();
  return { page, chat, warnings };
}

const isSendable = async (page: Page) =>
  (await page.locator('.send').getAttribute('aria-disabled')) === 'false';

it.each([
  ['a template that was not filled in', { lang: '{{ page.lang }}' }, 'Einkaufsassistent'],
  ['a language with words after it', { lang: 'fr (France)' }, 'Einkaufsassistent'],
  ['no language at all', { lang: '' }, 'Einkaufsassistent'],
  [
    'an element that is wrong on a page that is right',
    { lang: 'es', attributes: 'locale="es ES!"' },
    'Asistente de compras',
  ],
  ['a language as systems write it', { lang: 'nl_NL' }, 'Winkelassistent'],
])('speaks the language that is left, and answers: %s', async (_name, mistaken, button) => {
  const { page, chat, warnings } = await openMistaken({ ...mistaken, browser: 'de-DE' });
  expect(await page.locator('.launcher').getAttribute('aria-label')).toBe(button);
  await reveal(page);
  await say(page, 'a scarf');
  expect(chat.handled.map(({ text }) => text)).toEqual(['a scarf']);
  expect(warnings).toEqual([]);
});

it('takes an empty country for none', async () => {
  const { page, chat } = await openMistaken({ attributes: 'market=""' });
  await reveal(page);
  await say(page, 'a scarf');
  expect(chat.handled).toHaveLength(1);
});

it.each(SPOKEN_LANGUAGES)('says once that a country is not served, and takes no words: %s', async (lang) => {
  const { page, chat, warnings } = await openMistaken({ lang, attributes: 'market="XX"' });
  await page.locator('.launcher').click();
  const { unserved } = JSON.parse(readFileSync(`src/widget/later-words/later-${lang}.json`, 'utf8'));
  await page.locator('.failure', { hasText: unserved }).waitFor();
  expect(await page.locator('.failure button').count()).toBe(0);
  await page.locator('textarea').fill('a scarf');
  await page.keyboard.press('Enter');
  expect(await isSendable(page)).toBe(false);
  expect(await page.locator('textarea').inputValue()).toBe('a scarf');
  expect(await page.locator('.said').count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  await capture(page, `country-not-served-${lang}`);
  await expect.poll(() => warnings).toEqual([expect.stringContaining('market="XX"')]);
  expect(warnings[0]).toMatch(/\bUS\b/);

  await page.locator('floorwalker-chat').evaluate((element) => element.setAttribute('market', 'us'));
  await page.locator('.log .reply').first().waitFor();
  await expect.poll(() => page.locator('.failure').count()).toBe(0);
  await page.locator('textarea').press('Enter');
  await expect.poll(() => chat.handled.map(({ text }) => text)).toEqual(['a scarf']);
});
