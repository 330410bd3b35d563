import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { capture, useBrowser } from '../support/browser.ts';
import { NARROW, openPanel, reveal, say, WIDE } from '../support/open-panel.ts';

const browser = useBrowser();

const TURNS = 5_000;
const MOST_ENTRIES = 60;
const MOST_NODES = 1_500;

/** What of the log is in the document. */
const inLog = (page: Page) =>
  page.locator('.log').evaluate((log) => ({
    entries: log.querySelectorAll(':scope > .entry').length,
    nodes: log.querySelectorAll('*').length,
    texts: [...log.querySelectorAll(':scope > .entry')].map((entry) => entry.textContent ?? ''),
    hasEarlier: log.querySelector('.earlier') !== null,
  }));

/** What stands first once it is scrolled to the top; older messages come when they are fetched. */
const firstAtTop = (page: Page) =>
  page.locator('.log').evaluate((log) => {
    log.dispatchEvent(new WheelEvent('wheel', { deltaY: -1 }));
    log.scrollTop = 0;
    return log.querySelector(':scope > .entry')?.textContent ?? '';
  });

const numbersOf = (texts: readonly string[]): number[] =>
  texts.flatMap((text) => /message (\d+)/.exec(text)?.[1] ?? []).map(Number);

it.each([
  ['narrow', NARROW],
  ['wide', WIDE],
])(
  'a conversation of 10,000 messages is read to its first, with little in the document: %s',
  async (name, view) => {
    const { page, chat } = await openPanel(browser, {
      view,
      chat: { answer: (turn) => ({ ...turn, products: [] }) },
    });
    await say(page, 'the first of all');
    const [conversation] = chat.conversations.values();
    const [first] = conversation?.messages ?? [];
    expect(first).toBeDefined();
    if (conversation === undefined || first === undefined) return;
    for (let number = 1; number < TURNS; number += 1) {
      const [messageId, text] = [`m-${number}`, `message ${number} ${'long '.repeat(number % 40)}`];
      const turn = { ...first.turn, messageId, text: `Reply to message ${number}.`, chips: [] };
      conversation.messages.push({ ...first, messageId, utterance: text, turn });
    }
    await page.reload();
    await reveal(page);
    await page.getByText(`Reply to message ${TURNS - 1}.`).waitFor();

    let isRead = false;
    for (let steps = 0; steps < 400 && !isRead; steps += 1) {
      const before = await inLog(page);
      expect(before.entries).toBeLessThanOrEqual(MOST_ENTRIES);
      expect(before.nodes).toBeLessThanOrEqual(MOST_NODES);
      const numbers = numbersOf(before.texts);
      expect(numbers).toEqual(numbers.toSorted((left, right) => left - right));
      isRead = !before.hasEarlier && before.texts.some((text) => text.includes('the first of all'));
      if (isRead) break;
      await expect.poll(() => firstAtTop(page), { interval: 20 }).not.toBe(before.texts[0]);
    }
    expect(isRead).toBe(true);
    await capture(page, `conversation-long-first-${name}`);
    await page.getByRole('button', { name: 'To the latest message' }).click();
    await page.getByText(`Reply to message ${TURNS - 1}.`).waitFor();
    expect((await inLog(page)).entries).toBeLessThanOrEqual(MOST_ENTRIES);
  },
  240_000,
);

it('keeps what is read where it is on the screen while older messages are put above it', async () => {
  const { page, chat } = await openPanel(browser, {
    view: WIDE,
    chat: { answer: (turn) => ({ ...turn, products: [] }) },
  });
  await say(page, 'the first of all');
  const [conversation] = chat.conversations.values();
  const [first] = conversation?.messages ?? [];
  if (conversation === undefined || first === undefined) return;
  for (let number = 1; number < 200; number += 1)
    conversation.messages.push({
      ...first,
      messageId: `m-${number}`,
      utterance: `message ${number} ${'long '.repeat(number % 40)}`,
      turn: { ...first.turn, messageId: `m-${number}`, chips: [] },
    });
  const held = Promise.withResolvers<void>();
  await page.route('**/messages?*before=*', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.reload();
  await reveal(page);
  await page.locator('.log').evaluate((log) => {
    log.dispatchEvent(new WheelEvent('wheel', { deltaY: -1 }));
    log.scrollTop = 40;
  });
  const marked = page.locator('.said', { hasText: 'message 180 ' });
  await marked.waitFor();
  const before = await marked.boundingBox();
  held.resolve();
  await page.locator('.log').evaluate(
    (log) =>
      new Promise<void>((done) => {
        const look = () => (log.scrollTop > 1_000 ? done() : requestAnimationFrame(look));
        look();
      }),
  );
  expect(Math.abs(((await marked.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1);
});
