import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { launchChromium } from '../../eval/bench/launch-chromium.ts';

const configOf = (room: 'widget' | 'console'): string =>
  fileURLToPath(new URL(`../../src/${room}/vite.config.ts`, import.meta.url));
const require = createRequire(import.meta.url);
const AXE_FILE = require.resolve('axe-core/axe.min.js');

export interface BrowserAtWork {
  /** Where the pages of this file's tests were built to. */
  widgetDirectory(): string;
  /** A fresh page in a fresh context, closed when the test ends. Fails the test when the page's policy was violated. */
  openPage(options?: {
    readonly width?: number;
    readonly height?: number;
    readonly colorScheme?: 'light' | 'dark';
    readonly locale?: string;
  }): Promise<Page>;
}

/**
 * One Chromium and one build of the pages for the tests of a file.
 *
 * @param options.hasDesk With the pages of the desk.
 */
export function useBrowser({ hasDesk = false } = {}): BrowserAtWork {
  let browser: Browser | undefined;
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-widget-'));
  beforeAll(async () => {
    await buildPages('widget', directory);
    if (hasDesk) await buildPages('console', join(directory, 'desk'));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return {
    widgetDirectory: () => directory,
    async openPage({ width = 1_280, height = 800, colorScheme = 'light', locale = 'en-US' } = {}) {
      const context = await browser?.newContext({ viewport: { width, height }, colorScheme, locale });
      expect(context).toBeDefined();
      const page = await context?.newPage();
      const complaints: string[] = [];
      page?.on('console', (message) => {
        if (/Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text()))
          complaints.push(message.text());
      });
      page?.on('pageerror', (error) => complaints.push(String(error)));
      page?.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      onTestFinished(async () => {
        await context?.close();
        expect(complaints).toEqual([]);
      });
      return page as Page;
    },
  };
}

/** By the command that ships them; in its own process, since a test's environment is not a production one. */
async function buildPages(room: 'widget' | 'console', outDir: string): Promise<void> {
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
  const build = [
    vite,
    'build',
    '--config',
    configOf(room),
    '--outDir',
    outDir,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ];
  await promisify(execFile)(process.execPath, build, { env: { NODE_ENV: 'production' } });
}

/**
 * A screenshot to look at, `<name>.png` in the directory named by FLOORWALKER_SCREENSHOTS; nothing without it.
 *
 * @param name Of the state, in kebab-case: "log-offline-narrow".
 */
export async function capture(page: Page, name: string): Promise<void> {
  const directory = process.env.FLOORWALKER_SCREENSHOTS;
  if (directory !== undefined && directory !== '')
    await page.screenshot({ path: join(directory, `${name}.png`) });
}

/** What fades in or moves for a while has come to its end: a colour on its way is none that anybody reads. */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot === null ? [] : rootsIn(shadowRoot),
      ),
    ];
    const ending = rootsIn(document)
      .flatMap((root) => root.getAnimations())
      .filter(({ effect, playState }) => {
        const endMs = Number(effect?.getComputedTiming().endTime);
        return playState === 'running' && Number.isFinite(endMs);
      });
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/**
 * All findings of axe-core, of every impact, as "rule: target". Evaluated over the debugging protocol, since the page's
 * policy admits no foreign script.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  await comeToRest(page);
  await page.evaluate(readFileSync(AXE_FILE, 'utf8'));
  return await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; impact: string; nodes: { target: unknown[]; html: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target.flat().join(' ')} ${html.slice(0, 120)}`),
    );
  });
}
