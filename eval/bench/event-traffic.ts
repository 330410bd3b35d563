import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '../../src/domain/random.ts';
import { type SentBatch, type ShopVisitor, sendEvents } from './shop-visitor.ts';

/** Events in one request, as client libraries gather them. */
export const BATCH = 20;
/** A shopper reads, thinks and types for so long, on average, between two messages. */
const PAUSE_MS = 12_000;
const PROBE_EVERY_MS = 400;
const BAD_SHARE = 0.01;
const REPEATED_SHARE = 0.05;

const MESSAGES = [
  'a warm jacket',
  'cheaper',
  'in blue',
  'show me more',
  'a gift for a cook',
  'lamps under 80',
];
const NAMES = ['Product Viewed', 'Product Viewed', 'Product Clicked', 'Product Added'];

export interface TrafficContext {
  readonly url: string;
  readonly visitors: readonly ShopVisitor[];
  readonly productIds: readonly string[];
  /** Epoch milliseconds when it ends. */
  readonly untilMs: number;
  readonly seed: number;
}

export interface SentEvents {
  sent: number;
  accepted: number;
  rejected: number;
  /** Of accepted events; each is one interaction. */
  readonly messageIds: Set<string>;
  /** From a request to its answer. */
  readonly answeredMs: number[];
}

interface BenchEvent {
  readonly type: string;
  readonly messageId: string;
  readonly [key: string]: unknown;
}

/** Requests at a steady rate, whether or not those before were answered; half of them of conversations. */
export async function sendTraffic(context: TrafficContext, eventsPerSecond: number): Promise<SentEvents> {
  const random = createRandom(context.seed);
  const totals: SentEvents = { sent: 0, accepted: 0, rejected: 0, messageIds: new Set(), answeredMs: [] };
  const underWay: Promise<void>[] = [];
  const startedMs = performance.now();
  let recent: BenchEvent[] = [];
  let number = 0;
  for (let request = 0; Date.now() < context.untilMs; request += 1) {
    const dueMs = startedMs + (request * BATCH * 1_000) / eventsPerSecond;
    if (dueMs > performance.now()) await wait(dueMs - performance.now());
    const visitor = request % 2 === 0 ? context.visitors[request % context.visitors.length] : undefined;
    const batch = Array.from({ length: BATCH }, () => {
      const again = recent[Math.floor(random() * recent.length)];
      number += 1;
      return random() < REPEATED_SHARE && again !== undefined ? again : drawEvent(context, number, random);
    });
    recent = batch;
    underWay.push(sendOne(context.url, visitor, batch, totals));
  }
  await Promise.all(underWay);
  return totals;
}

async function sendOne(
  url: string,
  visitor: ShopVisitor | undefined,
  batch: readonly BenchEvent[],
  totals: SentEvents,
): Promise<void> {
  const startedMs = performance.now();
  const answer: SentBatch = await (visitor === undefined ? sendEvents(url, batch) : visitor.send(batch));
  totals.answeredMs.push(performance.now() - startedMs);
  totals.sent += batch.length;
  totals.accepted += answer.accepted;
  totals.rejected += answer.rejected.length;
  const rejected = new Set(answer.rejected);
  for (const [index, { messageId }] of batch.entries())
    if (!rejected.has(index)) totals.messageIds.add(messageId);
}

function drawEvent({ productIds, seed }: TrafficContext, number: number, random: () => number): BenchEvent {
  const messageId = `bench-${seed}-${number}`;
  if (random() < BAD_SHARE) return { type: 'nonsense', messageId };
  return {
    type: 'track',
    event: NAMES[Math.floor(random() * NAMES.length)],
    messageId,
    anonymousId: `visitor-${number % 500}`,
    timestamp: new Date().toISOString(),
    properties: { product_id: productIds[Math.floor(random() ** 2 * productIds.length)], price: 19.9 },
    context: {
      library: { name: 'analytics.js', version: '2.1.0' },
      consent: { categoryPreferences: { personalization: true } },
    },
  };
}

/** Everybody talks at a human pace. @returns The time of each turn, as its shopper waits for it. */
export async function talk({ visitors, untilMs, seed }: TrafficContext): Promise<number[]> {
  const turnsMs: number[] = [];
  await Promise.all(
    visitors.map(async (visitor, index) => {
      const random = createRandom(seed + index);
      await wait(random() * PAUSE_MS);
      for (let turn = index; Date.now() < untilMs; turn += 1) {
        const startedMs = performance.now();
        await visitor.say(MESSAGES[turn % MESSAGES.length] ?? '');
        turnsMs.push(performance.now() - startedMs);
        await wait(Math.min(PAUSE_MS * (0.5 + random()), Math.max(0, untilMs - Date.now())));
      }
    }),
  );
  return turnsMs;
}

/** From sending a click to the first list without what was clicked. @returns One time for each click. */
export async function probeLists(visitor: ShopVisitor, untilMs: number): Promise<number[]> {
  const changedMs: number[] = [];
  for (let click = 0; Date.now() < untilMs; click += 1) {
    const [first] = await visitor.recommended();
    if (first === undefined) break;
    const startedMs = performance.now();
    await visitor.send([
      {
        type: 'track',
        event: 'Product Clicked',
        messageId: `probe-${visitor.conversationId}-${click}`,
        properties: { product_id: first },
      },
    ]);
    while ((await visitor.recommended()).includes(first)) await wait(1);
    changedMs.push(performance.now() - startedMs);
    await wait(PROBE_EVERY_MS);
  }
  return changedMs;
}
