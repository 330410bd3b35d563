import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ChatClient, createChatClient, type Started } from '../../src/widget/chat-client.ts';
import type { Reply } from '../../src/widget/reply-state.ts';
import { startTestServer } from '../support/http.ts';
import { createScriptedChat } from '../support/scripted-chat.ts';

/** A proxy that cuts the first answers of messages after so many bytes; 0 cuts before any. */
async function startCuttingProxy(target: string, cutAfterBytes: readonly number[]): Promise<string> {
  const cuts = [...cutAfterBytes];
  const server = createHttpServer(async (request, response) => {
    const chunks = await request.toArray();
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const cut = request.url?.endsWith('/messages') === true ? cuts.shift() : undefined;
    const body = Buffer.from(await answer.arrayBuffer());
    if (cut === undefined) {
      response
        .writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? 'text/plain' })
        .end(body);
      return;
    }
    if (cut === 0) {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { 'Content-Type': 'text/event-stream' });
    response.write(body.subarray(0, cut), () => setTimeout(() => request.socket.destroy(), 20));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function startedBy(client: ChatClient): Promise<Started> {
  const answer = await client.start({ locale: 'en', personalization: false });
  expect(answer.kind).toBe('fetched');
  return answer.kind === 'fetched'
    ? answer.value
    : { conversationId: '', token: '', greeting: { text: '', language: '' } };
}

const noWait = async () => undefined;

describe('createChatClient', () => {
  it.each([
    ['at once', [0]],
    ['in the middle', [2_000]],
    ['twice', [300, 40]],
    ['just before the end', [6_500]],
    ['again and again', [0, 500, 100, 1_000]],
  ])('hears a reply whole, once, when the line is cut %s', async (_name, cuts) => {
    const chat = createScriptedChat();
    const { url } = await startTestServer({ chat });
    const client = createChatClient(await startCuttingProxy(url, cuts), noWait);
    const conversation = await startedBy(client);
    const heard: Reply[] = [];
    let lost = 0;
    const answer = await client.say(conversation, {
      text: 'a scarf',
      clientMessageId: 'm-1',
      onReply: (reply) => heard.push(reply),
      onLost: () => {
        lost += 1;
      },
    });
    const [turn] = await chat.history(conversation);
    expect(answer).toMatchObject({ kind: 'fetched', value: { text: turn?.turn.text, isComplete: true } });
    expect(heard.at(-2)?.text).toBe(turn?.turn.text);
    expect(lost).toBe(cuts.length);
    expect(chat.handled).toHaveLength(1);
  });

  it('gives up when the line stays dead', async () => {
    const { url } = await startTestServer();
    const conversation = await startedBy(createChatClient(url));
    const client = createChatClient(await startCuttingProxy(url, [0, 0, 0, 0, 0, 0]), noWait);
    const said = { text: 'a', clientMessageId: 'm-1', onReply: () => undefined, onLost: () => undefined };
    expect(await client.say(conversation, said)).toEqual({ kind: 'failed', failure: 'offline' });
  });

  it('tells failures apart', async () => {
    const { url } = await startTestServer({ settings: { FLOORWALKER_LIMIT_MESSAGES_PER_MINUTE: '1' } });
    const client = createChatClient(url, noWait);
    const conversation = await startedBy(client);
    const say = (text: string, to = conversation) =>
      client.say(to, { text, clientMessageId: text, onReply: () => undefined, onLost: () => undefined });
    expect(await say('a', { ...conversation, token: 'wrong' })).toEqual({ kind: 'failed', failure: 'gone' });
    expect(await say(' ')).toEqual({ kind: 'failed', failure: 'refused' });
    expect(await say('b')).toEqual({ kind: 'failed', failure: 'too-many' });
    expect(await createChatClient('http://127.0.0.1:9').start({ personalization: false })).toEqual({
      kind: 'failed',
      failure: 'offline',
    });
  });
});
