import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { hostileDepartments, hostileLine, hostileParts } from '../support/hostile-parts.ts';
import { startTestServer } from '../support/http.ts';
import { SCRIPT_PAYLOADS } from '../support/script-payloads.ts';
import { createScriptedBasket } from '../support/scripted-basket.ts';
import { createScriptedChat } from '../support/scripted-chat.ts';

const { openPage, widgetDirectory } = useBrowser();

/** What a hostile model answers; here nothing stands between it and the page. */
const ANSWERS = readFileSync(
  new URL('../../eval/cases/attack/hostile-answers.jsonl', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { readonly to: string; readonly say?: string; readonly repeat?: number })
  .filter(({ to, repeat }) => to === 'reply' && repeat === undefined)
  .flatMap(({ say }) => say ?? []);

/** Several to a reply: they are shown as they come. */
const TOGETHER = 8;
const REPLIES = Array.from({ length: Math.ceil(ANSWERS.length / TOGETHER) }, (_, index) =>
  ANSWERS.slice(index * TOGETHER, (index + 1) * TOGETHER).join('\n\n'),
);

async function openShop() {
  let next = 0;
  const chat = createScriptedChat({
    answer(turn) {
      const text = REPLIES[next % REPLIES.length] ?? '';
      const payload = SCRIPT_PAYLOADS[next % SCRIPT_PAYLOADS.length] ?? '';
      next += 1;
      const products = turn.products.map((product) => ({
        ...product,
        title: payload,
        description: payload,
        brand: payload,
        attributes: { [payload]: [payload] },
        reasons: [payload],
        url: payload,
        imageUrl: payload,
      }));
      const question = { attribute: payload, text: payload, options: [payload] };
      const chips = [{ label: payload, count: 1, message: payload }];
      return { ...turn, text, products, question, chips, ...hostileParts(payload, next % 3 === 0) };
    },
  });
  const departments = hostileDepartments();
  const basket = createScriptedBasket(SCRIPT_PAYLOADS.map((payload, index) => hostileLine(payload, index)));
  const { url } = await startTestServer({ chat, departments, basket, widgetDirectory: widgetDirectory() });
  const page = await openPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  return { page, chat, foreign, errors, origin: new URL(url).origin };
}

it('shows every hostile answer and payload as words: no host but its own, no script, no dialog, no error', async () => {
  const { page, chat, foreign, errors, origin } = await openShop();
  await page.locator('.launcher').focus();
  await page.keyboard.press('Enter');
  for (const index of Array(Math.max(REPLIES.length, SCRIPT_PAYLOADS.length)).keys()) {
    await page.locator('textarea').fill(SCRIPT_PAYLOADS[index % SCRIPT_PAYLOADS.length] ?? '');
    const send = async () => {
      await page.locator('textarea').press('Enter');
      return chat.handled.length;
    };
    await expect.poll(send, { interval: 50, timeout: 20_000 }).toBeGreaterThan(index);
    await page.locator('.reply[aria-busy="true"]').waitFor({ state: 'detached' });
  }

  await page.locator('.products [data-add]').last().click();
  await page.locator('.picker .pill').first().waitFor();
  await page.locator('[data-drawer="basket"]').click();
  await expect.poll(() => page.locator('.basket-line').count()).toBe(SCRIPT_PAYLOADS.length);

  expect(ANSWERS.length).toBeGreaterThanOrEqual(150);
  expect(SCRIPT_PAYLOADS.length).toBeGreaterThanOrEqual(30);
  expect(foreign).toEqual([]);
  // Pictures at addresses that are none are asked of the shop itself, and are not there.
  expect(errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([]);
  expect(page.url().startsWith(origin)).toBe(true);
  expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
  const dangerous = page.locator(
    'floorwalker-chat :is(script, iframe, object, embed, base, meta, form[action], [onerror], [onload], [srcdoc])',
  );
  expect(await dangerous.count()).toBe(0);
  const addresses = await page
    .locator('floorwalker-chat :is(a, img)')
    .evaluateAll((elements) =>
      elements.map((element) => String(Reflect.get(element, element.tagName === 'A' ? 'href' : 'src'))),
    );
  expect(addresses.filter((address) => !address.startsWith(origin))).toEqual([]);
}, 180_000);
