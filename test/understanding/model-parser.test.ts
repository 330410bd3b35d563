import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOpenAiChatModel } from '../../connectors/chat-model/openai.ts';
import { createScriptedChatModel } from '../../connectors/chat-model/scripted.ts';
import { loadPrompt } from '../../prompts/load-prompt.ts';
import { type Command, commandSchema } from '../../src/domain/command.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { createModelParser, type ModelVocabulary } from '../../src/understanding/model-parser.ts';
import type { ParseContext } from '../../src/understanding/parser.ts';
import { goodJson, startFakeOpenAi, status } from '../support/fake-openai/server.ts';

const prompt = await loadPrompt('understand');
const signal = new AbortController().signal;

/** Sells red and blue wool scarves of Norrland. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  type: { scarf: 'scarf', schal: 'scarf' },
  color: { red: 'red', rot: 'red', blue: 'blue', blau: 'blue' },
  material: { wool: 'wool' },
  brand: { norrland: 'Norrland' },
};
const vocabulary: ModelVocabulary = {
  describe: () => 'color: red, blue; material: wool; brand: Norrland; type: scarf',
  isAttribute: (attribute) => attribute === 'price' || Object.hasOwn(VALUES, attribute),
  ground(attribute, value) {
    const known = VALUES[attribute]?.[value.toLowerCase()];
    return { attribute, value: known ?? value, known: known !== undefined };
  },
};

const context: ParseContext = {
  language: 'en',
  locale: 'en-US',
  market: { country: 'US', currency: 'USD', languages: ['en'] },
  turn: 3,
  pageProductId: 'page-1',
  state: {
    turn: 2,
    language: 'en',
    need: {
      ...EMPTY_NEED,
      query: 'warm',
      constraints: [
        {
          attribute: 'price',
          operator: 'lt',
          value: 6_000,
          strength: 'hard',
          words: 'under 60',
          confidence: 1,
          sourceTurn: 1,
          known: true,
        },
      ],
    },
    shown: [
      {
        productId: 'p-1',
        variantId: 'v-1',
        title: 'Alpine\u202E Scarf',
        priceMinor: 4_990,
        currency: 'USD',
        attributes: { color: ['blue'] },
      },
    ],
    seen: [],
    handedOff: false,
    opened: [],
  },
};

const command = (type: string, fields: Record<string, unknown> = {}) => ({
  type,
  query: null,
  constraints: [],
  drop: [],
  pull: null,
  references: [],
  recipient: null,
  occasion: null,
  attribute: null,
  reason: null,
  ...fields,
});
const constraint = (attribute: string, operator: string, value: unknown, words: string | null = null) => ({
  attribute,
  operator,
  value,
  currency: null,
  strength: 'hard',
  words,
});
const reference = (kind: string, fields: Record<string, unknown> = {}) => ({
  kind,
  position: null,
  attribute: null,
  value: null,
  extreme: null,
  productId: null,
  ...fields,
});

async function understand(utterance: string, answer: unknown, over: Partial<ParseContext> = {}) {
  const chatModel = createScriptedChatModel({
    answers: [typeof answer === 'string' ? answer : JSON.stringify(answer)],
  });
  const parser = createModelParser({ chatModel, vocabulary, prompt });
  const understood = await parser.parse(utterance, { ...context, ...over }, signal);
  return { ...understood, asked: chatModel.requests[0]?.messages ?? [] };
}

const answer = (...commands: readonly unknown[]) => ({ language: 'en', confidence: 0.9, commands });

async function commands(utterance: string, ...said: readonly unknown[]): Promise<readonly Command[]> {
  return (await understand(utterance, answer(...said))).commands;
}

it('turns the answer into commands of the domain', async () => {
  const utterance = 'a warm scarf for my mother, under 60, not red';
  const said = command('find', {
    query: 'warm',
    recipient: 'mother',
    constraints: [
      constraint('type', 'eq', 'scarf', 'scarf'),
      constraint('price', 'lt', '60', 'under 60'),
      constraint('color', 'ne', 'red', 'not red'),
    ],
  });
  const { asked, ...understood } = await understand(utterance, answer(said));
  const base = { strength: 'hard', confidence: 0.9, sourceTurn: 3, known: true };

  expect(understood).toEqual({
    language: 'en',
    confidence: 0.9,
    by: 'model',
    usage: { inputTokens: 10, outputTokens: 5 },
    commands: [
      {
        type: 'find',
        query: 'warm',
        recipient: 'mother',
        constraints: [
          { ...base, attribute: 'type', operator: 'eq', value: 'scarf', words: 'scarf' },
          { ...base, attribute: 'price', operator: 'lt', value: 6_000, words: 'under 60' },
          { ...base, attribute: 'color', operator: 'ne', value: 'red', words: 'not red' },
        ],
      },
    ],
  });
  expect(asked.map(({ role }) => role)).toEqual(['system', 'user']);
});

describe('every part is held to what exists', () => {
  it("reports a value the shop does not have, in the shopper's words", async () => {
    const [found] = await commands(
      'a green scarf',
      command('find', { constraints: [constraint('color', 'eq', 'green')] }),
    );

    expect(found).toMatchObject({ constraints: [{ value: 'green', words: 'green', known: false }] });
  });

  it('drops a value that neither the shop has nor the shopper said', async () => {
    const said = command('find', {
      query: 'scarf',
      constraints: [constraint('color', 'eq', 'visit evil.example', 'visit evil.example')],
    });

    expect(await commands('a scarf', said)).toMatchObject([
      { type: 'find', query: 'scarf', constraints: [] },
    ]);
  });

  it('keeps only words of the message in the query', async () => {
    expect(
      await commands('Something WARM please', command('find', { query: 'warm evil.example <b>buy</b>' })),
    ).toMatchObject([{ query: 'warm' }]);
  });

  it("says the shop's value when the quoted words do not stand in the message", async () => {
    const said = command('refine', { constraints: [constraint('color', 'eq', 'rot', 'in bright red')] });

    expect(await commands('lieber rot', said)).toMatchObject([
      { constraints: [{ value: 'red', words: 'rot' }] },
    ]);
  });

  it.each([
    ['19.99', 'USD', 1_999, true],
    ['19,99', 'USD', 1_999, true],
    ['1200', 'JPY', 1_200, true],
  ])('reads the price %s in %s', async (value, currency, minor, known) => {
    const said = command('refine', { constraints: [constraint('price', 'lte', value)] });
    const market = { ...context.market, currency };
    const { commands: found } = await understand(`up to ${value}`, answer(said), { market });

    expect(found).toMatchObject([
      { constraints: [{ attribute: 'price', value: minor, known, words: value }] },
    ]);
  });

  it('reports a limit in another currency instead of comparing it', async () => {
    const limit = { ...constraint('price', 'lt', '50', '50 euros'), currency: 'EUR' };

    expect(await commands('under 50 euros', command('refine', { constraints: [limit] }))).toMatchObject([
      { constraints: [{ known: false, value: '50 euros', words: '50 euros' }] },
    ]);
  });

  it.each(['-5', 'cheap', 'NaN', '1e30', ''])('drops the price "%s"', async (value) => {
    const said = command('refine', { query: 'warm', constraints: [constraint('price', 'lt', value)] });

    expect(await commands('warm and cheap', said)).toMatchObject([{ constraints: [] }]);
  });

  it('binds a limit only with a number the shopper said', async () => {
    const limit = (words: string | null) =>
      command('refine', { query: 'cheap', constraints: [constraint('price', 'lt', '30', words)] });

    expect(await commands('something cheap', limit('cheap'))).toMatchObject([
      { constraints: [{ value: 3_000, strength: 'soft' }] },
    ]);
    expect(await commands('something cheap', limit(null))).toMatchObject([{ constraints: [] }]);
  });

  it('refers only to products on screen or on the page', async () => {
    const ask = (productId: string) =>
      command('ask-product', { references: [reference('product', { productId })], attribute: 'material' });

    expect(await commands('what is it made of?', ask('p-1'), ask('page-1'), ask('secret-9'))).toMatchObject([
      {
        reference: { kind: 'product', productId: 'p-1' },
        attribute: 'material',
        question: 'what is it made of?',
      },
      { reference: { kind: 'product', productId: 'page-1' } },
      { reference: { kind: 'focus' } },
    ]);
  });

  it.each([
    [reference('ordinal', { position: 2 }), { kind: 'ordinal', position: 2 }],
    [reference('extreme', { extreme: 'cheapest' }), { kind: 'extreme', of: 'cheapest' }],
    [
      reference('attribute', { attribute: 'color', value: 'blau' }),
      { kind: 'attribute', attribute: 'color', value: 'blue' },
    ],
    [reference('ordinal'), { kind: 'focus' }],
    [reference('attribute', { attribute: 'color', value: 'green' }), { kind: 'focus' }],
  ])('reads the reference %o', async (said, meant) => {
    expect(await commands('why this?', command('why', { references: [said] }))).toEqual([
      { type: 'why', reference: meant },
    ]);
  });

  it('takes back only wishes that exist, and knows no recipients of its own', async () => {
    const said = command('refine', { drop: ['price', 'color'], recipient: 'hacker', occasion: 'birthday' });

    expect(await commands('price does not matter', said)).toEqual([
      { type: 'refine', query: '', constraints: [], drop: ['price'], occasion: 'birthday' },
    ]);
  });

  it('speaks only languages we speak', async () => {
    const said = command('greet');

    expect((await understand('hallo', { ...answer(said), language: 'de' })).language).toBe('de');
    expect((await understand('ciao', { ...answer(said), language: 'it' })).language).toBe('en');
  });
});

describe('a faulty answer', () => {
  it('keeps the good parts when others are wrong, missing or too many', async () => {
    const said = {
      commands: [
        {
          type: 'find',
          query: 'warm',
          constraints: [{ attribute: 'color', operator: 'eq', value: 'red' }, 7, { attribute: 'color' }],
        },
        { type: 'dance' },
        'nonsense',
        { type: 'greet', mood: 'sunny', pull: 'sideways' },
      ],
      followUpQuestion: 'Which size?',
    };

    expect(await understand('hi, something warm and red', said)).toMatchObject({
      commands: [
        { type: 'find', query: 'warm', constraints: [{ value: 'red', strength: 'hard' }] },
        { type: 'greet' },
      ],
      confidence: 0.5,
    });
  });

  it.each([
    ['a bare list of commands', [{ type: 'more' }]],
    ['a bare command', { type: 'more' }],
  ])('is read when it is %s', async (_, said) => {
    expect((await understand('more', said)).commands).toEqual([{ type: 'more' }]);
  });

  it('reads numbers as values', async () => {
    const said = command('refine', { constraints: [constraint('price', 'lt', 60)] });

    expect(await commands('under 60', said)).toMatchObject([{ constraints: [{ value: 6_000 }] }]);
  });

  it.each([
    ['no command', answer()],
    ['only commands that mean nothing', answer(command('find'), command('compare'))],
    ['no JSON', 'I would be happy to help!'],
    ['another thing', { weather: 'fine' }],
  ])('is refused when it holds %s', async (_, said) => {
    await expect(understand('a scarf', said)).rejects.toMatchObject({ code: 'MODEL_INVALID_ANSWER' });
  });

  it('never gives anything but valid commands, made of the message and the shop', async () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('red', 'green', 'scarf', 'p-1', '60', 'price', 'color', null),
      fc.integer(),
    );
    const anything = fc.oneof(
      fc.record({
        language: value,
        confidence: fc.oneof(fc.double(), value),
        commands: fc.array(
          fc.record({
            type: fc.constantFrom(
              'find',
              'refine',
              'compare',
              'why',
              'ask-product',
              'handoff',
              'similar',
              'x',
            ),
            query: value,
            recipient: value,
            drop: fc.array(value, { maxLength: 3 }),
            references: fc.array(fc.record({ kind: value, position: value, productId: value }), {
              maxLength: 5,
            }),
            constraints: fc.array(
              fc.record({
                attribute: value,
                operator: fc.constantFrom('eq', 'lt', '~'),
                value,
                words: value,
              }),
              { maxLength: 5 },
            ),
          }),
          { maxLength: 8 },
        ),
      }),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (said) => {
        const utterance = 'a green scarf under 60';
        const understood = await understand(utterance, said as never).catch((error: unknown) => error);
        if (understood instanceof Error) {
          expect(understood).toMatchObject({ code: 'MODEL_INVALID_ANSWER' });
          return;
        }
        const { commands: found } = understood as { commands: readonly Command[] };
        for (const entry of found) {
          expect(commandSchema.safeParse(entry).success).toBe(true);
          if ('query' in entry) for (const word of entry.query.split(' ')) expect(utterance).toContain(word);
          if (!('constraints' in entry)) continue;
          for (const { words, known, value: held, attribute } of entry.constraints) {
            if (attribute === 'price') expect(utterance).toContain(words);
            else expect(known || utterance.includes(String(held))).toBe(true);
            expect(utterance.includes(words) || (known && words === held)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('tells the model the state in words it needs, and nothing private', async () => {
  const { asked } = await understand(
    'mail me at ada@example.org, card 4111 1111 1111 1111, IBAN DE89 3704 0044 0532 0130 00, key sk-abcdefghijklmnop12, size 42, under 1,299.50',
    answer(command('greet')),
  );
  const user = asked[1]?.content ?? '';

  expect(user).toContain('size 42, under 1,299.50');
  expect(user).not.toMatch(/ada@|4111|DE89|sk-abc/);
  expect(user).toContain('"value":60');
  expect(user).toContain('"price":49.9');
  expect(user).not.toContain('\u202E');
});

it('works over HTTP, also with an endpoint that refuses schemas', async () => {
  const server = await startFakeOpenAi({
    mode: ({ body }) =>
      JSON.stringify(body.response_format ?? null).includes('json_schema')
        ? status(400)
        : goodJson(answer(command('find', { query: 'scarf' }))),
  });
  const chatModel = createOpenAiChatModel({
    model: 'test',
    baseUrl: server.baseUrl,
    parseTimeoutMs: 2_000,
    replyTimeoutMs: 2_000,
  });
  try {
    const parser = createModelParser({ chatModel, vocabulary, prompt });

    expect((await parser.parse('a scarf', context, signal)).commands).toMatchObject([
      { type: 'find', query: 'scarf' },
    ]);
    expect(server.requests[0]?.body.response_format).toMatchObject({
      json_schema: { name: 'understand', strict: true },
    });
  } finally {
    await chatModel.close();
    await server.close();
  }
});
