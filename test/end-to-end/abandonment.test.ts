import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type FakeOpenAi, good, goodJson, startFakeOpenAi, status } from '../support/fake-openai/server.ts';
import { type OpenConversation, postJson, readEvents, startConversation } from '../support/http.ts';

const STREAM = { Accept: 'text/event-stream' };
let fake: FakeOpenAi;
let server: DemoServer;

beforeAll(async () => {
  fake = await startFakeOpenAi({ mode: { kind: 'hang' } });
  server = await demoServer({
    FLOORWALKER_CHAT_MODEL: 'openai:test',
    FLOORWALKER_CHAT_BASE_URL: fake.baseUrl,
    FLOORWALKER_CHAT_PARSE_TIMEOUT_MS: '20000',
    FLOORWALKER_CHAT_REPLY_TIMEOUT_MS: '20000',
    FLOORWALKER_LIMIT_ABANDONED_MS: '100',
  });
});
afterAll(async () => {
  await server.close();
  await fake.close();
});

/** Says something and leaves as soon as an event of a kind was heard. @returns What was heard. */
async function sayAndLeave({ path, headers }: OpenConversation, text: string, lastHeard: string) {
  const leaving = new AbortController();
  const response = await fetch(`${path}/messages`, {
    method: 'POST',
    headers: { ...headers, ...STREAM, 'Content-Type': 'application/json' },
    body: JSON.stringify({ text }),
    signal: leaving.signal,
  });
  let wire = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    wire += decoder.decode(chunk, { stream: true });
    if (readEvents(wire.slice(0, wire.lastIndexOf('\n\n') + 2)).some(({ name }) => name === lastHeard)) break;
  }
  leaving.abort();
  return readEvents(wire.slice(0, wire.lastIndexOf('\n\n') + 2));
}

const textOf = (events: ReturnType<typeof readEvents>) =>
  events
    .filter(({ name }) => name === 'reply-delta')
    .map(({ data }) => data.text)
    .join('');

async function comeBack({ path, headers }: OpenConversation, lastEventId: string) {
  const response = await fetch(`${path}/messages`, {
    headers: { ...headers, ...STREAM, 'Last-Event-ID': lastEventId },
  });
  return readEvents(await response.text());
}

it('stops asking the model for a shopper who has left, and ends the turn by the template', async () => {
  const talk = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  const before = fake.abandoned();
  const heard = await sayAndLeave(talk, 'a warm scarf under 60', 'products-available');
  await expect.poll(() => fake.abandoned(), { timeout: 5_000 }).toBeGreaterThan(before);
  const rest = await comeBack(talk, heard.at(-1)?.id ?? '');
  const turn = rest.at(-1)?.data;
  expect(turn).toMatchObject({
    understoodBy: 'embedded',
    repliedBy: 'embedded',
    degraded: expect.arrayContaining([{ component: 'chat-model', reason: 'abandoned' }]),
  });
  expect(textOf(heard) + textOf(rest)).toBe(turn.text);
  const { messages } = await (await fetch(`${talk.path}/messages`, { headers: talk.headers })).json();
  expect(messages.map(({ turn: { text } }: (typeof messages)[number]) => text)).toEqual([turn.text]);
});

it('keeps the words that were said before the shopper left as they were', async () => {
  const talk = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  fake.setMode(status(500));
  const said = await postJson(`${talk.path}/messages`, { text: 'a warm scarf under 60' }, talk.headers);
  const first = (await said.json()).products[0];
  const sentence = `The ${first.title} would be my choice for you.`;
  fake.setMode(({ body }) =>
    body.stream === true
      ? {
          kind: 'drip-then-stall',
          answer: `${sentence} It costs ${first.price.formatted}, and there is more to say.`,
          afterCharacters: sentence.length + 12,
        }
      : goodJson({
          language: 'en',
          confidence: 0.9,
          commands: [{ type: 'find', query: 'warm scarf', constraints: [] }],
        }),
  );
  const before = fake.abandoned();
  const heard = await sayAndLeave(talk, 'a warm scarf under 60', 'reply-delta');
  await expect.poll(() => fake.abandoned(), { timeout: 5_000 }).toBeGreaterThan(before);
  const rest = await comeBack(talk, heard.at(-1)?.id ?? '');
  const turn = rest.at(-1)?.data;
  expect(turn.repliedBy).toBe('model');
  expect(textOf(heard)).toContain(first.title);
  expect(textOf(heard) + textOf(rest)).toBe(turn.text);
});

it('goes on asking while somebody waits, also one who came back', async () => {
  const talk = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  fake.setMode(({ body }) =>
    body.stream === true
      ? good('These would keep you warm.')
      : {
          kind: 'slow',
          delayMs: 600,
          answer: JSON.stringify({
            language: 'en',
            confidence: 0.9,
            commands: [{ type: 'find', query: 'scarf', constraints: [] }],
          }),
        },
  );
  const heard = await sayAndLeave(talk, 'a warm scarf under 60', 'reply-start');
  const rest = await comeBack(talk, heard.at(-1)?.id ?? '');
  const reasons = (rest.at(-1)?.data.degraded ?? []).map(({ reason }: { reason: string }) => reason);
  expect(reasons).not.toContain('abandoned');
});
