import { readdirSync, readFileSync } from 'node:fs';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../../eval/suites/dialogue/signed-in.ts';
import type { OpenService } from '../../src/assembly/open-service.ts';
import { loadConfig, SECRET_SETTINGS } from '../../src/config/config.ts';
import { createServer, type FloorwalkerServer } from '../../src/server/create-server.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { demoService } from '../support/demo-service.ts';
import { deskVisitor } from '../support/desk-visitor.ts';
import {
  type FakeMode,
  type FakeOpenAi,
  good,
  goodJson,
  type RecordedRequest,
  startFakeOpenAi,
  status,
} from '../support/fake-openai/server.ts';
import { type FakeQdrant, startFakeQdrant } from '../support/fake-qdrant/start-fake-qdrant.ts';
import { postJson, startConversation } from '../support/http.ts';
import { TINY_PICTURES } from '../support/tiny-pictures.ts';

/** A value that nothing else has, for every secret setting. The customers' secret is that of those who sign in. */
const CANARIES = {
  ADMIN_TOKEN: 'canary-admin-19fa6d03',
  CUSTOMER_TOKEN_SECRET: 'a-secret-of-the-written-conversations',
  CHAT_API_KEY: 'canary-chat-72c85be1',
  CHAT_OPTIONS: JSON.stringify({ 'openai:second': { apiKey: 'canary-options-3d90ab77' } }),
  EMBEDDING_API_KEY: 'canary-embedding-c4417f20',
  QDRANT_API_KEY: 'canary-qdrant-8be5d612',
  SHOPIFY_STOREFRONT_TOKEN: 'canary-storefront-5a1e93cc',
  SHOPIFY_ADMIN_TOKEN: 'canary-shopify-admin-e07b42d8',
  DESK_OIDC_CLIENT_SECRET: 'canary-open-id-61c0aa9e',
} as const;
const SECRET_WORDS = Object.values(CANARIES).map((value) => /canary[\w-]+/.exec(value)?.[0] ?? value);

const PROMPTS = new URL('../../prompts/', import.meta.url);
const NOT_ENGLISH =
  'Ich habe leider gar nichts gefunden, was dir dazu gefallen könnte, es tut mir sehr leid.';

let chat: FakeOpenAi;
let qdrant: FakeQdrant;
let service: OpenService;
let server: FloorwalkerServer;
let url: string;
let anna: ReturnType<typeof deskVisitor>;
const written: string[] = [];

beforeAll(async () => {
  chat = await startFakeOpenAi({ mode: good('') });
  qdrant = await startFakeQdrant({ apiKey: CANARIES.QDRANT_API_KEY });
  const environment = {
    ...Object.fromEntries(Object.entries(CANARIES).map(([name, value]) => [`FLOORWALKER_${name}`, value])),
    FLOORWALKER_CHAT_MODEL: 'openai:first, openai:second',
    FLOORWALKER_CHAT_BASE_URL: chat.baseUrl,
    FLOORWALKER_CHAT_MODERATION: 'on',
    FLOORWALKER_CHAT_VISION: 'on',
    FLOORWALKER_LIMIT_MODEL_CACHE: '0',
    // A model that failed in one turn is asked again in the next.
    FLOORWALKER_CHAT_CIRCUIT_OPEN_MS: '1',
    FLOORWALKER_EMBEDDING_MODEL: 'openai:vectors',
    FLOORWALKER_EMBEDDING_BASE_URL: chat.baseUrl,
    FLOORWALKER_QDRANT_URL: qdrant.url,
    FLOORWALKER_QDRANT_TIMEOUT_MS: '20000',
    FLOORWALKER_DESK_OIDC_ISSUER: 'http://127.0.0.1:9',
    FLOORWALKER_DESK_OIDC_CLIENT_ID: 'desk',
  };
  const write = (text: string) => void written.push(text);
  service = await demoService(environment);
  server = createServer({
    ...service,
    onlineState: service.behaviour.online.size,
    settings: loadConfig({ ...environment, FLOORWALKER_PORT: '0' }),
    logger: pino({ level: 'trace' }, { write }),
    clock: () => DEMO_CLOCK_MS,
    widgetDirectory: import.meta.dirname,
    version: '0.0.0-test',
  });
  ({ url } = await server.listen());
  anna = deskVisitor(url);
  const token = await service.desk.identity.offerSetup();
  const account = { email: 'anna@shop.example', firstName: 'Anna', password: 'a long enough one 42' };
  expect((await anna.setUp({ token, ...account })).status).toBe(201);
});
afterAll(async () => {
  await server.close(0);
  await service.close();
  await Promise.all([chat.close(), qdrant.close()]);
});

