import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenService } from '../../src/assembly/open-service.ts';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { demoService } from '../support/demo-service.ts';
import { startTestServer } from '../support/http.ts';

const { openPage, widgetDirectory } = useBrowser();

let service: OpenService;
beforeAll(async () => {
  service = await demoService({ FLOORWALKER_PRIVACY_POLICY_URL: 'https://shop.test/privacy' });
});
afterAll(() => service.close());

type View = NonNullable<Parameters<typeof openPage>[0]>;

/** The demo shop, with the panel open. */
async function openPanel(view: View, prepare: (page: Page) => Promise<unknown> = async () => undefined) {
  const { chat, departments, basket, memory, persons, widget } = service;
  const served = await startTestServer({
    chat,
    departments,
    basket,
    memory,
    persons,
    widget,
    widgetDirectory: widgetDirectory(),
  });
  const page = await openPage(view);
  await prepare(page);
  await page.goto(served.url);
  await page.locator('.launcher').click();
  await page.locator('textarea:focus').waitFor();
  return { page, ...served };
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.said', { hasText: text }).waitFor();
  await page.locator('.reply[aria-busy="false"] .card').first().waitFor();
  await expect.poll(() => page.locator('.reply[aria-busy="true"]').count()).toBe(0);
}

async function openDrawer(page: Page): Promise<void> {
  await page.locator('.privacy-line').click();
  await page.locator('.privacy .uses').waitFor();
}

