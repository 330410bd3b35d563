import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { NARROW, openPanel, reveal, say, send, WIDE } from '../support/open-panel.ts';

const browser = useBrowser();
const open = (options: Parameters<typeof openPanel>[1] = {}) => openPanel(browser, options);

const VIEWS = [
  ['narrow', NARROW],
  ['wide', WIDE],
  ['wide-dark', { ...WIDE, colorScheme: 'dark' }],
] as const;

async function look(page: Page, name: string): Promise<void> {
  await capture(page, name);
  expect(await axeFindings(page)).toEqual([]);
}

describe.each(VIEWS)('%s', (name, view) => {
  it('begins with a greeting, questions drawn from the shop, and who it is', async () => {
    const { page, chat } = await open({ view });
    await page.locator('.examples .option').nth(1).waitFor();
    expect(await page.locator('.automated').textContent()).toContain('Automated assistant');
    await look(page, `conversation-empty-${name}`);
    await page.getByRole('button', { name: 'Show me Accessories' }).click();
    await expect.poll(() => chat.handled[0]?.text).toBe('Show me Accessories');
    await expect.poll(() => page.locator('.examples').count()).toBe(0);
  });

  it('shows that a message is on its way, and that it takes long', async () => {
    const hold = Promise.withResolvers<void>();
    const { page } = await open({ view, prepare: (opened) => opened.clock.install() });
    await page.route('**/messages', async (route) => {
      await hold.promise;
      await route.continue();
    });
    await send(page, 'a scarf');
    await page.locator('.delivery.sending').waitFor({ state: 'attached' });
    await page.clock.runFor(5_500);
    await page.getByText('Still looking').first().waitFor();
    await look(page, `conversation-slow-${name}`);
    hold.resolve();
    await page.locator('.card').first().waitFor();
    expect(await page.locator('.delivery').count()).toBe(0);
  });

  it('says that there is no connection, and goes on by itself', async () => {
    const { page, chat } = await open({ view });
    await say(page, 'a lamp');
    await page.context().setOffline(true);
    await page.locator('.connection', { hasText: 'No connection' }).waitFor();
    await send(page, 'a scarf');
    await page.locator('.note', { hasText: 'Reconnecting' }).waitFor();
    await look(page, `conversation-offline-${name}`);
    await page.context().setOffline(false);
    await page.locator('.entry').last().locator('.reply[aria-busy="false"]').waitFor();
    await expect.poll(() => page.locator('.connection').textContent()).toBe('');
    expect(chat.handled.map(({ text }) => text)).toEqual(['a lamp', 'a scarf']);
    expect(await page.locator('.said', { hasText: 'a scarf' }).count()).toBe(1);
  });

  it('marks what was not sent, and sends it again', async () => {
    let error: Error | undefined = new AssistantError('TOO_MANY_REQUESTS', 'Too many');
    const { page, chat } = await open({
      view,
      chat: {
        answer(turn) {
          if (error !== undefined) throw error;
          return turn;
        },
      },
    });
    await send(page, 'a scarf');
    await page.locator('.failure', { hasText: 'a lot at once' }).waitFor();
    expect(await page.locator('.delivery').textContent()).toBe('Not sent');
    await look(page, `conversation-too-many-${name}`);
    error = undefined;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.card').first().waitFor();
    expect(await page.locator('.delivery').count()).toBe(0);
    expect(chat.handled).toHaveLength(2);
  });

  it('gives back the words of a message that was refused', async () => {
    const { page } = await open({
      view,
      chat: {
        answer() {
          throw new AssistantError('INVALID_ARGUMENT', 'Not so');
        },
      },
    });
    await send(page, 'an odd message');
    await page.getByRole('button', { name: 'Change the message' }).click();
    expect(await page.locator('textarea').inputValue()).toBe('an odd message');
    expect(await page.locator('.said').count()).toBe(0);
    expect(await page.locator('.failure').count()).toBe(0);
  });

  it('says that the earlier conversation is gone, and answers in a new one', async () => {
    const { page, chat } = await open({ view });
    await say(page, 'a scarf');
    for (const id of [...chat.conversations.keys()]) (chat.conversations as Map<string, unknown>).delete(id);
    await say(page, 'a lamp');
    expect(await page.locator('.event').textContent()).toContain('no longer there');
    await look(page, `conversation-renewed-${name}`);
  });

  it('deletes the conversation after asking once, here and at the shop', async () => {
    const { page, chat } = await open({ view });
    await say(page, 'a scarf');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Delete conversation' }).waitFor();
    await look(page, `conversation-menu-${name}`);
    await page.getByRole('button', { name: 'Delete conversation' }).click();
    await page.getByRole('button', { name: 'Keep it' }).waitFor();
    await look(page, `conversation-delete-${name}`);
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect(chat.conversations.size).toBe(1);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Delete conversation' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.locator('.event', { hasText: 'has been deleted' }).waitFor();
    expect(chat.conversations.size).toBe(0);
    expect(await page.locator('.said').count()).toBe(0);
    expect(
      await page.evaluate(() => Object.keys(sessionStorage).filter((key) => /conversation/.test(key))),
    ).toEqual([]);
    await look(page, `conversation-deleted-${name}`);
    await say(page, 'a lamp');
    expect(chat.conversations.size).toBe(1);
  });

  it('shows who speaks while a person is asked for, is there, and has gone', async () => {
    const attended = (handling: object, entries: readonly object[]) =>
      `id: ${entries.length}\nevent: attended\ndata: ${JSON.stringify({ handling, entries })}\n\n`;
    const stream = [
      attended({ by: 'assistant', waitingSince: '2026-01-01T00:00:00.000Z' }, [{ number: 1, kind: 'asked' }]),
      attended({ by: 'person', firstName: 'Ama' }, [
        { number: 2, kind: 'joined', firstName: 'Ama' },
        { number: 3, kind: 'said', firstName: 'Ama', text: 'Hello, I am here.\n<b>How</b> can I help?' },
      ]),
      attended({ by: 'assistant' }, [{ number: 4, kind: 'left', firstName: 'Ama' }]),
    ];
    const { page, chat } = await open({
      view,
      chat: {
        answer: (turn, { text }) =>
          /person/.test(text) ? { ...turn, handoff: { reason: 'requested' } } : turn,
      },
    });
    const steps = stream.map(() => Promise.withResolvers<void>());
    let told = 0;
    await page.route('**/entries?after=*', async (route) => {
      await steps[told]?.promise;
      const body = stream[told];
      told += 1;
      if (body === undefined) await route.fulfill({ status: 404 });
      else await route.fulfill({ status: 200, contentType: 'text/event-stream', body });
    });
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await expect.poll(() => chat.handled.at(-1)?.text).toBe('I would like to speak to a person');
    steps[0]?.resolve();
    await page.locator('.speaker', { hasText: 'has been asked to come' }).waitFor();
    expect(await page.locator('.automated').textContent()).toContain('Automated assistant');
    await look(page, `conversation-waiting-${name}`);
    steps[1]?.resolve();
    await page.locator('.speaker', { hasText: 'Ama from the shop' }).waitFor();
    expect(await page.locator('.from-person .bubble').textContent()).toBe(
      'Hello, I am here.<b>How</b> can I help?',
    );
    expect(await page.locator('.automated').textContent()).toBe(
      'Meanwhile the automated assistant says nothing.',
    );
    await look(page, `conversation-person-${name}`);
    await page.getByRole('button', { name: 'Back to the assistant' }).waitFor();
    steps[2]?.resolve();
    await page.locator('.event', { hasText: 'assistant answers again' }).waitFor();
    expect(await page.locator('.speaker').textContent()).toMatch(/^\s*$/);
    expect(await page.locator('.automated').textContent()).toContain('Automated assistant');
    expect(await page.locator('.from-person').count()).toBe(1);
  });
});

it('keeps the conversation over pages of a tab, and over visits once the shopper agreed', async () => {
  const { page, chat, url } = await open({ view: WIDE });
  await say(page, 'a scarf');
  await page.goto(`${url}/products/scarf-1`);
  await page.locator('.said', { hasText: 'a scarf' }).waitFor();
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('conversation'))),
  ).toEqual([]);
  const later = await page.context().newPage();
  await later.goto(url);
  await reveal(later);
  expect(await later.locator('.said').count()).toBe(0);
  expect(chat.conversations.size).toBe(2);
});
