import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import {
  type FakeMode,
  type FakeOpenAi,
  goodJson,
  type RecordedRequest,
  startFakeOpenAi,
  status,
} from '../support/fake-openai/server.ts';
import { postJson, startConversation } from '../support/http.ts';

let fake: FakeOpenAi;
let server: DemoServer;

const isParse = ({ body }: RecordedRequest) => body.stream !== true;
/** The words of replies are not what is looked at here. */
const understanding =
  (...answers: readonly FakeMode[]) =>
  (request: RecordedRequest): FakeMode => {
    if (!isParse(request)) return status(500);
    const asked = fake.requests.filter(isParse).length - before;
    return answers[Math.min(asked, answers.length) - 1] ?? status(500);
  };
let before = 0;

const answer = (type: string, fields: object = {}, language = 'en') =>
  goodJson({ language, confidence: 0.95, commands: [{ type, ...fields }] });
const wants = (attribute: string, value: string, words: string) => ({
  constraints: [{ attribute, operator: 'eq', value, strength: 'hard', words }],
});

async function say(text: string, mode: (request: RecordedRequest) => FakeMode, locale = 'en-US') {
  const { path, headers } = await startConversation(server.url, { locale, market: locale.slice(-2) });
  before = fake.requests.filter(isParse).length;
  fake.setMode(mode);
  const turn = await (await postJson(`${path}/messages`, { text }, headers)).json();
  return { turn, parses: fake.requests.filter(isParse).slice(before) };
}

beforeAll(async () => {
  fake = await startFakeOpenAi({ mode: status(500) });
  server = await demoServer({
    FLOORWALKER_CHAT_MODEL: 'openai:test',
    FLOORWALKER_CHAT_BASE_URL: fake.baseUrl,
    FLOORWALKER_LIMIT_MODEL_CACHE: '0',
    FLOORWALKER_CHAT_PARSE_TIMEOUT_MS: '2000',
  });
});
afterAll(async () => {
  await server.close();
  await fake.close();
});
// Failures in a row open the circuit; each test shall meet the endpoint itself.
beforeEach(async () => {
  await say('hi', understanding(answer('greet')));
});

it('is asked for an answer of the shop: its attributes, and all values where they are few', async () => {
  const { parses } = await say('a red scarf', understanding(answer('find', { query: 'scarf' })));
  const schema = JSON.stringify(parses[0]?.body.response_format);

  expect(schema).toContain('"not-listed"');
  expect(schema).toMatch(/"const":"color"/);
  expect(schema).toMatch(/"const":"other"/);
});

it('is heard again once when nothing could be kept of its answer', async () => {
  const { turn, parses } = await say(
    'a red scarf',
    understanding({ kind: 'broken-json' }, answer('find', wants('color', 'red', 'red'))),
  );

  expect(turn.understoodBy).toBe('model');
  expect(turn.degraded ?? []).not.toContainEqual(expect.objectContaining({ reason: 'MODEL_INVALID_ANSWER' }));
  expect(parses).toHaveLength(2);
  expect(JSON.stringify(parses[1]?.body.messages)).toContain('could not be used');
});

it('is done without after a second fault, and the shopper gets the embedded answer', async () => {
  const { turn, parses } = await say(
    'a red scarf',
    understanding({ kind: 'wrong-shape' }, { kind: 'broken-json' }),
  );

  expect(turn.understoodBy).toBe('embedded');
  expect(turn.products.length).toBeGreaterThan(0);
  expect(turn.degraded).toContainEqual({ component: 'chat-model', reason: 'MODEL_INVALID_ANSWER' });
  expect(parses).toHaveLength(2);
});

it('may say that the shop does not list a value, which is then said back', async () => {
  const { turn } = await say(
    'an octarine scarf',
    understanding(
      answer('find', {
        constraints: [
          { attribute: 'type', operator: 'eq', value: 'scarf', strength: 'hard', words: 'scarf' },
          {
            attribute: 'color',
            operator: 'eq',
            value: 'not-listed',
            unlisted: 'octarine',
            strength: 'hard',
            words: 'octarine',
          },
        ],
      }),
    ),
  );

  expect(turn.understoodBy).toBe('model');
  expect(turn.need.unknown).toMatchObject([{ words: 'octarine', known: false }]);
  expect(turn.text).toContain('octarine');
});

it('points at nothing that is not on screen', async () => {
  const foreign = { kind: 'product', productId: 'of-another-shop' };
  const { turn } = await say(
    'tell me about that one',
    understanding(answer('ask-product', { references: [foreign] })),
  );

  expect(JSON.stringify(turn.commands)).not.toContain('of-another-shop');
  expect(turn.products).toEqual([]);
});

it('does not change the language of the answer', async () => {
  const { turn } = await say(
    'Ich suche einen roten Schal',
    understanding(answer('find', wants('color', 'red', 'roten'), 'fr')),
    'de-DE',
  );

  expect([turn.understoodBy, turn.language]).toEqual(['model', 'de']);
});

it('is not asked about an opt-out, an erasure or a wish for a person', async () => {
  for (const text of ['stop using my history', 'can I talk to a human?']) {
    const { turn, parses } = await say(text, understanding(answer('greet')));

    expect(turn.understoodBy).toBe('embedded');
    expect(parses).toEqual([]);
  }
});

it('tells what the other parser made of a message, when it asks for something else', async () => {
  const { turn } = await say('a red scarf', understanding(answer('thank')));

  expect(turn).toMatchObject({ understoodBy: 'model', otherReading: [{ type: 'find' }] });
});
