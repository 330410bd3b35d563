import { setTimeout } from 'node:timers/promises';
import { openService } from '../../src/assembly/open-service.ts';
import { loadConfig } from '../../src/config/config.ts';
import { startFakeModel } from './fake-model.ts';
import type { WaitingMeasure } from './turn.ts';
import { CONVERSATIONS } from './turn-conversations.ts';

const MODEL_DELAY_MS = 2_000;
/** Rounds of all conversations; the first warms up and is not counted. */
const ROUNDS = 3;
/** Shoppers go on side by side, and do not all speak in the same millisecond. */
const APART_MS = 150;
/**
 * Commands that products answer. The double takes every message for a wish: a list that it alone makes of a "thank you" is not what a
 * shopper waits for.
 */
const LISTS: ReadonlySet<string> = new Set(['find', 'refine', 'similar', 'more', 'compare', 'why']);

const [directory = ''] = process.argv.slice(2);
const model = await startFakeModel({ delayMs: MODEL_DELAY_MS });
const never = new AbortController().signal;
const service = await openService({
  settings: loadConfig({
    FLOORWALKER_CHAT_MODEL: 'openai:fake',
    FLOORWALKER_CHAT_BASE_URL: model.baseUrl,
  }),
  directory,
  clock: Date.now,
  note: () => {},
  signal: never,
});

const firsts: number[] = [];
const ends: number[] = [];

async function converse(script: (typeof CONVERSATIONS)[number], isCounted: boolean): Promise<void> {
  const { conversationId, token } = await service.chat.start({ locale: script.locale });
  for (const text of script.says) {
    const startedMs = performance.now();
    let firstMs: number | undefined;
    const turn = await service.chat.handle(
      { conversationId, token, text },
      {
        signal: never,
        onEvent: ({ type }) => {
          if (type === 'products-available') firstMs ??= performance.now() - startedMs;
        },
      },
    );
    if (!isCounted) continue;
    ends.push(performance.now() - startedMs);
    const { otherReading = turn.commands } = turn;
    if (firstMs !== undefined && otherReading.some(({ type }) => LISTS.has(type))) firsts.push(firstMs);
  }
}

for (let round = 0; round < ROUNDS; round += 1)
  await Promise.all(
    CONVERSATIONS.map(async (script, place) => {
      await setTimeout(place * APART_MS);
      await converse(script, round > 0);
    }),
  );

const quantiles = (times: number[]) => {
  const sorted = times.sort((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
};
const measure: WaitingMeasure = {
  turns: ends.length,
  modelDelayMs: MODEL_DELAY_MS,
  firstProducts: quantiles(firsts),
  replyEnd: quantiles(ends),
};
await service.close();
await model.close();
process.stdout.write(`${JSON.stringify(measure)}\n`);
