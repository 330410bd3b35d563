import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile } from '../suites/search/measure-ranking.ts';
import { type ConsoleMeasure, openConsole, toConsoleMeasure } from './desk-browser.ts';
import { writeConversations } from './desk-conversations.ts';
import { type LiveMeasure, measureLive } from './desk-live.ts';
import { type BenchAgent, benchAgent } from './desk-visitor.ts';
import { serveShop } from './served-shop.ts';

export interface PageMeasure {
  readonly name: string;
  readonly lines: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

export interface DeskBench {
  readonly bench: 'desk';
  readonly conversations: number;
  /** Pages of the queue over HTTP, with the counts of all its parts. */
  readonly pages: readonly PageMeasure[];
  readonly live: LiveMeasure;
  /** In a real browser, while all that goes on. */
  readonly console?: ConsoleMeasure;
  readonly rssMb: number;
  readonly seconds: number;
}

/** Of the page, in fresh contexts. */
const OPENINGS = 10;

const PAGES = {
  'those that wait': 'tab=waiting',
  'with the assistant': 'tab=assistant',
  'with me': 'tab=mine',
  'closed, one language': 'tab=closed&language=de',
  'unread, by telephone': 'tab=assistant&isUnread=true&channel=sms',
  'a search that finds': 'tab=assistant&search=leather+gift',
  'a search that finds nothing': 'tab=assistant&search=zeppelin',
} as const;

/** A server in a process of its own, whose desk has many conversations, and then many that go on at once. */
export async function benchDesk(options: {
  readonly conversations: number;
  readonly live: number;
  readonly seconds: number;
  readonly rounds: number;
  /** Open the pages of the desk, too. */
  readonly browser: boolean;
  readonly note: (text: string) => void;
}): Promise<DeskBench> {
  const { note } = options;
  const startedMs = performance.now();
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-bench-'));
  try {
    note('Making the demo shop ...');
    await (await serveShop(directory)).stop();
    note(`Writing ${options.conversations} conversations ...`);
    await writeConversations(directory, options.conversations);
    const shop = await serveShop(directory);
    try {
      const agent = benchAgent(shop.url);
      note('Opening the queue ...');
      const pages = await measurePages(agent, options.rounds);
      const console = options.browser ? await openConsole(shop.url) : undefined;
      const openings = (await console?.openings(OPENINGS)) ?? [];
      const over = new AbortController();
      const going = console?.goThrough(over.signal);
      note(`${options.live} conversations for ${options.seconds} s ...`);
      const live = await measureLive(agent, shop.url, {
        conversations: options.live,
        seconds: options.seconds,
      });
      over.abort();
      const keysMs = await going;
      await console?.close();
      const { rssMb } = await shop.usage();
      const seconds = (performance.now() - startedMs) / 1_000;
      return {
        ...{ bench: 'desk', conversations: options.conversations, pages, live, rssMb, seconds },
        ...(keysMs !== undefined && { console: toConsoleMeasure(openings, keysMs) }),
      };
    } finally {
      await shop.stop();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measurePages(agent: BenchAgent, rounds: number): Promise<PageMeasure[]> {
  const taken = new Map<string, { lines: number; tookMs: number[] }>();
  for (let round = 0; round < rounds; round += 1)
    for (const [name, query] of Object.entries(PAGES)) {
      const { body, tookMs } = await agent.get(`/v1/desk/queue?limit=100&${query}`);
      const { conversations } = body as { readonly conversations: readonly unknown[] };
      const before = taken.get(name)?.tookMs ?? [];
      taken.set(name, { lines: conversations.length, tookMs: [...before, tookMs] });
    }
  return [...taken].map(([name, { lines, tookMs }]) => ({
    ...{ name, lines, p50Ms: percentile(tookMs, 0.5), p95Ms: percentile(tookMs, 0.95) },
    maxMs: Math.max(...tookMs),
  }));
}
