import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { createRandom } from '../../src/domain/random.ts';
import { useBrowser } from '../support/browser.ts';
import { startCuttingProxy } from '../support/cutting-proxy.ts';
import { startTestServer } from '../support/http.ts';
import { reveal, send } from '../support/open-panel.ts';
import { createScriptedChat } from '../support/scripted-chat.ts';

const { openPage, widgetDirectory } = useBrowser();

const CUTS = 20;
const SEED = 20_261_123;
/** Characters of one to four bytes, so that a cut falls within one now and then. */
const WORDS = 'warm scarf für naïve 手袋 👩‍👧 œuvre łódka 10 € – done. '.repeat(6).trim();

/** What the last reply says, once it is whole. */
async function lastReply(page: Page): Promise<string | null> {
  const reply = page.locator('.entry').last().locator('.reply[aria-busy="false"]');
  await reply.waitFor();
  return await reply.locator('.bubble').textContent();
}

it(`says exactly what the server said, wherever the line is cut (seed ${SEED})`, async () => {
  const chat = createScriptedChat({
    answer: (turn, { text }) => ({ ...turn, text: `${text}: ${WORDS}` }),
    pause: () => wait(2),
  });
  const served = await startTestServer({ chat, widgetDirectory: widgetDirectory() });
  const proxy = await startCuttingProxy(served.port);
  const page = await openPage();
  await page.goto(proxy.url);
  await reveal(page);
  const random = createRandom(SEED);
  const stored = () => [...chat.conversations.values()][0]?.messages ?? [];
  for (let index = 0; index < CUTS; index += 1) {
    proxy.cutNextAfter(Math.floor(random() * 14_000));
    await send(page, `message ${index}`);
    await page
      .locator('.said', { hasText: `message ${index}` })
      .last()
      .waitFor();
    expect(await lastReply(page)).toBe(`message ${index}: ${WORDS}`);
    expect(stored().at(-1)?.turn.text).toBe(`message ${index}: ${WORDS}`);
  }
  expect(proxy.cuts).toBe(CUTS);
  expect(chat.handled.map(({ text }) => text)).toEqual(
    Array.from({ length: CUTS }, (_, index) => `message ${index}`),
  );
  await page.reload();
  await reveal(page);
  expect(await lastReply(page)).toBe(stored().at(-1)?.turn.text);
}, 180_000);

it('asks again for a reply that a restart of the server has lost, and says it once', async () => {
  const begun = Promise.withResolvers<void>();
  const forever = new Promise<void>(() => {});
  let isFirst = true;
  const chat = createScriptedChat({
    pause() {
      if (chat.handled.at(-1)?.text !== 'a scarf' || !isFirst) return Promise.resolve();
      begun.resolve();
      return forever;
    },
  });
  const options = { chat, widgetDirectory: widgetDirectory() };
  const first = await startTestServer(options);
  const page = await openPage();
  await page.goto(first.url);
  await reveal(page);
  await send(page, 'a lamp');
  await page.locator('.reply[aria-busy="false"]', { hasText: 'a lamp' }).waitFor();
  await send(page, 'a scarf');
  await begun.promise;
  await page.locator('.reply[aria-busy="true"]', { hasText: 'You' }).waitFor();
  await first.server.close(0);
  isFirst = false;
  await startTestServer({ ...options, settings: { FLOORWALKER_PORT: String(first.port) } });
  await page.locator('.reply[aria-busy="false"]', { hasText: 'You said: a scarf' }).waitFor();
  expect(await page.locator('.said').count()).toBe(2);
  expect(await lastReply(page)).toBe('You said: a scarf. Here are some scarves, from $19.00.');
  const [conversation] = chat.conversations.values();
  expect(conversation?.messages.map(({ utterance }) => utterance)).toEqual(['a lamp', 'a scarf']);
}, 120_000);
