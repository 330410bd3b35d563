import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { percentile } from '../suites/search/measure-ranking.ts';
import { DESK_AGENT } from './desk-conversations.ts';
import { launchChromium } from './launch-chromium.ts';

const PAGES = fileURLToPath(new URL('../../dist/widget/desk', import.meta.url));
const PATIENCE_MS = 60_000;
/** Of somebody who goes through the queue in a hurry. */
const BETWEEN_KEYS_MS = 120;

/** A real browser at the desk. */
export interface BenchConsole {
  /** From the navigation to the first lines of the queue, milliseconds, in fresh pages. */
  openings(rounds: number): Promise<readonly number[]>;
  /**
   * Goes through an open queue by keyboard until it is told to stop.
   *
   * @returns From each key to the frame after it, milliseconds.
   */
  goThrough(signal: AbortSignal): Promise<readonly number[]>;
  close(): Promise<void>;
}

export interface ConsoleMeasure {
  readonly openP50Ms: number;
  readonly openMaxMs: number;
  readonly keys: number;
  readonly keyP50Ms: number;
  readonly keyP95Ms: number;
}

export const toConsoleMeasure = (openings: readonly number[], keysMs: readonly number[]): ConsoleMeasure => ({
  ...{ openP50Ms: percentile(openings, 0.5), openMaxMs: Math.max(...openings), keys: keysMs.length },
  ...{ keyP50Ms: percentile(keysMs, 0.5), keyP95Ms: percentile(keysMs, 0.95) },
});

/** @throws {AssistantError} NOT_FOUND when the pages were not built. */
export async function openConsole(url: string): Promise<BenchConsole> {
  if (!existsSync(join(PAGES, 'index.html')))
    throw new AssistantError('NOT_FOUND', 'The pages of the desk were not built; run "npm run build:widget"');
  const browser = await launchChromium();
  return {
    async openings(rounds) {
      const taken: number[] = [];
      // The first warms the server and the browser up.
      for (let round = 0; round <= rounds; round += 1) {
        const { page, openMs } = await openQueue(browser, url);
        taken.push(openMs);
        await page.context().close();
      }
      return taken.slice(1);
    },

    async goThrough(signal) {
      const { page } = await openQueue(browser, url);
      // With me: where most happens.
      await page.keyboard.press('2');
      await page.locator('.line').first().waitFor();
      await page.evaluate(watchKeys);
      for (let keys = 0; !signal.aborted; keys += 1) {
        await page.keyboard.press(keys % 40 < 20 ? 'j' : 'k');
        await wait(BETWEEN_KEYS_MS);
      }
      const taken = await page.evaluate(() => (globalThis as { keyDelaysMs?: number[] }).keyDelaysMs ?? []);
      await page.context().close();
      return taken;
    },

    close: () => browser.close(),
  };
}

async function openQueue(
  browser: Browser,
  url: string,
): Promise<{ readonly page: Page; readonly openMs: number }> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 }, locale: 'en-US' });
  await context.addCookies([{ name: 'floorwalker-desk', value: DESK_AGENT.cookie, url, sameSite: 'Strict' }]);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${url}/desk/`, { waitUntil: 'commit' });
  // By the clock of the page itself, in the frame that has them.
  const openMs = await page.waitForFunction(() =>
    document.querySelectorAll('.line').length > 5 ? performance.now() : undefined,
  );
  return { page, openMs: Number(await openMs.jsonValue()) };
}

/** Runs in the page. */
function watchKeys(): void {
  const keyDelaysMs: number[] = [];
  Object.assign(globalThis, { keyDelaysMs });
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => keyDelaysMs.push(performance.now() - timeStamp)));
    },
    { capture: true },
  );
}
