import { describe, expect, it } from 'vitest';
import { turnSchema } from '../../../src/server/schemas/turn.ts';
import { postJson, readEvents, startConversation, startTestServer } from '../../support/http.ts';
import { createScriptedChat } from '../../support/scripted-chat.ts';

const STREAM = { Accept: 'text/event-stream' };

/** A gate that holds a reply until it is opened. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

describe('POST messages', () => {
  it('answers the whole turn as JSON', async () => {
    const { url } = await startTestServer();
    const { path, headers } = await startConversation(url);
    const response = await postJson(`${path}/messages`, { text: 'a scarf' }, headers);

    expect(response.status).toBe(200);
    expect(response.headers.get('x-request-id')).toMatch(/.{8}/);
    const turn = turnSchema.parse(await response.json());
    expect(turn.text).toContain('a scarf');
    expect(turn.products).not.toHaveLength(0);
  });

  it('streams the same turn, start first and the whole last, every event with an id', async () => {
    const { url } = await startTestServer();
    const { path, headers } = await startConversation(url);
    const response = await postJson(`${path}/messages`, { text: 'a scarf' }, { ...headers, ...STREAM });

    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('content-encoding')).toBeNull();
    const events = readEvents(await response.text());
    const names = events.map(({ name }) => name);
    expect([...new Set(names)]).toEqual([
      'reply-start',
      'products-available',
      'reply-delta',
      'question',
      'chips',
      'reply-end',
    ]);
    expect(events.every(({ id }) => id !== '')).toBe(true);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    const turn = events.at(-1)?.data;
    const said = events.filter(({ name }) => name === 'reply-delta').map(({ data }) => data.text);
    expect(said.join('')).toBe(turn.text);
  });

  it('keeps the words as they were, in NFC and without what is not seen', async () => {
    const chat = createScriptedChat();
    const { url } = await startTestServer({ chat });
    const { path, headers } = await startConversation(url);
    const sent = 'e\u0301cru \u202Escarf\u0007\u200B {{7*7}} <b>x</b> 🧣';
    await postJson(`${path}/messages`, { text: sent }, headers);
    expect(chat.handled[0]?.text).toBe('écru scarf {{7*7}} <b>x</b> 🧣');
  });

  it.each([
    ['empty', ''],
    ['spaces', ' \n\t '],
    ['joiners', '\u200D\u200D'],
    ['one over the limit', 'x'.repeat(4_001)],
    ['marks without end', `e${'\u0301'.repeat(10_000)}`],
    ['no text', 42],
  ])('refuses a message of %s', async (_name, text) => {
    const { url } = await startTestServer();
    const { path, headers } = await startConversation(url);
    const response = await postJson(`${path}/messages`, { text }, headers);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/text' }],
    });
  });

  it('counts characters as people do: 4000 emoji are within the limit', async () => {
    const { url } = await startTestServer();
    const { path, headers } = await startConversation(url);
    expect((await postJson(`${path}/messages`, { text: '🧣'.repeat(4_000) }, headers)).status).toBe(200);
  });

  it('finishes the turn when the client leaves, and gives the rest when it comes back', async () => {
    const hold = gate();
    const chat = createScriptedChat({ pause: () => hold.opened });
    const { url } = await startTestServer({ chat });
    const { path, headers } = await startConversation(url);
    const leaving = new AbortController();
    const response = await fetch(`${path}/messages`, {
      method: 'POST',
      headers: { ...headers, ...STREAM, 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'a scarf' }),
      signal: leaving.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (!heard.includes('reply-delta')) heard += (await reader?.read())?.value ?? '';
    leaving.abort();
    const last = readEvents(heard).at(-1);

    const resumed = fetch(`${path}/messages`, {
      headers: { ...headers, ...STREAM, 'Last-Event-ID': last?.id ?? '' },
    });
    hold.open();
    const rest = readEvents(await (await resumed).text());

    expect(rest.map(({ name }) => name)).not.toContain('products-available');
    const turn = rest.at(-1)?.data;
    const said = [...readEvents(heard), ...rest].filter(({ name }) => name === 'reply-delta');
    expect(said.map(({ data }) => data.text).join('')).toBe(turn.text);
    expect(chat.handled).toHaveLength(1);
  });

  it('resumes a finished turn from any of its events without a part told twice', async () => {
    const { url } = await startTestServer();
    const { path, headers } = await startConversation(url);
    const whole = readEvents(
      await (await postJson(`${path}/messages`, { text: 'a' }, { ...headers, ...STREAM })).text(),
    );
    for (const [index, { id }] of whole.entries()) {
      const response = await fetch(`${path}/messages`, {
        headers: { ...headers, ...STREAM, 'Last-Event-ID': id },
      });
      const rest = readEvents(await response.text());
      const said = [...whole.slice(0, index + 1), ...rest].filter(({ name }) => name === 'reply-delta');
      expect(said.map(({ data }) => data.text).join('')).toBe(whole.at(-1)?.data.text);
      if (index < whole.length - 1) expect(rest.at(-1)).toEqual(whole.at(-1));
      else expect(rest).toEqual([]);
    }
  });

  it('resumes from the start for an event id that makes no sense', async () => {
    const { url } = await startTestServer();
    const { path, headers } = await startConversation(url);
    const resume = (id: string) =>
      fetch(`${path}/messages`, { headers: { ...headers, ...STREAM, 'Last-Event-ID': id } });
    expect((await resume('x')).status).toBe(204);
    await postJson(`${path}/messages`, { text: 'a' }, headers);
    for (const id of ['x', '-1', '../../etc', `${'9'.repeat(500)}.text.3`, 'other.text.999999999']) {
      expect(readEvents(await (await resume(id)).text()).at(0)?.name).toBe('reply-start');
    }
  });

  it('tells a failure within a stream as turn-error, without internals', async () => {
    const chat = createScriptedChat({
      answer: () => {
        throw new Error('password in /etc/secret');
      },
    });
    const { url } = await startTestServer({ chat });
    const { path, headers } = await startConversation(url);
    const text = await (await postJson(`${path}/messages`, { text: 'a' }, { ...headers, ...STREAM })).text();
    expect(readEvents(text)).toMatchObject([{ name: 'turn-error', data: { code: 'INTERNAL', status: 500 } }]);
    expect(text).not.toContain('secret');
  });

  it('sends comment lines while it waits', async () => {
    const hold = gate();
    const { url } = await startTestServer({
      chat: createScriptedChat({ pause: () => hold.opened }),
      heartbeatMs: 20,
    });
    const { path, headers } = await startConversation(url);
    const response = await postJson(`${path}/messages`, { text: 'a' }, { ...headers, ...STREAM });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (!heard.includes(': keep-alive')) heard += (await reader?.read())?.value ?? '';
    hold.open();
    expect(heard).toContain('\n: keep-alive\n\n');
  });

  it('limits the open streams of a conversation', async () => {
    const hold = gate();
    const { url } = await startTestServer({
      chat: createScriptedChat({ pause: () => hold.opened }),
      settings: { FLOORWALKER_LIMIT_STREAMS_PER_CONVERSATION: '2' },
    });
    const { path, headers } = await startConversation(url);
    const open = () => postJson(`${path}/messages`, { text: 'a' }, { ...headers, ...STREAM });
    const streams = await Promise.all([open(), open()]);
    const refused = await open();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    hold.open();
    await Promise.all(streams.map((stream) => stream.text()));
    expect((await open()).status).toBe(200);
  });

  it('answers a message once for its client id, and for its Idempotency-Key', async () => {
    const chat = createScriptedChat();
    const { url } = await startTestServer({ chat });
    const { path, headers } = await startConversation(url);
    const send = (body: unknown, more: Record<string, string>) =>
      postJson(`${path}/messages`, body, { ...headers, ...more });

    const first = await (await send({ text: 'a', clientMessageId: 'm1' }, {})).json();
    expect(await (await send({ text: 'a', clientMessageId: 'm1' }, {})).json()).toEqual(first);
    const keyed = await (await send({ text: 'b' }, { 'Idempotency-Key': 'k1' })).json();
    const again = await send({ text: 'b' }, { 'Idempotency-Key': 'k1' });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await again.json()).toEqual(keyed);
    const streamed = readEvents(
      await (await send({ text: 'b' }, { 'Idempotency-Key': 'k1', ...STREAM })).text(),
    );
    expect(streamed.at(-1)?.data).toEqual(keyed);
    expect((await send({ text: 'c' }, { 'Idempotency-Key': 'k1' })).status).toBe(409);
    expect(chat.handled).toHaveLength(2);
  });

  it('refuses what it cannot answer in', async () => {
    const { url } = await startTestServer();
    const { path, headers } = await startConversation(url);
    const response = await postJson(`${path}/messages`, { text: 'a' }, { ...headers, Accept: 'image/png' });
    expect(response.status).toBe(406);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });
});

describe('the owner of a conversation', () => {
  it('is needed: no token is 401, a wrong one or an unknown conversation 404 to the letter', async () => {
    const { url } = await startTestServer();
    const mine = await startConversation(url);
    const other = await startConversation(url);
    const calls = [
      ['POST', '/messages', { text: 'a' }],
      ['GET', '/messages', undefined],
      ['PUT', '/consent', { personalization: true }],
      ['DELETE', '', undefined],
    ] as const;
    for (const [method, tail, body] of calls) {
      const call = async (base: string, authorization?: string) => {
        const response = await fetch(`${base}${tail}`, {
          method,
          headers: {
            'Content-Type': 'application/json',
            ...(authorization !== undefined && { Authorization: authorization }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const { requestId: _requestId, ...problem } = await response.json();
        return { status: response.status, problem, challenge: response.headers.get('www-authenticate') };
      };
      expect(await call(mine.path)).toMatchObject({ status: 401, challenge: 'Bearer' });
      expect(await call(mine.path, 'Basic abc')).toMatchObject({ status: 401, challenge: 'Bearer' });
      expect(await call(mine.path, 'Bearer ')).toMatchObject({ status: 401 });
      const wrong = await call(mine.path, `Bearer ${other.token}`);
      const unknown = await call(`${url}/v1/conversations/nowhere`, `Bearer ${mine.token}`);
      expect(wrong.status).toBe(404);
      expect(unknown).toEqual(wrong);
    }
  });

  it('can forget it, once', async () => {
    const { url } = await startTestServer();
    const { path, headers } = await startConversation(url);
    const forget = (key: string) =>
      fetch(path, { method: 'DELETE', headers: { ...headers, 'Idempotency-Key': key } });
    expect((await forget('one')).status).toBe(204);
    expect((await forget('one')).status).toBe(204);
    expect((await forget('two')).status).toBe(404);
    expect((await fetch(`${path}/messages`, { headers })).status).toBe(404);
  });

  it('reads the history after a message, and changes the consent', async () => {
    const chat = createScriptedChat();
    const { url } = await startTestServer({ chat });
    const { path, headers, conversationId } = await startConversation(url);
    const first = await (await postJson(`${path}/messages`, { text: 'one' }, headers)).json();
    await postJson(`${path}/messages`, { text: 'two' }, headers);
    const history = await (await fetch(`${path}/messages?after=${first.messageId}`, { headers })).json();
    expect(history.messages.map(({ utterance }: { utterance: string }) => utterance)).toEqual(['two']);

    const put = await fetch(`${path}/consent`, {
      method: 'PUT',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ personalization: true }),
    });
    expect(put.status).toBe(204);
    expect(chat.conversations.get(conversationId)?.consent.personalization).toBe(true);
  });
});
