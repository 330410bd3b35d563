import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { launchChromium } from './launch-chromium.ts';
import { CONTESTANTS, type Contestant, REPLY } from './widget-contestants.ts';
import { openSite } from './widget-site.ts';

const WIDGET = fileURLToPath(new URL('../../dist/widget', import.meta.url));
const PATIENCE_MS = 60_000;

export interface Weight {
  /** Bytes of scripts. */
  readonly gzip: number;
  readonly brotli: number;
  /** Pages, scripts and calls of the chat. */
  readonly requests: number;
}

export interface WidgetMeasure {
  readonly name: string;
  /** Until it can be clicked; until one can write and send; until the first reply is read, with its products where they are shown. */
  readonly start: Weight;
  readonly ready: Weight;
  readonly message: Weight;
  /** Median, from the navigation until it can be clicked. */
  readonly usableMs: number;
  /** Median, from the first click over five typed letters to the reply. */
  readonly firstMessageMs: number;
}

/**
 * Loads each chat in fresh pages of one Chromium, from one local server, and has it answered at once.
 *
 * @throws {AssistantError} NOT_FOUND when the widget was not built.
 */
export async function benchWidget(options: {
  readonly rounds: number;
  readonly note: (text: string) => void;
}) {
  const { rounds, note } = options;
  if (!existsSync(join(WIDGET, 'widget.js')))
    throw new AssistantError('NOT_FOUND', 'The widget was not built; run "npm run build:widget"');
  const packages = join(tmpdir(), 'floorwalker-bench-widget');
  const contestants = CONTESTANTS.filter(({ packages: needed }) => isInstalled(packages, needed, note));
  const site = await openSite({ widget: WIDGET, packages });
  const browser = await launchChromium();
  try {
    const runs: WidgetMeasure[] = [];
    for (const contestant of contestants) {
      note(`Using ${contestant.name} ...`);
      const visits = [];
      for (let round = 0; round <= rounds; round += 1) visits.push(await visit(browser, site, contestant));
      // The first warms the server and the browser up.
      runs.push(summarize(contestant.name, visits.slice(1)));
    }
    return { bench: 'widget' as const, rounds, runs };
  } finally {
    await browser.close();
    site.close();
  }
}

type Visit = Omit<WidgetMeasure, 'name'>;

async function visit(
  browser: Browser,
  site: Awaited<ReturnType<typeof openSite>>,
  { html, first, composer, products }: Contestant,
): Promise<Visit> {
  site.show(html);
  const context = await browser.newContext({ viewport: { width: 1_280, height: 800 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(site.url);
    await page.locator(first).first().waitFor();
    const usableMs = await page.evaluate(() => performance.now());
    const start = { ...site.traffic };
    const clickedMs = performance.now();
    await page.locator(first).first().click();
    await page.locator(composer).first().waitFor();
    await page.locator(composer).first().focus();
    const ready = { ...site.traffic };
    await page.keyboard.type('scarf');
    await page.keyboard.press('Enter');
    await page.getByText(REPLY).first().waitFor();
    if (products !== undefined) await page.locator(products).first().waitFor();
    const firstMessageMs = performance.now() - clickedMs;
    return { usableMs, firstMessageMs, start, ready, message: { ...site.traffic } };
  } finally {
    await context.close();
  }
}

function summarize(name: string, visits: readonly Visit[]): WidgetMeasure {
  const median = (of: (visit: Visit) => number) =>
    visits.map(of).toSorted((a, b) => a - b)[visits.length >> 1] ?? 0;
  const weigh = (moment: 'start' | 'ready' | 'message'): Weight => ({
    gzip: median((visit) => visit[moment].gzip),
    brotli: median((visit) => visit[moment].brotli),
    requests: median((visit) => visit[moment].requests),
  });
  return {
    name,
    start: weigh('start'),
    ready: weigh('ready'),
    message: weigh('message'),
    usableMs: median(({ usableMs }) => usableMs),
    firstMessageMs: median(({ firstMessageMs }) => firstMessageMs),
  };
}

/** Installs what is not there yet; without the registry the others are measured alone. */
function isInstalled(directory: string, packages: readonly string[], note: (text: string) => void): boolean {
  const missing = packages.filter((name) => !existsSync(join(directory, 'node_modules', name)));
  if (missing.length === 0) return true;
  mkdirSync(directory, { recursive: true });
  note(`Installing ${missing.join(', ')} below ${directory} ...`);
  try {
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps'];
    execFileSync('npm', ['install', '--prefix', directory, ...flags, ...missing], { stdio: 'ignore' });
    return true;
  } catch {
    note(`${missing.join(', ')} cannot be installed: not measured`);
    return false;
  }
}
