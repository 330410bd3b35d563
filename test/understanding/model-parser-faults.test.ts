import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOpenAiChatModel } from '../../connectors/chat-model/openai.ts';
import { loadPrompt } from '../../prompts/load-prompt.ts';
import { type Command, commandSchema } from '../../src/domain/command.ts';
import { createModelParser } from '../../src/understanding/model-parser.ts';
import { goodJson, startFakeOpenAi, status } from '../support/fake-openai/server.ts';
import {
  answer,
  command,
  commands,
  constraint,
  context,
  prompt,
  repairPrompt,
  signal,
  understand,
  vocabulary,
} from './model-parser-support.ts';

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
    jsonOnly: await loadPrompt('json-only'),
  });
  try {
    const parser = createModelParser({ chatModel, vocabulary, prompt, repairPrompt, deadlineMs: 1_000 });

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