/** Everything a browser can keep for a page, but the market and language that the demo shop itself keeps. */
const stored = (page: Page) =>
  page.evaluate(async () => ({
    session: Object.keys(sessionStorage).sort(),
    local: Object.keys(localStorage).filter((key) => !key.startsWith('floorwalker:shop:')),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

const WIDE = { width: 1_280, height: 800 } as const;
const NARROW = { width: 360, height: 740 } as const;

describe.each([
  ['wide', WIDE],
  ['narrow', NARROW],
  ['wide dark', { ...WIDE, colorScheme: 'dark' }],
] as const)('the privacy drawer, %s', (name, view) => {
  it('shows what is remembered with its reason, and takes one thing away by keyboard', async () => {
    const { page } = await openPanel(view);
    await say(page, 'a warm scarf under 60');
    await openDrawer(page);
    const wish = page.locator('.memory li', { hasText: '60' });
    expect(await wish.locator('.because').textContent()).toMatch(/^You said so on /);
    await capture(page, `privacy-memory-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    const overflow = await page
      .locator('.drawer-body')
      .evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(overflow).toBe(0);
    await wish.locator('button').focus();
    await page.keyboard.press('Enter');
    await wish.waitFor({ state: 'detached' });
    await page.locator('.privacy [role="status"]', { hasText: 'Forgotten' }).first().waitFor();
    const isWithin = () =>
      page.evaluate(() => {
        const inner = document.activeElement?.shadowRoot?.activeElement?.shadowRoot?.activeElement;
        return inner?.closest('.drawer') !== null && inner !== undefined;
      });
    await expect.poll(isWithin).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
    await page.locator('.panel').waitFor();
  });

  it('shows the list as it would be without what was done', async () => {
    const { page } = await openPanel(view);
    await say(page, 'scarves');
    await openDrawer(page);
    await page.getByRole('button', { name: 'What would you show without it?' }).click();
    await page.locator('.same, .lists').first().waitFor();
    await capture(page, `privacy-without-${name}`);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('honours Global Privacy Control, and shows it without a drawer open', async () => {
    const { page } = await openPanel(view, async (opened) => {
      await opened.setExtraHTTPHeaders({ 'Sec-GPC': '1' });
      await opened.addInitScript(() =>
        Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
      );
    });
    expect(await page.locator('.privacy-line').textContent()).toContain('Global Privacy Control is honoured');
    await openDrawer(page);
    expect(await page.locator('.honoured').textContent()).toContain('Global Privacy Control');
    expect(await page.getByLabel('Yes, on later visits too').isDisabled()).toBe(true);
    await capture(page, `privacy-gpc-${name}`);
    expect(await axeFindings(page)).toEqual([]);
  });

  it.each(['dark', 'light'] as const)('reads well in %s, and from right to left', async (colorScheme) => {
    const { page } = await openPanel({ ...view, colorScheme });
    await say(page, 'a red scarf');
    await page.locator('floorwalker-chat').evaluate((host) => host.setAttribute('dir', 'rtl'));
    await openDrawer(page);
    await page.locator('.memory li').first().waitFor();
    await capture(page, `privacy-${colorScheme}-rtl-${name}`);
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('what is kept', () => {
  it('is the conversation with its token for this tab and nothing else, until the shopper agrees', async () => {
    const { page } = await openPanel(WIDE);
    await say(page, 'scarves');
    const { session, ...rest } = await stored(page);
    expect(session.filter((key) => !key.endsWith(':open'))).toEqual([
      expect.stringMatching(/^floorwalker:.*:conversation$/),
    ]);
    expect(rest).toEqual({ local: [], cookies: '', databases: 0, caches: 0, workers: 0 });
  });

  it('is the conversation on later visits too once the shopper agrees, and no more when they withdraw', async () => {
    const { page, url } = await openPanel(WIDE);
    await say(page, 'scarves');
    await openDrawer(page);
    await page.getByLabel('Yes, on later visits too').check();
    await expect.poll(async () => (await stored(page)).local.length).toBe(1);
    const kinds = async () => {
      const kept = await page.evaluate(() => {
        const key = Object.keys(localStorage).find((name) => name.endsWith(':conversation')) ?? '';
        return localStorage.getItem(key) ?? '{}';
      });
      const { conversationId, token } = JSON.parse(kept);
      const answer = await fetch(`${url}/v1/conversations/${conversationId}/memory`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      return (await answer.json()).consent;
    };
    expect(await kinds()).toEqual({ personalization: true });
    await page.getByLabel('No, not at all').check();
    await expect.poll(async () => (await stored(page)).local.length).toBe(0);
    await expect.poll(() => page.getByLabel('No, not at all').isChecked()).toBe(true);
    await page.reload();
    await page.locator('.privacy-line').click();
    await expect.poll(() => page.getByLabel('No, not at all').isChecked()).toBe(true);
  });

  it('is handed out as a file, and deleted after being asked twice', async () => {
    const { page } = await openPanel(WIDE);
    await say(page, 'scarves');
    await openDrawer(page);
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as a file' }).click();
    expect((await coming).suggestedFilename()).toBe('conversation.json');
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect.poll(() => page.locator('.said').count()).toBe(0);
    const { session } = await stored(page);
    expect(session.filter((key) => key.endsWith(':conversation'))).toEqual([]);
  });

  it('asks as the shop set it, in the language of the shopper, and in its own words elsewhere', async () => {
    const texts = {
      en: {
        question: 'May Nordlicht remember you?',
        explanation: 'For a year.\n<b>You</b> can end it here.',
      },
    };
    const prepare = (page: Page) =>
      page.route('**/v1/widget', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ json: { ...(await answer.json()), consentTexts: { version: 2, texts } } });
      });
    const { page } = await openPanel({ width: 360, height: 740 }, prepare);
    await openDrawer(page);
    const legend = page.locator('.privacy legend');
    await expect.poll(() => legend.textContent()).toBe('May Nordlicht remember you?');
    expect(await page.locator('.uses > .note').allTextContents()).toEqual([
      'For a year.',
      '<b>You</b> can end it here.',
    ]);
    expect(await axeFindings(page)).toEqual([]);
    const sent = (from: Page) => from.waitForRequest(/\/consent$/).then((request) => request.postDataJSON());
    const answered = sent(page);
    await page.getByLabel('Yes, on later visits too').check();
    expect(await answered).toEqual({ personalization: true, textVersion: 2 });
    const { page: german } = await openPanel({ locale: 'de-DE' }, prepare);
    await openDrawer(german);
    await expect.poll(() => german.locator('.privacy legend').textContent()).not.toContain('Nordlicht');
    const answeredOwn = sent(german);
    await german.getByRole('radio').first().check();
    expect(await answeredOwn).toEqual({ personalization: true });
  });

  it('asks anew when the text that was answered is none of the shop, and takes a refusal of it all the same', async () => {
    let asking = { version: 2, question: 'May we?' };
    const { page } = await openPanel(NARROW, (opened) =>
      opened.route('**/v1/widget', async (route) => {
        const answer = await route.fetch();
        const { version, question } = asking;
        const texts = { en: { question, explanation: 'For a year.' } };
        await route.fulfill({ json: { ...(await answer.json()), consentTexts: { version, texts } } });
      }),
    );
    await openDrawer(page);
    const legend = page.locator('.privacy legend');
    await expect.poll(() => legend.textContent()).toBe('May we?');
    asking = { version: 3, question: 'May we, for two years?' };
    await page.getByLabel('Yes, on later visits too').click();
    await expect.poll(() => legend.textContent()).toBe('May we, for two years?');
    await expect.poll(() => page.locator('.privacy .told').textContent()).toMatch(/asks differently/);
    await expect.poll(() => page.getByLabel('Only in this conversation').isChecked()).toBe(true);
    expect(await page.locator('.log .failure').count()).toBe(0);
    await capture(page, 'privacy-asked-anew');

    const sent: unknown[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/consent')) sent.push(request.postDataJSON());
    });
    await page.getByLabel('No, not at all').check();
    await expect
      .poll(() => sent)
      .toEqual([{ personalization: false, textVersion: 3 }, { personalization: false }]);
    await expect.poll(() => page.locator('.privacy fieldset').getAttribute('aria-busy')).toBe('false');
    expect(await page.getByLabel('No, not at all').isChecked()).toBe(true);
    expect(await page.locator('.privacy .told').count()).toBe(0);
  });

  it('is explained by the policy of the shop', async () => {
    const { page } = await openPanel(NARROW);
    await openDrawer(page);
    const policy = page.locator('.privacy a');
    await policy.waitFor();
    expect(await policy.getAttribute('href')).toBe('https://shop.test/privacy');
  });
});