it('has a canary for every setting that is a secret', () => {
  expect(Object.keys(CANARIES).sort()).toEqual([...SECRET_SETTINGS].sort());
});

interface Kind {
  readonly says: readonly string[];
  readonly image?: object;
  /** Language that somebody at the desk reads the conversation in. */
  readonly readIn?: string;
  readonly mode: (request: RecordedRequest) => FakeMode;
}

const isReply = ({ body }: RecordedRequest) => body.stream === true;
const hasTools = ({ body }: RecordedRequest) => body.tools !== undefined;
const commands = (...list: readonly object[]) => goodJson({ language: 'en', confidence: 1, commands: list });
const SEEN = { found: true, kind: 'scarf', color: 'blue', material: 'wool', pattern: '', style: '' };
const FIND = commands({ type: 'find', query: 'scarf', constraints: [] });

/** A whole turn in which each prompt is sent. */
const KINDS: Readonly<Record<string, Kind>> = {
  understand: {
    says: ['a warm scarf'],
    mode: (request) => (isReply(request) ? good('Here you are.') : FIND),
  },
  'understand-repair': {
    says: ['a scarf for the winter'],
    mode: (request) =>
      isReply(request) ? good('Here you are.') : goodJson({ language: 'en', commands: 'none' }),
  },
  'json-only': {
    says: ['a blue scarf'],
    mode: (request) => {
      if (isReply(request)) return good('Here you are.');
      return request.body.response_format === undefined ? FIND : status(400);
    },
  },
  reply: { says: ['a red scarf'], mode: (request) => (isReply(request) ? good('Here you are.') : FIND) },
  'reply-language': {
    says: ['a green scarf'],
    mode: (request) => (isReply(request) ? good(NOT_ENGLISH) : FIND),
  },
  'order-help': {
    says: ['cancel order 10024', 'where is my order 10024?'],
    mode: (request) =>
      hasTools(request) ? good('done') : commands({ type: 'cancel-order', orderNumber: '10024' }),
  },
  'plan-set': {
    says: ['a coat, a scarf and gloves, 250 in total'],
    mode: (request) =>
      hasTools(request) || isReply(request)
        ? good('done')
        : goodJson({ language: 'en', confidence: 0, commands: [{ type: 'out-of-scope' }] }),
  },
  see: {
    says: ['like this one'],
    image: TINY_PICTURES.png,
    mode: (request) => {
      if (isReply(request)) return good('Here you are.');
      return JSON.stringify(request.body).includes('data:image/') ? goodJson(SEEN) : FIND;
    },
  },
  translate: {
    says: ['a brown scarf'],
    readIn: 'de',
    mode: (request) => {
      if (isReply(request)) return good('Here you are.');
      return textOf(request).includes('You translate') ? goodJson({ text: 'ein brauner Schal' }) : FIND;
    },
  },
  /** The endpoint says the key back that it refuses. */
  refused: {
    says: ['a grey scarf'],
    mode: ({ headers }) => status(401, { error: { message: `Incorrect key: ${headers.authorization}` } }),
  },
};

const { signal } = new AbortController();

