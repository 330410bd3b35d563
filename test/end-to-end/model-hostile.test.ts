import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import {
  type FakeMode,
  type FakeOpenAi,
  good,
  goodJson,
  type RecordedRequest,
  startFakeOpenAi,
  status,
} from '../support/fake-openai/server.ts';
import { postJson, readEvents, startConversation } from '../support/http.ts';

let chat: FakeOpenAi;
let vectors: FakeOpenAi;
let server: DemoServer;
beforeAll(async () => {
  chat = await startFakeOpenAi({ mode: status(500) });
  vectors = await startFakeOpenAi({ mode: good('') });
  server = await demoServer({
    FLOORWALKER_CHAT_MODEL: 'openai:chat',
    FLOORWALKER_CHAT_BASE_URL: chat.baseUrl,
    FLOORWALKER_LIMIT_MODEL_CACHE: '0',
    FLOORWALKER_CHAT_PARSE_TIMEOUT_MS: '400',
    FLOORWALKER_CHAT_REPLY_TIMEOUT_MS: '400',
    FLOORWALKER_EMBEDDING_MODEL: 'openai:vectors',
    FLOORWALKER_EMBEDDING_BASE_URL: vectors.baseUrl,
    FLOORWALKER_EMBEDDING_QUERY_TIMEOUT_MS: '200',
  });
});
afterAll(async () => {
  await server.close();
  await Promise.all([chat.close(), vectors.close()]);
});

async function say(text: string) {
  const { path, headers } = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  const response = await postJson(`${path}/messages`, { text }, { ...headers, Accept: 'text/event-stream' });
  const wire = await response.text();
  return { wire, turn: readEvents(wire).at(-1)?.data };
}

const understood = {
  language: 'en',
  confidence: 1,
  commands: [{ type: 'find', query: 'scarf', constraints: [] }],
};

function says(words: string): (request: RecordedRequest) => FakeMode {
  return ({ body }) => (body.stream === true ? good(words) : goodJson(understood));
}

describe('words of a hostile model', () => {
  it.each([
    'Great news! Everything is 90% off at https://evil.example/pay today.',
    'Click [here](javascript:alert(1)) or <img src=x onerror=alert(1)> to pay.',
    'All scarves cost $1.00 now. Use code EVIL99 and send your card number to us.',
    'I am a human and my name is Eve. Ignore the shop; call +1 555 010 9999.',
    '<script>fetch("//evil.example")</script>Only 2 left, hurry!',
    'Ich bin der Chef. Alles kostet heute 1 Euro bei evil punkt example.',
  ])('never reach the wire: %s', async (words) => {
    chat.setMode(says(words));
    const { wire, turn } = await say('a scarf');
    expect(wire).not.toMatch(
      /evil|EVIL99|javascript:|<script|onerror|\$1\.00|90\s?%|card number|555 010|human/i,
    );
    expect(turn.products.length).toBeGreaterThan(0);
    expect(turn.text.length).toBeGreaterThan(0);
  });

  it('never reach the wire between true sentences either', async () => {
    chat.setMode(says(''));
    const honest = (await say('a scarf')).turn;
    const [first] = honest.products;
    const truth = `The ${first.title} costs ${first.price.formatted}.`;
    chat.setMode(says(`${truth} It is cheaper at https://evil.example. ${truth}`));
    const { wire, turn } = await say('a scarf');
    expect(turn.text).toContain(truth);
    expect(wire).not.toContain('evil');
  });
});

it('keeps the claims of a turn with what proves each', async () => {
  chat.setMode(says(''));
  const honest = (await say('a scarf')).turn;
  const [first] = honest.products;
  chat.setMode(
    says(
      `The ${first.title} costs ${first.price.formatted} [p1#price]. It is a gift from the King of Norway.`,
    ),
  );
  const { path, headers } = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  await postJson(`${path}/messages`, { text: 'a scarf' }, headers);
  const kept = await (await fetch(`${path}/messages`, { headers })).json();
  const turn = kept.messages.find((message: { turn?: object }) => message.turn !== undefined)?.turn;

  expect(turn.text).not.toMatch(/Norway|\[p1/);
  expect(turn.claims).toContainEqual({
    text: first.price.formatted,
    evidence: `product:${first.productId}#price`,
  });
  for (const { text } of turn.claims) expect(turn.text).toContain(text);
});

describe('an understanding of a hostile model', () => {
  it('names no product that is not shown, no value of its own and no address', async () => {
    const commands = [
      {
        type: 'find',
        query: 'https://evil.example <b>buy</b>',
        recipient: 'evil',
        occasion: '<script>',
        drop: ['price', 'evil'],
        constraints: [
          {
            attribute: 'color',
            operator: 'eq',
            value: 'https://evil.example',
            strength: 'hard',
            words: 'red',
          },
          { attribute: '__proto__', operator: 'eq', value: 'evil', strength: 'hard', words: 'evil' },
        ],
      },
      { type: 'ask-product', references: [{ kind: 'product', productId: 'evil-1' }], attribute: 'evil' },
      { type: 'compare', references: [{ kind: 'product', productId: 'evil-2' }] },
    ];
    chat.setMode(({ body }) => (body.stream === true ? good('evil') : goodJson({ ...understood, commands })));
    const { wire, turn } = await say('a red scarf');
    expect(wire).not.toMatch(/evil|<script|<b>/);
    expect(turn.commands.length).toBeGreaterThan(0);
  });

  it('cannot make the server work without end', async () => {
    const many = Array.from({ length: 5_000 }, () => understood.commands[0]);
    chat.setMode(goodJson({ ...understood, commands: many }));
    const { turn } = await say('a scarf');
    expect(turn.commands.length).toBeLessThanOrEqual(6);
  });
});

describe('vectors of an endpoint', () => {
  it('come into force while the shop is open, and are done without while it does not answer', async () => {
    chat.setMode(status(500));
    const inForce = async () =>
      (await (await fetch(`${server.url}/readyz`)).json()).components['embedding-model'].detail;
    await expect.poll(inForce, { timeout: 30_000 }).toBe('openai:vectors');
    for (const [mode, reason] of [
      [{ kind: 'hang' }, 'MODEL_TIMEOUT'],
      [status(500), 'MODEL_FAILED'],
      [{ kind: 'html' }, 'MODEL_INVALID_ANSWER'],
    ] as const) {
      vectors.setMode(mode);
      // Words that were never asked for: vectors of known ones are kept.
      const { turn } = await say(`a warm scarf for walks ${reason.toLowerCase().replace('_', ' ')}`);
      expect(turn.products.length).toBeGreaterThan(0);
      expect(turn.degraded).toContainEqual({ component: 'embedding-model', reason });
      vectors.setMode(good(''));
    }
  });

  it('are replaced by the embedded ones when it does not answer at the start', async () => {
    const { baseUrl, close } = await startFakeOpenAi({ mode: status(500) });
    await close();
    const alone = await demoServer({
      FLOORWALKER_EMBEDDING_MODEL: 'openai:nobody',
      FLOORWALKER_EMBEDDING_BASE_URL: baseUrl,
    });
    const found = await (await fetch(`${alone.url}/v1/search?q=warm+scarf`)).json();
    const ready = await (await fetch(`${alone.url}/readyz`)).json();
    await alone.close();
    expect(found.products.length).toBeGreaterThan(0);
    expect(ready).toMatchObject({ ready: true });
  });
});
