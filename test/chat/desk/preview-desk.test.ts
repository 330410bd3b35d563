import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import type { Candidate } from '../../../src/chat/desk/as-it-would-be.ts';
import { createPreviewDesk } from '../../../src/chat/desk/preview-desk.ts';
import type { CountedSearch } from '../../../src/chat/desk/search-tally.ts';
import { createReplayDesk } from '../../../src/chat/trace-replay.ts';
import { createTraceStore } from '../../../src/chat/trace-store.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { createRankerStore } from '../../../src/ranking/learned/ranker-store.ts';
import { createReplier } from '../../../src/reply/replier.ts';
import { createLanguageDetector } from '../../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../../src/understanding/embedded-parser.ts';
import { NOW_MS, SCARVES } from '../../support/small-shop.ts';
import { stockedShop } from '../../support/stocked-shop.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const { signal } = new AbortController();
const ALL = { turns: 200, searches: 200 };
const SCARF: CountedSearch = { market: 'US', language: 'en', words: 'scarf', times: 9 };
const HIDE_FIRST: Candidate = {
  kind: 'rules',
  set: {
    version: 1,
    rules: [
      {
        ...{ id: 'hide', action: { kind: 'exclude' }, target: { productIds: ['wool-red'] }, when: {} },
        ...{ until: new Date(NOW_MS + 86_400_000).toISOString(), owner: 'lea', note: '', version: 1 },
        ...{ createdAt: new Date(NOW_MS).toISOString(), updatedAt: new Date(NOW_MS).toISOString() },
      },
    ],
  },
};

/** A chat over a few scarves in which something was said, and the desk that tries changes on it. */
async function openPreviews(options: {
  readonly said: readonly string[];
  readonly searches?: readonly CountedSearch[];
  readonly limitMs?: number;
}) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  const shop = await stockedShop(SCARVES);
  const parser = createEmbeddedParser({ vocabulary: shop.vocabulary, detector: createLanguageDetector() });
  const traces = { store: createTraceStore(database, { keptDays: 30 }), versions: () => ({ code: 'test' }) };
  const rooms = {
    ...{ database, replier: createReplier(), shop: () => shop, parsers: () => ({ embedded: parser }) },
    rates: () => ({ inputPriceMicros: 0, outputPriceMicros: 0, activeParametersBillion: 8 }),
  };
  let ids = 0;
  const chat = createChat({
    ...{ ...rooms, traces, clock: () => NOW_MS },
    verifyCustomer: async () => ({ customerId: 'ada' }),
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  });
  const messages: string[] = [];
  for (const text of options.said) {
    const { messageId } = await chat.handle({ ...(await chat.start({})), text }, { signal });
    messages.push(messageId);
  }
  const replays = createReplayDesk({ ...rooms, traces });
  const broken = new Set<string>();
  const previews = createPreviewDesk({
    ...rooms,
    synonyms: { tryOut: (_, work) => work() },
    rankers: createRankerStore(database),
    openLibrary: async () => {
      throw new AssistantError('INTERNAL', 'No document is tried here');
    },
    parserKnowing: () => parser,
    replays: {
      newest: replays.newest,
      again: async (messageId, ...rest) => {
        if (broken.has(messageId)) throw new AssistantError('UNKNOWN_MARKET', 'It is not sold to any more');
        return await replays.again(messageId, ...rest);
      },
    },
    tally: { mostFrequent: async (limit) => (options.searches ?? [SCARF]).slice(0, limit) },
    clock: () => NOW_MS,
    limitMs: options.limitMs ?? 60_000,
  });
  return { previews, shop, messages, broken };
}

describe('a change that is tried', () => {
  it('leaves what cannot be run any more aside, and says how much', async () => {
    const gone = { ...SCARF, market: 'FR' };
    const open = await openPreviews({ said: ['wool scarf', 'blue scarf'], searches: [gone, SCARF] });
    open.broken.add(open.messages[1] ?? '');
    const { turns, searches, titles } = await open.previews.preview(HIDE_FIRST, ALL, signal);
    expect(turns).toMatchObject({ played: 1, unplayed: 1, changed: [{ utterance: 'wool scarf' }] });
    expect(searches).toMatchObject({ played: 1, unplayed: 1, changed: [{ words: 'scarf', times: 9 }] });
    expect(titles['wool-red']).toBe('Warm wool scarf');
  });

  it('has the most changed first', async () => {
    const barely = { ...SCARF, words: 'blue scarf', times: 20 };
    const { previews } = await openPreviews({ said: [], searches: [barely, SCARF] });
    const { searches } = await previews.preview(HIDE_FIRST, ALL, signal);
    const changes = searches?.changed.map(({ change }) => change) ?? [];
    expect(changes).toEqual(changes.toSorted((left, right) => right - left));
    expect(searches?.changed[0]?.words).toBe('scarf');
  });

  it('runs nothing without time, and says so', async () => {
    const { previews } = await openPreviews({ said: ['wool scarf'], limitMs: -1 });
    expect(await previews.preview(HIDE_FIRST, ALL, signal)).toEqual({
      turns: { played: 0, unplayed: 1, changed: [] },
      searches: { played: 0, unplayed: 1, changed: [] },
      titles: {},
    });
  });

  it('ends when nobody waits, and the one after it runs', async () => {
    const { previews } = await openPreviews({ said: ['wool scarf'] });
    const stop = new AbortController();
    const left = previews.preview(HIDE_FIRST, ALL, stop.signal);
    const next = previews.preview(HIDE_FIRST, ALL, signal);
    stop.abort();
    await expect(left).rejects.toThrow('aborted');
    expect((await next).turns.played).toBe(1);
  });

  it('is on no seller’s account, and in force for nobody', async () => {
    const { previews, shop } = await openPreviews({ said: ['wool scarf'] });
    const before = shop.ranking.current();
    let lists = 0;
    shop.ranking.replace({
      sellers: {
        ...before.sellers,
        record: () => {
          lists += 1;
        },
      },
    });
    await previews.preview(HIDE_FIRST, ALL, signal);
    expect(lists).toBe(0);
    expect(shop.ranking.current().rules).toBe(before.rules);
  });
});
