import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { type ChatOptions, createChat } from '../../src/chat/create-chat.ts';
import type { TurnEvent } from '../../src/domain/turn.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import type { Parser } from '../../src/understanding/parser.ts';
import { NOW_MS, SCARVES } from '../support/small-shop.ts';
import { stockedShop } from '../support/stocked-shop.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const { signal } = new AbortController();

async function openChat(options: Partial<ChatOptions> = {}) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  const shop = await stockedShop(SCARVES);
  const embedded = createEmbeddedParser({ vocabulary: shop.vocabulary, detector: createLanguageDetector() });
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const chat = createChat({
    database,
    shop: () => shop,
    parsers: () => ({ embedded }),
    replier: createReplier(),
    rates: () => ({ inputPriceMicros: 0, outputPriceMicros: 0, activeParametersBillion: 8 }),
    verifyCustomer: async (token) => {
      if (token !== 'signed') throw new AssistantError('IDENTITY_INVALID', 'Not signed by the shop');
      return { customerId: 'ada' };
    },
    clock: () => NOW_MS,
    newId,
    ...options,
  });
  return { chat, database, shop, embedded };
}

/** A parser that waits to be let go, once for each message. */
function gated(parser: Parser) {
  const begun: string[] = [];
  const gates: (() => void)[] = [];
  const parse: Parser['parse'] = async (text, context, given) => {
    begun.push(text);
    await new Promise<void>((resolve) => gates.push(resolve));
    return await parser.parse(text, context, given);
  };
  return { parser: { parse }, begun, letGo: () => gates.shift()?.() };
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

async function gatedChat() {
  const { embedded } = await openChat();
  const gate = gated(embedded);
  return { ...(await openChat({ parsers: () => ({ embedded: gate.parser }) })), gate };
}

it('runs the messages of one conversation one after another, those of two side by side', async () => {
  const { chat, gate } = await gatedChat();
  const [one, two] = [await chat.start({}), await chat.start({})];
  const turns = [
    chat.handle({ ...one, text: 'first' }, { signal }),
    chat.handle({ ...one, text: 'second' }, { signal }),
    chat.handle({ ...two, text: 'other' }, { signal }),
  ];
  await expect.poll(() => gate.begun.toSorted()).toEqual(['first', 'other']);
  gate.letGo();
  gate.letGo();
  await expect.poll(() => gate.begun).toContain('second');
  gate.letGo();
  await Promise.all(turns);
  expect((await chat.history(one)).map(({ utterance }) => utterance)).toEqual(['first', 'second']);
});

it('answers a repeated message id with the stored turn, told again from the start', async () => {
  const { chat } = await openChat();
  const talk = await chat.start({});
  const request = { ...talk, text: 'I want to talk to a person', clientMessageId: 'm1' };
  const told = async () => {
    const events: TurnEvent[] = [];
    const turn = await chat.handle(request, { signal, onEvent: (event) => events.push(event) });
    return { turn, types: events.map(({ type }) => type) };
  };
  const first = await told();
  const again = await told();
  expect(again.turn).toEqual(first.turn);
  expect(again.types).toEqual(first.types);
  expect(first.types).toContain('handoff');
  expect(await chat.history(talk)).toHaveLength(1);
});

it('refuses a message id that comes again with other words', async () => {
  const { chat } = await openChat();
  const talk = await chat.start({});
  const say = (text: string) => chat.handle({ ...talk, text, clientMessageId: 'm1' }, { signal });
  const [, other] = await Promise.allSettled([say('scarf'), say('a warm hat')]);
  expect(other).toMatchObject({ reason: { code: 'CONFLICT' } });
});

it('gives the same turn to the same message id sent twice at once', async () => {
  const { chat } = await openChat();
  const talk = await chat.start({});
  const send = () => chat.handle({ ...talk, text: 'scarf', clientMessageId: 'm1' }, { signal });
  const [left, right] = await Promise.all([send(), send()]);
  expect(left?.messageId).toBe(right?.messageId);
});

it('drops a listener that throws, and finishes the turn', async () => {
  const { chat } = await openChat();
  const talk = await chat.start({});
  let heard = 0;
  const onEvent = () => {
    heard += 1;
    throw new RangeError('gone');
  };
  const turn = await chat.handle({ ...talk, text: 'scarf' }, { signal, onEvent });
  expect([heard, turn.products.length > 0]).toEqual([1, true]);
});

it('answers the next message after one that failed', async () => {
  const { embedded } = await openChat();
  let fails = true;
  const flaky: Parser = {
    parse: async (...message) => {
      if (fails) throw new RangeError('once');
      return await embedded.parse(...message);
    },
  };
  const { chat } = await openChat({ parsers: () => ({ embedded: flaky }) });
  const talk = await chat.start({});
  await expect(chat.handle({ ...talk, text: 'scarf' }, { signal })).rejects.toThrow('once');
  fails = false;
  expect((await chat.handle({ ...talk, text: 'scarf' }, { signal })).products.length).toBeGreaterThan(0);
  expect(await chat.history(talk)).toHaveLength(1);
});

it('is the same NOT_FOUND for a wrong token, a wrong id, and a conversation that was forgotten', async () => {
  const { chat } = await openChat();
  const talk = await chat.start({});
  const wrong = [
    { ...talk, token: 'x' },
    { ...talk, token: '' },
    { ...talk, conversationId: 'nobody' },
  ];
  const messages = new Set<string>();
  for (const key of wrong) {
    const refused = await chat.authorize(key).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'NOT_FOUND' });
    messages.add(String(refused));
  }
  await chat.forget(talk);
  messages.add(String(await chat.authorize(talk).catch((error: unknown) => error)));
  expect(messages.size).toBe(1);
});

