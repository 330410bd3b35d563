import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { NO_INVITATIONS } from '../../src/domain/widget-settings.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { capture, useBrowser } from '../support/browser.ts';
import { startTestServer } from '../support/http.ts';
import { NARROW, WIDE } from '../support/open-panel.ts';
import { createScriptedChat, createScriptedDepartments } from '../support/scripted-chat.ts';

const MOST_BYTES = 30_000;
/** Where the shop invites and the page states its product besides. */
const MOST_INVITED_TO_A_PRODUCT = 30_850;
const MOST_OF_LOADER = 3_000;

const CAPABILITIES = { models: true, images: false, markets: ['US'], languages: ['en'] };
const INVITATIONS = {
  minIntervalSeconds: 0,
  rules: [{ id: 'all', when: { afterSeconds: 0 }, message: { en: 'May I help?' }, perVisit: 1, restDays: 0 }],
};

const work = useBrowser();

/** By gzip, as `widget.json` tells it. */
const sizes = (): Readonly<Record<string, { readonly gzip: number } | undefined>> =>
  JSON.parse(readFileSync(join(work.widgetDirectory(), 'widget.json'), 'utf8')).files;

/** Scripts of ours that the browser asks for from now on. */
function scriptsOf(page: Page): readonly string[] {
  const scripts: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === '/widget.js' || pathname.startsWith('/widget/'))
      scripts.push(pathname.slice(pathname.lastIndexOf('/') + 1));
  });
  return scripts;
}

/** Of the page. It stands still from when the panel is there: what comes after a while of looking has not come yet. */
const [BEGUN_AT, STILL_FROM] = ['2026-01-30T10:00:00Z', '2026-01-30T11:00:00Z'];

const bytesOf = (scripts: readonly string[]): number =>
  [...new Set(scripts)].reduce((sum, file) => sum + (sizes()[file]?.gzip ?? Number.NaN), 0);

it('a button is small until somebody wants to talk', () => {
  expect(sizes()['widget.js']?.gzip).toBeLessThanOrEqual(MOST_OF_LOADER);
});

/** What a shop may have besides, by its name: how its server differs, and how a shopper gets to talk. */
const SETUPS = [
  {
    setup: 'as shipped',
    server: {},
    begin: (page: Page) => page.locator('.launcher').click(),
  },
  {
    setup: 'with a model that sees pictures',
    server: {
      widget: () => ({ capabilities: { ...CAPABILITIES, images: true }, invitations: NO_INVITATIONS }),
    },
    begin: (page: Page) => page.locator('.launcher').click(),
  },
  {
    setup: 'with invitations, one of which was followed',
    server: { widget: () => ({ capabilities: CAPABILITIES, invitations: INVITATIONS }) },
    begin: (page: Page) => page.locator('.invitation .accept').press('Enter'),
  },
];

describe.each(SETUPS)('what a browser has downloaded from a shop $setup', ({ setup, server, begin }) => {
  it.each(
    SPOKEN_LANGUAGES.flatMap((locale) => [
      { locale, name: 'wide', view: WIDE },
      { locale, name: 'narrow', view: NARROW },
    ]),
  )(
    'is small before a message can be sent, and when the first reply and its products are seen: $locale, $name',
    async ({ locale, name, view }) => {
      const chat = createScriptedChat();
      const departments = createScriptedDepartments();
      const widgetDirectory = work.widgetDirectory();
      const served = await startTestServer({ chat, departments, widgetDirectory, ...server });
      const page = await work.openPage({ ...view, locale });
      await page.clock.install({ time: BEGUN_AT });
      const scripts = scriptsOf(page);
      await page.goto(served.url);
      await begin(page);
      await page.locator('floorwalker-panel textarea').waitFor();
      await page.locator('.log .reply').first().waitFor();
      expect(scripts).toEqual(expect.arrayContaining(['widget.js', 'panel.js', `${locale}.js`]));
      expect(bytesOf(scripts)).toBeLessThanOrEqual(MOST_BYTES);
      await page.clock.pauseAt(STILL_FROM);

      await page.locator('textarea').fill('a scarf');
      await page.keyboard.press('Enter');
      await page.locator('.reply[aria-busy="false"] .card').last().waitFor();
      expect(bytesOf(scripts)).toBeLessThanOrEqual(MOST_BYTES);
      await expect.poll(() => page.locator('.card img').evaluateAll((all) => all.length)).toBeGreaterThan(0);
      await capture(page, `first-reply-${setup.replaceAll(/\W+/g, '-')}-${locale}-${name}`);
    },
  );
});

it.each(SPOKEN_LANGUAGES)(
  'is little more where a page states its product, which has to be read: %s',
  (locale) => {
    const files = ['widget.js', 'panel.js', 'page-stated.js', `${locale}.js`];
    expect(bytesOf(files)).toBeLessThanOrEqual(MOST_BYTES);
    expect(bytesOf([...files, 'invitation.js'])).toBeLessThanOrEqual(MOST_INVITED_TO_A_PRODUCT);
  },
);

it('brings nothing else with the panel, which nobody would have checked', () => {
  const { version } = JSON.parse(readFileSync(join(work.widgetDirectory(), 'widget.json'), 'utf8'));
  for (const file of ['widget.js', 'page.js', 'invitation.js', 'panel.js']) {
    const code = readFileSync(join(work.widgetDirectory(), 'widget', version, file), 'utf8');
    expect([file, /(?:^|[;}\n])import\s*[\w{*"'`]/.test(code)]).toEqual([file, false]);
  }
});
