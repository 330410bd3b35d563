import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attended } from '../../src/chat/person-desk.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { deskVisitor } from '../support/desk-visitor.ts';
import { postJson, startConversation } from '../support/http.ts';

const PASSWORD = 'a long enough one';

let server: DemoServer;
let anna: ReturnType<typeof deskVisitor>;
let ben: ReturnType<typeof deskVisitor>;
beforeAll(async () => {
  server = await demoServer();
  anna = deskVisitor(server.url);
  const token = server.engines.join().match(/token (\S+) makes/)?.[1];
  await anna.setUp({ token, email: 'anna@shop.example', firstName: 'Anna', password: PASSWORD });
  const account = { email: 'ben@shop.example', firstName: 'Ben', password: PASSWORD, role: 'agent' };
  ben = await anna.invite(account);
});
afterAll(() => server.close());

async function shopper() {
  const talk = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  return {
    ...talk,
    say: async (text: string) => {
      const response = await postJson(`${talk.path}/messages`, { text }, talk.headers);
      expect(response.status).toBe(200);
      return await response.json();
    },
    attended: async (after = 0): Promise<Attended> =>
      await (await fetch(`${talk.path}/entries?after=${after}`, { headers: talk.headers })).json(),
    back: () => postJson(`${talk.path}/back-to-assistant`, {}, talk.headers),
  };
}

type Shopper = Awaited<ReturnType<typeof shopper>>;

const desk = ({ path }: Shopper, agent: typeof anna, action: string, body: object = {}) =>
  agent.post(`${new URL(path).pathname.replace('/v1/', '/v1/desk/')}/${action}`, body);

describe('a person of the shop', () => {
  it('is asked for, joins, answers in place of the assistant, and hands back', async () => {
    const talk = await shopper();
    const asked = await talk.say('I want to talk to a person');
    expect(asked.handoff).toBeDefined();
    expect(await talk.attended()).toMatchObject({
      handling: { by: 'assistant', waitingSince: expect.any(String) },
      entries: [{ number: 1, kind: 'asked', afterMessageId: asked.messageId }],
    });
    expect((await talk.say('a warm scarf')).products.length).toBeGreaterThan(0);

    expect(await (await desk(talk, anna, 'join')).json()).toEqual({
      by: 'person',
      firstName: 'Anna',
    });
    const passed = await talk.say('which one is the warmest?');
    expect(passed).toMatchObject({ text: '', products: [], repliedBy: 'person' });
    expect((await desk(talk, anna, 'messages', { text: 'The first one.' })).status).toBe(200);
    const { handling, entries } = await talk.attended(1);
    expect(handling).toEqual({ by: 'person', firstName: 'Anna' });
    expect(entries.map(({ kind, text }) => [kind, text])).toEqual([
      ['joined', undefined],
      ['said', 'The first one.'],
    ]);
    expect(entries[1]?.afterMessageId).toBe(passed.messageId);

    expect(await (await desk(talk, anna, 'leave')).json()).toEqual({ by: 'assistant' });
    expect((await talk.say('show me lamps')).products.length).toBeGreaterThan(0);
  });

  it('is one at a time, and leaves when the shopper would rather have the assistant', async () => {
    const talk = await shopper();
    await desk(talk, anna, 'join');
    for (const action of ['join', 'leave', 'messages'])
      expect((await desk(talk, ben, action, action === 'messages' ? { text: 'hi' } : {})).status).toBe(409);
    expect(await (await talk.back()).json()).toEqual({ by: 'assistant' });
    expect((await desk(talk, anna, 'messages', { text: 'still there?' })).status).toBe(409);
    expect((await talk.attended()).entries.map(({ kind }) => kind)).toEqual(['joined', 'left']);
  });

  it('says nothing twice under one id', async () => {
    const talk = await shopper();
    await desk(talk, anna, 'join');
    const message = { text: 'Hello', clientMessageId: 'm-1' };
    const all = await Promise.all(Array.from({ length: 8 }, () => desk(talk, anna, 'messages', message)));
    const numbers = await Promise.all(all.map(async (answer) => (await answer.json()).number));
    expect(new Set(numbers)).toEqual(new Set([2]));
    expect((await talk.attended()).entries).toHaveLength(2);
    const others = await desk(talk, anna, 'messages', { ...message, text: 'Good bye' });
    expect([others.status, (await others.json()).code]).toEqual([409, 'CONFLICT']);
  });

  it('is nobody who has not signed in, and nothing of a foreign conversation is told', async () => {
    const [talk, other] = [await shopper(), await shopper()];
    for (const action of ['join', 'leave', 'messages'])
      expect(
        (await desk(talk, deskVisitor(server.url), action, action === 'messages' ? { text: 'hi' } : {}))
          .status,
      ).toBe(401);
    expect((await fetch(`${talk.path}/entries`, { headers: other.headers })).status).toBe(404);
    expect((await fetch(`${talk.path}/entries`)).status).toBe(401);
  });

  it('tells a listening shopper at once, and goes on after the last number heard', async () => {
    const talk = await shopper();
    const heard = async (headers: Record<string, string>, until: number) => {
      const leaving = new AbortController();
      const response = await fetch(`${talk.path}/entries`, {
        headers: { ...talk.headers, Accept: 'text/event-stream', ...headers },
        signal: leaving.signal,
      });
      const texts: string[] = [];
      let rest = '';
      for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        rest += piece;
        const events = rest.split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) {
          const data = event.split('\n').find((line) => line.startsWith('data: '));
          if (data === undefined) continue;
          const { entries }: Attended = JSON.parse(data.slice('data: '.length));
          texts.push(...entries.map(({ kind, text }) => text ?? kind));
        }
        if (texts.length >= until) break;
      }
      leaving.abort();
      return texts;
    };
    const first = heard({}, 2);
    await desk(talk, anna, 'join');
    await desk(talk, anna, 'messages', { text: 'one' });
    expect(await first).toEqual(['joined', 'one']);
    await desk(talk, anna, 'messages', { text: 'two' });
    expect(await heard({ 'Last-Event-ID': '2' }, 1)).toEqual(['two']);
  });

  it('is forgotten with the conversation', async () => {
    const talk = await shopper();
    await desk(talk, anna, 'join');
    await desk(talk, anna, 'messages', { text: 'a secret' });
    expect((await fetch(talk.path, { method: 'DELETE', headers: talk.headers })).status).toBe(204);
    expect((await desk(talk, anna, 'messages', { text: 'again' })).status).toBe(404);
  });
});