it('lets a turn that is under way finish before its conversation is forgotten, and leaves nothing', async () => {
  const { chat, database, gate } = await gatedChat();
  const talk = await chat.start({});
  const turn = chat.handle({ ...talk, text: 'scarf' }, { signal });
  await expect.poll(() => gate.begun).toEqual(['scarf']);
  const forgotten = chat.forget(talk);
  const late = chat.handle({ ...talk, text: 'too late' }, { signal }).catch((error: unknown) => error);
  await settled();
  gate.letGo();
  expect((await turn).products.length).toBeGreaterThan(0);
  await forgotten;
  expect(await late).toMatchObject({ code: 'NOT_FOUND' });
  for (const table of ['conversations', 'turns', 'impressions'] as const)
    expect(await database.query.selectFrom(table).selectAll().execute(), table).toEqual([]);
});

it('keeps nobody without consent, and takes the person off everything when it is withdrawn', async () => {
  const { chat, database } = await openChat();
  const talk = await chat.start({ consent: { personalization: true } });
  const { shopperId } = await chat.authorize(talk);
  await database.transaction(async (write) => {
    await write
      .insertInto('interactions')
      .values({
        interactionId: 'i1',
        type: 'view',
        productId: 'cotton',
        shopperId,
        sessionId: talk.conversationId,
        market: 'US',
        occurredAtMs: 1,
        receivedAtMs: 1,
        quantity: 1,
      })
      .execute();
  });
  expect((await chat.visitOf(talk.conversationId)).history).toHaveLength(1);
  await chat.setConsent(talk, { personalization: false });
  expect((await chat.authorize(talk)).consent).toEqual({ personalization: false });
  expect((await chat.visitOf(talk.conversationId)).history).toEqual([]);
  const [kept] = await database.query.selectFrom('interactions').selectAll().execute();
  expect(kept).toMatchObject({ productId: 'cotton', shopperId: null, sessionId: null });
});

it('knows a customer by a token of the shop only', async () => {
  const { chat } = await openChat();
  const talk = await chat.start({ customerToken: 'signed' });
  expect((await chat.authorize(talk)).shopperId).toBe('customer:ada');
  await expect(chat.start({ customerToken: 'forged' })).rejects.toMatchObject({ code: 'IDENTITY_INVALID' });
  await expect(chat.start({ market: 'JP' })).rejects.toMatchObject({ code: 'UNKNOWN_MARKET' });
});

it('keeps no token, only its hash', async () => {
  const { chat, database } = await openChat({ newId: () => `secret-${Math.random()}` });
  const { token } = await chat.start({});
  const rows = await database.query.selectFrom('conversations').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(token);
});

