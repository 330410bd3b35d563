import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings, useBrowser } from '../support/browser.ts';
import { startTestServer } from '../support/http.ts';
import { openPanel, reveal, say, send, WIDE } from '../support/open-panel.ts';
import { basketLine, createScriptedBasket } from '../support/scripted-basket.ts';
import { createScriptedChat, createScriptedDepartments } from '../support/scripted-chat.ts';

const work = useBrowser();
const open = (locale = 'en-US') =>
  openPanel(work, {
    view: { ...WIDE, locale },
    server: { basket: createScriptedBasket([basketLine('scarf-1', 1)]) },
    chat: {
      answer: (turn) => ({
        ...turn,
        comparison: { attributes: [{ attribute: 'material', label: 'Fibre', values: ['wool', 'silk'] }] },
      }),
    },
  });

/** What the browser tells when it has a connection again. */
const returned = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));

describe('a part that could not be fetched', () => {
  it('comes by itself when the connection is back', async () => {
    const { page } = await open();
    await page.route('**/comparison-table.js', (route) => route.abort());
    await send(page, 'compare them');
    await page.getByText('This part could not be loaded.').waitFor();
    await page.unroute('**/comparison-table.js');
    await returned(page);
    await page.locator('.comparison').waitFor();
    expect(await page.getByText('This part could not be loaded.').count()).toBe(0);
  });

  it('fills the drawer that waits for it', async () => {
    const { page } = await open();
    await say(page, 'a scarf');
    await page.route('**/basket-drawer.js', (route) => route.abort());
    await page.locator('[data-drawer="basket"]').click();
    await page.locator('.drawer .failure').waitFor();
    await page.unroute('**/basket-drawer.js');
    await returned(page);
    await page.locator('.drawer .failure').waitFor({ state: 'detached' });
    await page.locator('.basket-line').waitFor();
  });

  it('is told of where the menu was to open, and is fetched when it is asked for again', async () => {
    const { page } = await open();
    await page.route('**/overlays.js*', (route) => route.abort());
    await page.getByRole('button', { name: 'More' }).click();
    await page.locator('.notice', { hasText: 'The shop cannot be reached.' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute('**/overlays.js*');
    await page.getByRole('button', { name: 'More' }).click();
    await page.locator('.menu button').first().waitFor();
  });

  it('leaves the words of later parts in English', async () => {
    const { page } = await open('de-DE');
    await page.route('**/later-de.js*', (route) => route.abort());
    await page.locator('.menu-button').click();
    await page.getByRole('button', { name: 'Copy conversation' }).waitFor();
    expect(await page.locator('.automated').textContent()).toContain('Automatischer Assistent');
  });

  it('leaves products on screen, says so below them, and brings what is done with them when it is tried again', async () => {
    const { page } = await openPanel(work, { view: WIDE });
    await page.route('**/shopping-room.js*', (route) => route.abort());
    await say(page, 'a scarf');
    await page.locator('.why summary').first().click();
    await page.getByText('This part could not be loaded.').waitFor();
    expect(await page.locator('.card').count()).toBe(5);
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute('**/shopping-room.js*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.why .parts').first().waitFor();
    expect(await page.getByText('This part could not be loaded.').count()).toBe(0);
  });

  it('offers to try again where a conversation was to be taken up', async () => {
    const { page, url } = await openPanel(work, { view: WIDE });
    await say(page, 'a scarf');
    // A shop that is found again is asked again without a word from the shopper.
    await page.route('**/livez', (route) => route.abort());
    await page.route('**/further-conversation.js*', (route) => route.abort());
    await page.goto(url);
    await page.locator('.failure', { hasText: 'The shop cannot be reached.' }).waitFor();
    await page.unroute('**/further-conversation.js*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.said', { hasText: 'a scarf' }).waitFor();
  });

  it('says beside the composer that nobody can listen, and listens when it is tried again', async () => {
    const { page } = await openPanel(work, { view: WIDE });
    await page.route('**/voice.js*', (route) => route.abort());
    await page.locator('.voice').click();
    await page.locator('.voice-note', { hasText: 'The shop cannot be reached.' }).waitFor();
    await page.unroute('**/voice.js*');
    await page.locator('.voice').click();
    await expect.poll(() => page.locator('.voice-note').textContent()).not.toContain('cannot be reached');
  });

  it('is done without in a long conversation: all that was fetched is drawn', async () => {
    const { page, url, chat } = await openPanel(work, { view: WIDE });
    const [key] = chat.conversations.keys();
    const token = chat.conversations.get(key ?? '')?.token ?? '';
    for (let turn = 0; turn < 30; turn += 1)
      await chat.handle(
        { conversationId: key ?? '', token, text: `message ${turn}` },
        { signal: new AbortController().signal },
      );
    await page.route('**/windowed-entries.js*', (route) => route.abort());
    await page.goto(url);
    await page.locator('.said', { hasText: 'message 29' }).waitFor();
    await expect.poll(() => page.locator('.said').count()).toBe(20);
    await page.locator('.log').evaluate((log) => log.scrollTo({ top: 0, behavior: 'instant' }));
    await expect.poll(() => page.locator('.said').count()).toBe(30);
  });

  it('keeps the button a button, which says so, when the words of no language can be had', async () => {
    const chat = createScriptedChat();
    const departments = createScriptedDepartments();
    const { url } = await startTestServer({ chat, departments, widgetDirectory: work.widgetDirectory() });
    const page = await work.openPage({ ...WIDE, locale: 'de-DE' });
    const words = /\/(?:de|en)\.js/;
    await page.route(words, (route) => route.abort());
    await page.goto(url);
    await page.locator('.launcher').click();
    await page.locator('floorwalker-chat p', { hasText: 'Nicht erreichbar.' }).waitFor();
    await page.unroute(words);
    await reveal(page);
    expect(await page.locator('.automated').textContent()).toContain('Automatischer Assistent');
  });
});
