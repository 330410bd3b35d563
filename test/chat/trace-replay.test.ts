import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import { createReplayDesk } from '../../src/chat/trace-replay.ts';
import { createTraceStore } from '../../src/chat/trace-store.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import type { Parser } from '../../src/understanding/parser.ts';
import type { ReadPicture } from '../../src/understanding/read-picture.ts';
import { NOW_MS, product, SCARVES } from '../support/small-shop.ts';
import { stockedShop } from '../support/stocked-shop.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { TINY_PICTURES } from '../support/tiny-pictures.ts';

const { signal } = new AbortController();
const how = { askModel: false, signal };

/** A chat over a few scarves that keeps traces, with the desk that replays them on the same shop. */
async function openReplays(model?: Parser, readPicture?: ReadPicture) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  const shop = await stockedShop(SCARVES);
  const embedded = createEmbeddedParser({ vocabulary: shop.vocabulary, detector: createLanguageDetector() });
  const traces = { store: createTraceStore(database, { keptDays: 30 }), versions: () => ({ code: 'test' }) };
  const rooms = {
    shop: () => shop,
    parsers: () => ({ embedded, ...(model === undefined ? {} : { model }) }),
    replier: createReplier(),
    ...(readPicture === undefined ? {} : { readPicture }),
    rates: () => ({ inputPriceMicros: 0, outputPriceMicros: 0, activeParametersBillion: 8 }),
  };
  let ids = 0;
  const chat = createChat({
    ...rooms,
    database,
    traces,
    verifyCustomer: async () => ({ customerId: 'ada' }),
    clock: () => NOW_MS,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  });
  return { database, shop, chat, ...createReplayDesk({ ...rooms, database, traces }) };
}

const stagesOf = ({ stages }: { stages: readonly { stage: string }[] }) => stages.map(({ stage }) => stage);

it('names the reply when only a price changed, with the sentence as it was and as it is', async () => {
  const { chat, shop, replay } = await openReplays();
  const conversation = await chat.start({});
  const { messageId, products } = await chat.handle({ ...conversation, text: 'wool scarf' }, { signal });
  const first = products[0]?.productId ?? '';
  shop.stock.set(
    first,
    product({
      id: first,
      title: products[0]?.title ?? '',
      material: 'wool',
      color: ['red'],
      priceMinor: 3799,
    }),
  );
  const { stages } = await replay(messageId, how);
  expect(stagesOf({ stages })).toEqual(['reply']);
  expect(JSON.stringify(stages)).toContain('$37.99');
});

it('goes by what the model made of the message then, without asking it', async () => {
  let asked = 0;
  const parse: Parser['parse'] = async (_text, { language, state }) => {
    asked += 1;
    const words = asked === 1 ? 'blue' : 'green';
    return {
      language,
      confidence: 0.9,
      by: 'model',
      usage: { inputTokens: 10, outputTokens: 5 },
      commands: [
        {
          type: 'find',
          query: '',
          constraints: [
            {
              attribute: 'color',
              operator: 'eq',
              value: words,
              strength: 'hard',
              words,
              confidence: 0.9,
              sourceTurn: state.turn + 1,
              known: true,
            },
          ],
        },
      ],
    };
  };
  const { chat, replay } = await openReplays({ parse });
  const { messageId, understoodBy } = await chat.handle(
    { ...(await chat.start({})), text: 'something for the evening' },
    { signal },
  );
  expect(understoodBy).toBe('model');
  expect((await replay(messageId, how)).stages).toEqual([]);
  expect(asked).toBe(1);
  expect(stagesOf(await replay(messageId, { ...how, askModel: true }))[0]).toBe('understand');
});

it('sees again what was seen in a picture, which is kept nowhere', async () => {
  const outcomes = [
    async () => ({ kind: 'scarf', color: 'red', material: 'wool', pattern: '', style: '' }),
    async () => undefined,
    async () => await Promise.reject(new AssistantError('MODEL_TIMEOUT', 'too slow')),
  ];
  let looked = 0;
  const { chat, replay } = await openReplays(undefined, async () => {
    looked += 1;
    return await outcomes[looked - 1]?.();
  });
  const conversation = await chat.start({});
  for (const outcome of outcomes.keys()) {
    const said = { ...conversation, text: 'do you have this under 60?', image: TINY_PICTURES.png };
    const { messageId, seen } = await chat.handle(said, { signal });
    expect(seen).toBe(outcome === 0 ? 'red wool scarf' : undefined);
    expect((await replay(messageId, how)).stages).toEqual([]);
  }
  expect(looked).toBe(outcomes.length);
});

it('writes nothing, and refuses a message of which it is not kept how it came about', async () => {
  const { chat, database, replay } = await openReplays();
  const conversation = await chat.start({ consent: { personalization: true } });
  const { messageId } = await chat.handle(
    { ...conversation, text: 'forget everything you know about me' },
    { signal },
  );
  const rows = async () =>
    JSON.stringify([
      await database.query.selectFrom('conversations').selectAll().execute(),
      await database.query.selectFrom('turns').selectAll().execute(),
      await database.query.selectFrom('impressions').selectAll().execute(),
    ]);
  const before = await rows();
  await replay(messageId, how).catch(() => undefined);
  expect(await rows()).toBe(before);
  await expect(replay('nobody', how)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
