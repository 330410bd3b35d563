import { expect, it } from 'vitest';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { Moderation } from '../../src/ports/moderation.ts';
import { createModeratedParser } from '../../src/understanding/moderated-parser.ts';
import type { Parser, Understanding } from '../../src/understanding/parser.ts';
import { context, signal } from './model-parser-support.ts';

const greeting: Understanding = {
  language: 'en',
  commands: [{ type: 'greet' }],
  confidence: 0.9,
  by: 'model',
  usage: { inputTokens: 7, outputTokens: 3 },
};
const greeter: Parser = { parse: async () => greeting };
const silent: Parser = {
  parse: async () => {
    throw new AssistantError('MODEL_TIMEOUT', 'late');
  },
};
const judging = (kind: Awaited<ReturnType<Moderation['judge']>>) => {
  const heard: string[] = [];
  const judge = async (message: string) => {
    heard.push(message);
    return kind;
  };
  return { judge, heard };
};

it('leaves what is not flagged to the parser, with its faults', async () => {
  const fine = judging(undefined);

  expect(await createModeratedParser(greeter, fine).parse('hello', context, signal)).toBe(greeting);
  await expect(createModeratedParser(silent, fine).parse('hello', context, signal)).rejects.toMatchObject({
    code: 'MODEL_TIMEOUT',
  });
});

it.each([
  ['understood', greeter, 7],
  ['failed', silent, 0],
])('takes a flagged message as unsafe when the parser %s', async (_, parser, inputTokens) => {
  const understood = await createModeratedParser(parser, judging('violence')).parse('...', context, signal);

  expect(understood).toMatchObject({
    commands: [{ type: 'unsafe', kind: 'violence' }],
    confidence: 1,
    usage: { inputTokens },
  });
});

it('shows nobody what is private in a message', async () => {
  const fine = judging(undefined);
  await createModeratedParser(greeter, fine).parse('I am anna@example.org', context, signal);

  expect(fine.heard.join()).not.toContain('anna@');
});
