import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { NARROW, openPanel, reveal, say, WIDE } from '../support/open-panel.ts';

const browser = useBrowser();
const open = (options: Parameters<typeof openPanel>[1] = {}) => openPanel(browser, options);

/** Name of what has the focus, within all shadow roots. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element: Element | null = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });

it('is gone through without a mouse: ask, read, menu, delete, keep, close', async () => {
  const { page, chat } = await open({ view: WIDE });
  await expect.poll(() => focused(page)).toBe('Your message');
  await page.keyboard.type('first line');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('second line');
  await page.keyboard.press('Enter');
  await page.locator('.reply[aria-busy="false"] .card').first().waitFor();
  expect(chat.handled[0]?.text).toBe('first line\nsecond line');
  expect(await focused(page)).toBe('Your message');

  const seen: string[] = [];
  await page
    .locator('.panel')
    .evaluate((panel) => panel.querySelector<HTMLElement>('header button')?.focus());
  for (let step = 0; step < 60; step += 1) {
    seen.push(await focused(page));
    if (seen.at(-1) === 'Talk to a person') break;
    await page.keyboard.press('Tab');
  }
  const order = ['More', 'Close', 'Conversation', 'Your message', 'Send', 'Talk to a person'];
  expect(order.map((name) => seen.indexOf(name))).toEqual(
    order.map((name) => seen.indexOf(name)).toSorted((left, right) => left - right),
  );
  expect(order.filter((name) => !seen.includes(name))).toEqual([]);
  expect(seen.some((name) => name.startsWith('Only wool'))).toBe(true);

  await page.getByRole('button', { name: 'More' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('New conversation');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Keep it');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('More');
  expect(chat.conversations.size).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('Shopping assistant');
});

it('announces a reply once, whole, with the number of products', async () => {
  const { page } = await open({ view: WIDE });
  const told = await page.locator('.panel').evaluateHandle((panel) => {
    const heard: string[] = [];
    const listen = () => {
      for (const region of panel.querySelectorAll('[role="status"], [role="alert"]')) {
        const text = region.textContent?.trim() ?? '';
        if (text !== '' && heard.at(-1) !== text) heard.push(text);
      }
    };
    new MutationObserver(listen).observe(panel, { childList: true, characterData: true, subtree: true });
    return heard;
  });
  await say(page, 'a scarf');
  await expect
    .poll(() => told.jsonValue())
    .toEqual(['Assistant: You said: a scarf. Here are some scarves, from $19.00.\nProducts shown: 5']);
  expect(await page.locator('.log').getAttribute('aria-live')).toBe('off');
});

it('sends nothing while an input method composes, and counts near the end', async () => {
  const { page, chat } = await open({ view: NARROW });
  const textarea = page.locator('textarea');
  await textarea.fill('マフラー');
  for (const keydown of [
    { key: 'Enter', isComposing: true },
    { key: 'Enter', keyCode: 229 },
  ])
    await textarea.dispatchEvent('keydown', { ...keydown, bubbles: true });
  expect(await textarea.inputValue()).toBe('マフラー');
  expect(chat.handled).toHaveLength(0);
  await textarea.fill('words '.repeat(620).slice(0, 3_700));
  expect(await page.locator('.characters').textContent()).toBe('3700 of 4000 characters');
  await capture(page, 'conversation-long-draft-narrow');
  const { height } = (await textarea.boundingBox()) ?? { height: 0 };
  expect(height).toBeGreaterThan(80);
  expect(await axeFindings(page)).toEqual([]);
});

it('keeps a draft over pages once the shopper agreed, and not before', async () => {
  const { page, url } = await open({ view: WIDE });
  await page.locator('textarea').fill('half a thought');
  await page.goto(`${url}/products/scarf-1`);
  await reveal(page);
  expect(await page.locator('textarea').inputValue()).toBe('');
  await page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((name) => name.endsWith(':conversation')) ?? '';
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    sessionStorage.setItem(key, JSON.stringify({ ...kept, personalization: true }));
  });
  await page.locator('textarea').fill('half a thought');
  await page.goto(url);
  await reveal(page);
  expect(await page.locator('textarea').inputValue()).toBe('half a thought');
});

it('takes what is spoken, says when the microphone is refused, and reads aloud without markup', async () => {
  const { page } = await open({
    view: WIDE,
    chat: { answer: (turn) => ({ ...turn, text: 'Here is **one**:\n- a scarf' }) },
    prepare: async (opened) => {
      await opened.addInitScript(() => {
        const spoken: { text: string; lang: string; end(): void }[] = [];
        class FakeRecognition {
          lang = '';
          interimResults = false;
          onresult: ((event: object) => void) | null = null;
          onerror: ((event: object) => void) | null = null;
          onend: (() => void) | null = null;
          start(): void {
            Object.assign(globalThis, { listening: this });
          }
          stop(): void {
            this.onend?.();
          }
        }
        class FakeUtterance extends EventTarget {
          lang = '';
          readonly text: string;
          constructor(text: string) {
            super();
            this.text = text;
          }
        }
        const speechSynthesis = {
          cancel: () => spoken.at(-1)?.end(),
          speak: (utterance: FakeUtterance) =>
            spoken.push({
              text: utterance.text,
              lang: utterance.lang,
              end: () => utterance.dispatchEvent(new Event('end')),
            }),
        };
        for (const [name, value] of Object.entries({
          spoken,
          SpeechRecognition: FakeRecognition,
          SpeechSynthesisUtterance: FakeUtterance,
          speechSynthesis,
        }))
          Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
      });
    },
  });
  const heard = (event: string, detail: object) =>
    page.evaluate(
      ([name, told]) => {
        const { listening } = globalThis as unknown as { listening: Record<string, (told: object) => void> };
        listening[name]?.(told);
      },
      [event, detail] as const,
    );
  await page.getByRole('button', { name: 'Speak your message' }).click();
  await page.getByRole('button', { name: 'Stop listening' }).waitFor();
  await heard('onresult', { results: [[{ transcript: 'a warm scarf' }]] });
  expect(await page.locator('textarea').inputValue()).toBe('a warm scarf');
  await heard('onerror', { error: 'not-allowed' });
  await heard('onend', {});
  await page.getByText('The microphone is not allowed').waitFor();
  expect(await axeFindings(page)).toEqual([]);

  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Read aloud' }).click();
  await page.getByRole('button', { name: 'Stop reading' }).waitFor();
  expect(
    await page.evaluate(() =>
      (globalThis as unknown as { spoken: { text: string; lang: string }[] }).spoken.map(({ text, lang }) => [
        text,
        lang,
      ]),
    ),
  ).toEqual([['Here is one:\na scarf', 'en']]);
  await page.getByRole('button', { name: 'Stop reading' }).click();
  await page.getByRole('button', { name: 'Read aloud' }).waitFor();
});

it.each([
  ['at 200 % zoom', { width: 640, height: 400 }],
  ['at 320 px', { width: 320, height: 568 }],
])('is usable %s, also from right to left', async (name, view) => {
  const { page } = await open({ view });
  await say(page, 'a scarf');
  const sizes = () =>
    page.locator('.panel').evaluate((panel) => {
      const log = panel.querySelector('.log');
      const box = panel.getBoundingClientRect();
      return {
        isInside: box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight,
        log: (log?.scrollWidth ?? 0) - (log?.clientWidth ?? 0),
        room: (log?.clientHeight ?? 0) > 90,
      };
    });
  expect(await sizes()).toEqual({ isInside: true, log: 0, room: true });
  await page.locator('floorwalker-chat').evaluate((element) => element.setAttribute('dir', 'rtl'));
  expect(await sizes()).toEqual({ isInside: true, log: 0, room: true });
  await capture(page, `conversation-rtl-${name.replaceAll(/\W+/g, '-')}`);
  expect(await axeFindings(page)).toEqual([]);
});

it('copies the conversation as text', async () => {
  const { page } = await open({ view: WIDE });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await say(page, 'a scarf');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Copy conversation' }).click();
  await page.getByText('The conversation has been copied.').waitFor();
  await capture(page, 'conversation-copied-wide');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^You: a scarf\n\nAssistant: You said: a scarf\..*\n- .+ \(\$39\.00\)/,
  );
});