/** Everything that is answered for the messages: whole, streamed, read again, and how it came about. */
async function answersTo({ says, image, readIn }: Omit<Kind, 'mode'>): Promise<string[]> {
  const signing = { database: service.database, nowMs: DEMO_CLOCK_MS, signal };
  const customerToken = await signIn('ada', signing);
  const { path, headers } = await startConversation(url, { locale: 'en-US', market: 'US', customerToken });
  const admin = { headers: { Authorization: `Bearer ${CANARIES.ADMIN_TOKEN}` } };
  const answers: string[] = [];
  for (const text of says) {
    const whole = await postJson(
      `${path}/messages`,
      { text, ...(image !== undefined && { image }) },
      headers,
    );
    const turn = await whole.text();
    const { messageId } = JSON.parse(turn);
    const trace = await fetch(`${path}/messages/${messageId}/trace`, admin);
    const streamed = await postJson(
      `${path}/messages`,
      { text },
      { ...headers, Accept: 'text/event-stream' },
    );
    answers.push(turn, await trace.text(), await streamed.text());
  }
  const reads = [
    `${path}/messages`,
    `${path}/memory`,
    `${url}/readyz`,
    `${url}/metrics`,
    `${url}/openapi.json`,
  ];
  for (const address of reads) answers.push(await (await fetch(address, { headers })).text());
  const atTheDesk = new URL(path).pathname.replace('/v1/', '/v1/desk/');
  answers.push(await (await anna.get(atTheDesk)).text());
  if (readIn !== undefined) {
    const texts = says.map((text) => ({ text, from: 'en' }));
    answers.push(await (await anna.post(`${atTheDesk}/translations`, { to: readIn, texts })).text());
  }
  for (const address of [`${url}/v1/usage`, `${url}/v1/customers/ada/export`])
    answers.push(await (await fetch(address, admin)).text());
  // Failures are answers too.
  answers.push(await (await postJson(`${path}/messages`, { text: '' }, headers)).text());
  answers.push(await (await fetch(`${path}/messages`, { headers: { Authorization: 'Bearer no' } })).text());
  return answers;
}

/** The first words of a prompt that stand in it as they are. */
function firstWordsOf(name: string): string {
  const [, body = ''] = readFileSync(new URL(`${name}.md`, PROMPTS), 'utf8').split(/^# System$/mu);
  return body.replace(/\s+/gu, ' ').trim().split('{{')[0]?.slice(0, 40) ?? '';
}

/** Whole texts, or texts beside pictures. */
const wordsOf = (content: unknown): string =>
  Array.isArray(content) ? content.map((part) => String(Object(part).text ?? '')).join(' ') : String(content);

const textOf = ({ body }: RecordedRequest): string => {
  const { messages = [] } = body as { readonly messages?: readonly { readonly content?: unknown }[] };
  return messages.map(({ content }) => wordsOf(content).replace(/\s+/gu, ' ')).join('\n');
};

it.each(Object.entries(KINDS))(
  'tells nobody a secret in a turn of this kind: %s',
  async (name, { mode, ...kind }) => {
    const before = chat.requests.length;
    chat.setMode(mode);
    const answers = await answersTo(kind);
    const asked = chat.requests.slice(before);
    // A model is told who asks by its header alone.
    const bodies = asked.map(({ path, body }) => `${path} ${JSON.stringify(body)}`);
    const indexed = qdrant.exchanges.map(({ request, body }) => `${request} ${JSON.stringify(body)}`);
    for (const word of SECRET_WORDS) {
      const told = [...bodies, ...indexed, ...answers, ...written].filter((text) => text.includes(word));
      expect(told).toEqual([]);
    }
    if (name === 'refused') return;
    expect(asked.map(textOf).some((text) => text.includes(firstWordsOf(name)))).toBe(true);
  },
  120_000,
);

it('has a turn for every prompt', () => {
  const prompts = readdirSync(PROMPTS).filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect(prompts.filter((name) => !Object.hasOwn(KINDS, name.slice(0, -'.md'.length)))).toEqual([]);
});
