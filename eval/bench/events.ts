import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval as ticks } from 'node:timers/promises';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { percentile } from '../suites/search/measure-ranking.ts';
import { probeLists, sendTraffic, talk } from './event-traffic.ts';
import { type ServedShop, serveShop } from './served-shop.ts';
import { startVisit } from './shop-visitor.ts';

export interface EventsBench {
  readonly bench: 'events';
  readonly run: {
    readonly sent: number;
    readonly sentPerSecond: number;
    readonly accepted: number;
    readonly rejected: number;
    /** Different accepted ones, the clicks of the probe included. */
    readonly expected: number;
    /** Found in the database when the server had ended. */
    readonly stored: number;
    readonly answeredP50Ms: number;
    readonly answeredP95Ms: number;
    /** From an event sent to the list that knows it. */
    readonly changedP50Ms: number;
    readonly changedP95Ms: number;
    readonly clicks: number;
    readonly turns: number;
    readonly turnP50Ms: number;
    readonly turnP95Ms: number;
    readonly peakRssMb: number;
    /** Of one core, while events came in. */
    readonly cpuShare: number;
  };
  readonly seed: number;
  readonly seconds: number;
}

/**
 * A server in a process of its own, on this machine, under events at a steady rate while shoppers talk to it. What was
 * accepted is counted in its database afterwards.
 */
export async function benchEvents(options: {
  readonly seconds: number;
  readonly rate: number;
  readonly conversations: number;
  readonly seed: number;
  readonly note: (text: string) => void;
}): Promise<EventsBench> {
  const { note, rate, seed } = options;
  const benchStartedMs = performance.now();
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-bench-'));
  try {
    note('Making and opening the demo shop ...');
    const shop = await serveShop(directory);
    const visitors = await Promise.all(
      Array.from({ length: options.conversations }, () => startVisit(shop.url)),
    );
    const prober = await startVisit(shop.url);
    const productIds = await someProducts(shop.url);
    note(`Sending ${rate} events a second for ${options.seconds} s ...`);
    const startedAtMs = Date.now();
    const untilMs = startedAtMs + options.seconds * 1_000;
    const context = { url: shop.url, visitors, productIds, untilMs, seed };
    const before = await shop.usage();
    const [traffic, turnsMs, changedMs, peakRssMb] = await Promise.all([
      sendTraffic(context, rate),
      talk(context),
      probeLists(prober, untilMs),
      watchMemory(shop, untilMs),
    ]);
    const sendingSeconds = (Date.now() - startedAtMs) / 1_000;
    const { cpuSeconds } = await shop.usage();
    note('Ending the server and counting ...');
    await shop.stop();
    const stored = await countSince(directory, startedAtMs);
    return {
      bench: 'events',
      run: {
        sent: traffic.sent,
        sentPerSecond: traffic.sent / sendingSeconds,
        accepted: traffic.accepted,
        rejected: traffic.rejected,
        expected: traffic.messageIds.size + changedMs.length,
        stored,
        answeredP50Ms: percentile(traffic.answeredMs, 0.5),
        answeredP95Ms: percentile(traffic.answeredMs, 0.95),
        changedP50Ms: percentile(changedMs, 0.5),
        changedP95Ms: percentile(changedMs, 0.95),
        clicks: changedMs.length,
        turns: turnsMs.length,
        turnP50Ms: percentile(turnsMs, 0.5),
        turnP95Ms: percentile(turnsMs, 0.95),
        peakRssMb,
        cpuShare: (cpuSeconds - before.cpuSeconds) / sendingSeconds,
      },
      seed,
      seconds: (performance.now() - benchStartedMs) / 1_000,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const SEARCHES = ['jacket', 'lamp', 'bag', 'toy', 'knife', 'book', 'shoes', 'headphones'];

async function someProducts(url: string): Promise<string[]> {
  const lists = await Promise.all(
    SEARCHES.map(async (query) => {
      const answer: unknown = await (await fetch(`${url}/v1/search?q=${query}&limit=50`)).json();
      return (answer as { products: { productId: string }[] }).products;
    }),
  );
  return [...new Set(lists.flat().map(({ productId }) => productId))];
}

async function watchMemory(shop: ServedShop, untilMs: number): Promise<number> {
  let peak = 0;
  for await (const _ of ticks(2_000)) {
    peak = Math.max(peak, (await shop.usage()).rssMb);
    if (Date.now() >= untilMs) break;
  }
  return peak;
}

async function countSince(directory: string, sinceMs: number): Promise<number> {
  const database = await openSqliteDatabase({ directory });
  try {
    const row = await database.query
      .selectFrom('interactions')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('receivedAtMs', '>=', sinceMs)
      .executeTakeFirstOrThrow();
    return Number(row.count);
  } finally {
    await database.close();
  }
}
