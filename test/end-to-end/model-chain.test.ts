import { describe, expect, it, onTestFinished } from 'vitest';
import { demoServer } from '../support/demo-server.ts';
import {
  type FakeMode,
  type FakeOpenAiOptions,
  goodJson,
  startFakeOpenAi,
  status,
} from '../support/fake-openai/server.ts';
import { postJson, startConversation } from '../support/http.ts';

const GREETING = { language: 'en', confidence: 0.95, commands: [{ type: 'greet' }] };

/** A shop with a model that behaves as given, and one behind it that works. */
async function shop(
  first: FakeMode,
  settings: Readonly<Record<string, string>> = {},
  options: Partial<FakeOpenAiOptions> = {},
) {
  const endpoint = await startFakeOpenAi({
    mode: ({ body }) => (body.model === 'first' ? first : goodJson(GREETING)),
    ...options,
  });
  onTestFinished(() => endpoint.close());
  const server = await demoServer({
    FLOORWALKER_CHAT_MODEL: 'openai:first, openai:second',
    FLOORWALKER_CHAT_BASE_URL: endpoint.baseUrl,
    ...settings,
  });
  onTestFinished(() => server.close());
  const { path, headers } = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  const say = async (text: string) => {
    const response = await postJson(`${path}/messages`, { text }, headers);
    return { status: response.status, turn: await response.json() };
  };
  const asked = (model: string) => endpoint.requests.filter(({ body }) => body.model === model).length;
  return { say, asked, endpoint };
}

describe('a second model', () => {
  it('is asked when the first fails, and the answer is not degraded', async () => {
    const { say, asked } = await shop(status(500));
    const { status: code, turn } = await say('good evening to all of you');

    expect([code, turn.understoodBy, turn.degraded]).toEqual([200, 'model', undefined]);
    expect(asked('second')).toBe(1);
  });

  it('is asked alone once the circuit of the first is open', async () => {
    const { say, asked } = await shop(status(401), { FLOORWALKER_LIMIT_MODEL_CACHE: '0' });
    for (let turn = 0; turn < 7; turn += 1) await say('good evening to all of you');

    expect([asked('first'), asked('second')]).toEqual([5, 7]);
  });

  it('is asked beside a first that is slow, when that was wished', async () => {
    const { say, asked } = await shop({ kind: 'hang' }, { FLOORWALKER_CHAT_HEDGE_AFTER_MS: '100' });

    expect((await say('good evening to all of you')).turn.understoodBy).toBe('model');
    expect([asked('first'), asked('second')]).toEqual([1, 1]);
  });
});

it('speaks the Responses interface when told to', async () => {
  const { say, endpoint } = await shop(goodJson(GREETING), { FLOORWALKER_CHAT_API: 'responses' });

  expect((await say('good evening to all of you')).turn.understoodBy).toBe('model');
  expect(endpoint.requests[0]?.path).toBe('/v1/responses');
});

it('answers the same opening words of another shopper from memory', async () => {
  const { say, asked } = await shop(goodJson(GREETING));
  await say('good evening to all of you');
  expect(asked('first')).toBe(1);
  expect((await say('good evening to all of you')).turn.understoodBy).toBe('model');
  await say('good evening to all of you, I am anna@example.org');

  expect(asked('first')).toBe(2);
});

it('takes what the endpoint flags as unsafe, when it is asked', async () => {
  const { say } = await shop(
    goodJson(GREETING),
    { FLOORWALKER_CHAT_MODERATION: 'on' },
    { flaggedFor: (text) => (text.includes('shoelaces') ? ['violence'] : []) },
  );
  const { turn } = await say('what could one do with shoelaces');

  expect(turn.commands).toEqual([{ type: 'unsafe', kind: 'violence' }]);
  expect(turn.products).toEqual([]);
});

it('does not start with a provider whose package is missing, and says what to install', async () => {
  await expect(demoServer({ FLOORWALKER_CHAT_MODEL: 'anthropic:claude-sonnet-4-5' })).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
    message: expect.stringContaining('npm install @langchain/anthropic'),
  });
});
