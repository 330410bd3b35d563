import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { turnSchema } from '../../src/server/schemas/turn.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { postJson, readEvents, startConversation } from '../support/http.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await demoServer();
});
afterAll(() => server.close());

const STREAM = { Accept: 'text/event-stream' };

/** Status and body of an answer. */
async function answerOf(response: Response) {
  return { status: response.status, body: await response.json() };
}

async function opened(start: object = {}) {
  const { path, headers, ...conversation } = await startConversation(server.url, start);
  return {
    ...conversation,
    path,
    headers,
    say: async (text: string, more: Readonly<Record<string, string>> = {}, body: object = {}) =>
      await postJson(`${path}/messages`, { text, ...body }, { ...headers, ...more }),
  };
}

describe('a conversation', () => {
  it.each([
    ['en-US', 'en', /automated/i],
    ['de-DE', 'de', /automatisch/i],
    ['fr-FR', 'fr', /automatique|automatisé/i],
    ['es-ES', 'es', /automátic|automatizad/i],
  ])('begins with a greeting in %s that says it is automated', async (locale, language, automated) => {
    const response = await postJson(`${server.url}/v1/conversations`, { locale });
    const { status, body } = await answerOf(response);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      conversationId: expect.any(String),
      token: expect.any(String),
      greeting: { language, text: expect.stringMatching(automated) },
    });
    expect(response.headers.get('x-request-id')).toMatch(/\S/);
    // An example would be of a thing that other shops do not sell.
    expect(body.greeting.text).not.toMatch(/[“”«„]|\d/u);
  });

  it('answers a message with a turn of the described shape', async () => {
    const { say } = await opened({ locale: 'en-US' });
    const { status, body } = await answerOf(await say('a blue backpack under 90'));
    expect(status).toBe(200);
    expect(turnSchema.safeParse(body).error).toBeUndefined();
    expect(body).toMatchObject({
      language: 'en',
      understoodBy: 'embedded',
      repliedBy: 'embedded',
      need: { budget: { max: { amountMinor: 9_000, currency: 'USD' } } },
      usage: { inputTokens: 0, outputTokens: 0 },
    });
    expect(body.products.length).toBeGreaterThan(0);
    expect(body.timing.totalMs).toBeGreaterThan(0);
  });

  it('streams the same turn: products before words, the whole at the end', async () => {
    const { say, path, headers } = await opened({ locale: 'en-US' });
    const response = await say('a warm scarf', STREAM);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = readEvents(await response.text());
    const names = events.map(({ name }) => name);
    expect(names[0]).toBe('reply-start');
    expect(names.at(-1)).toBe('reply-end');
    expect(names.indexOf('products-available')).toBeLessThan(names.indexOf('reply-delta'));
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);

    const turn = events.at(-1)?.data;
    expect(turnSchema.safeParse(turn).error).toBeUndefined();
    const words = events.filter(({ name }) => name === 'reply-delta').map(({ data }) => data.text);
    expect(words.join('')).toBe(turn.text);
    const history = await (await fetch(`${path}/messages`, { headers })).json();
    expect(history.messages.map((message: { turn: unknown }) => message.turn)).toEqual([turn]);
  });

  it('is resumed after any event with what was not heard, and with nothing twice', async () => {
    const { say, path, headers } = await opened({ locale: 'en-US' });
    const events = readEvents(await (await say('a desk lamp', STREAM)).text());
    for (const [heard, event] of events.slice(0, -1).entries()) {
      const resumed = await fetch(`${path}/messages`, {
        headers: { ...headers, ...STREAM, 'Last-Event-ID': event.id },
      });
      const rest = readEvents(await resumed.text());
      const textOf = (told: typeof events) =>
        told
          .filter(({ name }) => name === 'reply-delta')
          .map(({ data }) => data.text)
          .join('');
      expect(textOf(events.slice(0, heard + 1)) + textOf(rest)).toBe(textOf(events));
      expect(rest.at(-1)).toEqual(events.at(-1));
    }
  });

  it('tells its history after a message', async () => {
    const { say, path, headers } = await opened();
    const first = await (await say('a tent')).json();
    const second = await (await say('cheaper')).json();
    const after = await fetch(`${path}/messages?after=${first.messageId}`, { headers });
    const { messages } = await after.json();
    expect(messages).toMatchObject([{ messageId: second.messageId, utterance: 'cheaper' }]);
  });

  it('says that a message of which it is asked for what came after or before is none of it', async () => {
    const { say, path, headers } = await opened();
    await say('a tent');
    for (const part of ['after=never-was', 'before=never-was']) {
      const refused = await answerOf(await fetch(`${path}/messages?${part}`, { headers }));
      expect(refused).toMatchObject({ status: 400, body: { code: 'INVALID_ARGUMENT' } });
      expect(refused.body.detail).toContain('never-was');
    }
  });

  it('refuses a client id that comes again with other words', async () => {
    const { say } = await opened();
    const first = await (await say('a mug', {}, { clientMessageId: 'c-2' })).json();
    expect(await answerOf(await say('a lamp', {}, { clientMessageId: 'c-2' }))).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT' },
    });
    const streamed = readEvents(await (await say('a lamp', STREAM, { clientMessageId: 'c-2' })).text());
    expect(streamed.at(-1)).toMatchObject({ name: 'turn-error', data: { code: 'CONFLICT' } });
    expect(await (await say('a mug', {}, { clientMessageId: 'c-2' })).json()).toEqual(first);
  });

  it('answers a repeated message once: by client id, by key, in parallel, as stream or whole', async () => {
    const { say, path, headers } = await opened();
    const turns = await Promise.all(
      Array.from({ length: 4 }, async () => await (await say('a lamp', { 'Idempotency-Key': 'k-1' })).json()),
    );
    expect(new Set(turns.map(({ messageId }) => messageId)).size).toBe(1);
    const [one, two] = await Promise.all(
      [1, 2].map(async () => await (await say('a mug', {}, { clientMessageId: 'c-1' })).json()),
    );
    expect(two).toEqual(one);
    const streamed = readEvents(await (await say('a mug', STREAM, { clientMessageId: 'c-1' })).text());
    expect(streamed.at(-1)?.data).toEqual(one);
    const { messages } = await (await fetch(`${path}/messages`, { headers })).json();
    expect(messages).toHaveLength(2);
  });

  it('starts once for a repeated Idempotency-Key, and refuses the key for another request', async () => {
    const start = (body: object) =>
      postJson(`${server.url}/v1/conversations`, body, { 'Idempotency-Key': 'start-1' });
    const [first, again] = [await answerOf(await start({})), await answerOf(await start({}))];
    expect(again).toEqual(first);
    expect(await answerOf(await start({ locale: 'de' }))).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT' },
    });
  });

  it('is forgotten on request: the same answer as one that never was', async () => {
    const { say, path, headers } = await opened();
    await say('a lamp');
    const forget = () => fetch(path, { method: 'DELETE', headers });
    expect((await forget()).status).toBe(204);
    const gone = await answerOf(await fetch(`${path}/messages`, { headers }));
    const never = await answerOf(
      await fetch(`${server.url}/v1/conversations/never-was/messages`, { headers }),
    );
    expect(gone.status).toBe(404);
    expect({ ...gone.body, requestId: '' }).toEqual({ ...never.body, requestId: '' });
    expect((await forget()).status).toBe(404);
  });

  it('belongs to the holder of its token', async () => {
    const { path } = await opened();
    const stranger = await opened();
    for (const [headers, status, code] of [
      [{}, 401, 'AUTHENTICATION_REQUIRED'],
      [{ Authorization: 'Basic eDp5' }, 401, 'AUTHENTICATION_REQUIRED'],
      [{ Authorization: 'Bearer wrong' }, 404, 'NOT_FOUND'],
      [stranger.headers, 404, 'NOT_FOUND'],
    ] as const) {
      for (const request of [
        () => postJson(`${path}/messages`, { text: 'hello' }, headers),
        () => fetch(`${path}/messages`, { headers }),
        () => fetch(path, { method: 'DELETE', headers }),
      ]) {
        const response = await request();
        expect(await answerOf(response)).toMatchObject({ status, body: { status, code } });
        if (status === 401) expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      }
    }
  });

  it('keeps its turns in order when messages come at once', async () => {
    const { say, path, headers } = await opened();
    const wishes = ['a lamp', 'a tent', 'a mug', 'a scarf', 'a backpack'];
    const turns = await Promise.all(wishes.map(async (wish) => await (await say(wish)).json()));
    const { messages } = await (await fetch(`${path}/messages`, { headers })).json();
    expect(messages).toHaveLength(wishes.length);
    expect(new Set(messages.map(({ messageId }: { messageId: string }) => messageId))).toEqual(
      new Set(turns.map(({ messageId }) => messageId)),
    );
  });
});