it('gives the turns after a message, and refuses one of another conversation', async () => {
  const { chat } = await openChat();
  const [talk, other] = [await chat.start({}), await chat.start({})];
  const first = await chat.handle({ ...talk, text: 'scarf' }, { signal });
  const second = await chat.handle({ ...talk, text: 'cheaper' }, { signal });
  const part = { after: first.messageId };
  expect((await chat.history(talk, part)).map(({ messageId }) => messageId)).toEqual([second.messageId]);
  expect(await chat.history(talk, { after: second.messageId })).toEqual([]);
  await expect(chat.history(other, part)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
});

it('gives a history by parts, backwards from its end', async () => {
  const { chat } = await openChat();
  const talk = await chat.start({});
  const ids: string[] = [];
  for (const text of ['scarf', 'cheaper', 'in blue', 'in wool', 'thanks'])
    ids.push((await chat.handle({ ...talk, text }, { signal })).messageId);
  const part = async (wanted: Parameters<typeof chat.history>[1]) =>
    (await chat.history(talk, wanted)).map(({ messageId }) => ids.indexOf(messageId));
  expect(await part({ limit: 2 })).toEqual([3, 4]);
  expect(await part({ before: ids[3] ?? '', limit: 2 })).toEqual([1, 2]);
  expect(await part({ before: ids[1] ?? '', limit: 2 })).toEqual([0]);
  expect(await part({ before: ids[0] ?? '', limit: 2 })).toEqual([]);
  expect(await part({ after: ids[0] ?? '', limit: 2 })).toEqual([1, 2]);
  expect(await part({ after: ids[0] ?? '', before: ids[4] ?? '' })).toEqual([1, 2, 3]);
  await expect(chat.history(talk, { before: 'never' })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
});

it('knows what was opened in a visit, and forgets no product of it for a turn under way', async () => {
  const { chat, gate } = await gatedChat();
  const talk = await chat.start({});
  const turn = chat.handle({ ...talk, text: 'scarf' }, { signal });
  await expect.poll(() => gate.begun).toEqual(['scarf']);
  const opened = chat.opened(talk.conversationId, ['cotton', 'lamp']);
  gate.letGo();
  await Promise.all([turn, opened]);
  expect((await chat.visitOf(talk.conversationId)).opened).toEqual(['cotton', 'lamp']);
  await chat.opened('nobody', ['cotton']);
});

it('withdraws the list of the first reading when the model means something else, before any word', async () => {
  const model: Parser = {
    parse: async () => ({
      language: 'en',
      commands: [{ type: 'goodbye' }],
      confidence: 1,
      by: 'model',
      usage: { inputTokens: 1, outputTokens: 1 },
    }),
  };
  const { embedded } = await openChat();
  const { chat } = await openChat({ parsers: () => ({ embedded, model }) });
  const talk = await chat.start({});
  const events: TurnEvent[] = [];
  const turn = await chat.handle(
    { ...talk, text: 'scarf' },
    { signal, onEvent: (event) => events.push(event) },
  );
  const lists = events.flatMap((event) =>
    event.type === 'products-available' ? [event.products.length] : [],
  );
  expect(lists.at(0)).toBeGreaterThan(0);
  expect(lists.at(-1)).toBe(0);
  expect(turn).toMatchObject({ products: [], understoodBy: 'model', commands: [{ type: 'goodbye' }] });
  expect(events.findIndex(({ type }) => type === 'reply-delta')).toBeGreaterThan(
    events.findLastIndex(({ type }) => type === 'products-available'),
  );
});

it('keeps to what the channel of a conversation takes, and addresses shoppers as their market is used to', async () => {
  const replier = createReplier({ tone: 'neutral', formality: { default: 'formal', US: 'familiar' } });
  const { chat } = await openChat({ replier });
  const ask = async (started: Awaited<ReturnType<typeof chat.start>>) =>
    (await chat.handle({ ...started, text: 'scarf' }, { signal })).text;
  const web = await chat.start({ market: 'US', locale: 'de' });
  const sms = await chat.start({ market: 'US', locale: 'de', channel: 'sms' });
  expect(web.greeting.text).toContain('du suchst');
  expect(await ask(web)).not.toContain('Then:');
  expect(await ask(sms)).toContain('Then:');
});
