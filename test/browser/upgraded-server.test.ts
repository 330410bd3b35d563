import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openWidgetShelf } from '../../src/assembly/widget-shelf.ts';
import { capture, useBrowser } from '../support/browser.ts';
import { serveEmbedding } from '../support/foreign-page.ts';
import { createScriptedChat, createScriptedDepartments } from '../support/scripted-chat.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { type BuiltWidget, builtWidget, upgradedWidget } from '../support/upgraded-widget.ts';

const { openPage, widgetDirectory } = useBrowser();

const scriptOf = (assistant: string, { version, integrity }: BuiltWidget, isHashed = true): string =>
  `<script type="module" src="${assistant}/widget/${version}/widget.js" ${isHashed ? `integrity="${integrity}"` : ''} crossorigin="anonymous"></script>`;

/** A page that pinned the version from before an upgrade of the server. */
async function openUpgraded(options: {
  readonly body: (assistant: string, before: BuiltWidget) => string;
  /** Whether the server kept what it served. */
  readonly isKept: boolean;
}) {
  const before = builtWidget(widgetDirectory());
  const after = upgradedWidget(before);
  const directory = temporaryDirectory();
  const start = ({ directory: built }: BuiltWidget, day: number) =>
    openWidgetShelf({
      directory,
      widgetDirectory: built,
      settings: { LIMIT_WIDGET_VERSIONS: 5, LIMIT_WIDGET_BYTES: 50_000_000 },
      clock: () => Date.UTC(2026, 10, day),
      note: () => {},
    });
  if (options.isKept) await start(before, 1);
  const served = await serveEmbedding({
    html: (assistant) =>
      `<!doctype html><html lang="en"><title>A shop</title><body><h1>A shop</h1>${options.body(assistant, before)}</body></html>`,
    server: {
      chat: createScriptedChat(),
      departments: createScriptedDepartments(),
      widgetDirectory: after.directory,
      earlierWidgets: await start(after, 2),
    },
  });
  const page = await openPage();
  const versions = new Set<string>();
  page.on('request', (request) => {
    const version = /\/widget\/(\w+)\//.exec(request.url())?.[1];
    if (version !== undefined) versions.add(version);
  });
  const warnings: string[] = [];
  page.on('console', (message) => void warnings.push(message.text()));
  await page.goto(served.address);
  return { page, versions, warnings, before, after, ...served };
}

async function talk(page: Page): Promise<void> {
  await page.locator('.launcher').click();
  await page.locator('floorwalker-panel textarea:focus').waitFor();
  await page.keyboard.type('a scarf');
  await page.keyboard.press('Enter');
  await page.locator('.reply[aria-busy="false"] .card').first().waitFor();
  await page.locator('.menu-button').click();
  await page.locator('.menu').waitFor();
}

describe('a page that pinned the version before', () => {
  it('goes on with all of it, its hash checked by the browser', async () => {
    const { page, versions, before, assistant, after } = await openUpgraded({
      body: (address, pinned) => scriptOf(address, pinned),
      isKept: true,
    });
    await talk(page);
    expect([...versions]).toEqual([before.version]);
    const told = await (await fetch(`${assistant}/widget.json`)).json();
    expect([told.version, told.earlier[0]]).toMatchObject([
      after.version,
      { version: before.version, integrity: before.integrity },
    ]);
  });

  it('has the present one where it was not kept and the page gave no hash, and says so in the console', async () => {
    const { page, versions, warnings, before, after } = await openUpgraded({
      body: (address, pinned) => scriptOf(address, pinned, false),
      isKept: false,
    });
    await talk(page);
    expect([...versions].sort()).toEqual([before.version, after.version].sort());
    expect(warnings.join()).toContain(`does not keep version ${before.version}`);
  });

  it('runs nothing else where it gave a hash, and shows what the page put in its place', async () => {
    const { page, warnings } = await openUpgraded({
      body: (address, pinned) =>
        `<floorwalker-chat><a href="/contact">Ask us</a></floorwalker-chat>${scriptOf(address, pinned)}`,
      isKept: false,
    });
    await expect.poll(() => warnings.join()).toMatch(/integrity/);
    expect(await page.getByRole('link', { name: 'Ask us' }).isVisible()).toBe(true);
    expect(await page.evaluate(() => customElements.get('floorwalker-chat') === undefined)).toBe(true);
    await capture(page, 'pinned-version-gone');
  });
});

it('is in place of what the page put into the element, once it is there', async () => {
  const { page } = await openUpgraded({
    body: (address, pinned) =>
      `<floorwalker-chat><a href="/contact">Ask us</a></floorwalker-chat>${scriptOf(address, pinned)}`,
    isKept: true,
  });
  await page.locator('.launcher').waitFor();
  expect(await page.getByRole('link', { name: 'Ask us' }).isVisible()).toBe(false);
});

it('a widget understands a newer server: what it has no word for it leaves out', async () => {
  const { page } = await openUpgraded({ body: (address, pinned) => scriptOf(address, pinned), isKept: true });
  await page.route('**/v1/**', async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    const isStream = answer.headers()['content-type']?.startsWith('text/event-stream') === true;
    const changed = text.replaceAll(
      '"availability":"in-stock"',
      '"availability":"on-the-moon","orbit":{"km":1}',
    );
    const body = isStream
      ? changed.replace('\n\n', '\n\nid: 0\nevent: mood-changed\ndata: {"mood":["merry"]}\n\n')
      : changed.replace(/^\{/, '{"newThing":{"of":[1,2]},');
    await route.fulfill({ response: answer, body });
  });
  await talk(page);
  expect(await page.locator('.card').count()).toBeGreaterThan(0);
  expect(await page.locator('.card').first().textContent()).not.toMatch(/undefined|on-the-moon/);
});
