import { expect, it } from 'vitest';
import { asksTheSame } from '../../src/chat/choose-understanding.ts';
import { toDegradation, understandMessage } from '../../src/chat/understand-message.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Command } from '../../src/domain/command.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { Parser, Understanding } from '../../src/understanding/parser.ts';
import { limit } from '../support/small-shop.ts';
import { US } from '../support/stocked-shop.ts';

const context = { language: 'en', locale: 'en-US', market: US, state: initialState('en'), turn: 1 };
const { signal } = new AbortController();

const understanding = (by: Understanding['by'], commands: readonly Command[]): Understanding => ({
  language: 'en',
  commands,
  confidence: 1,
  by,
  usage: { inputTokens: 0, outputTokens: 0 },
});
const greeting = understanding('embedded', [{ type: 'greet' }]);
const thanks = understanding('model', [{ type: 'thank' }]);
const says = (answer: Understanding): Parser => ({ parse: async () => answer });

it('gives the embedded understanding at once, while the model still reads', async () => {
  const model = Promise.withResolvers<Understanding>();
  const heard = await understandMessage(
    { embedded: says(greeting), model: { parse: () => model.promise } },
    'hi',
    context,
    signal,
  );
  expect(heard.first).toBe(greeting);
  model.resolve(thanks);
  expect(await heard.final).toMatchObject({
    understanding: { by: 'model', commands: thanks.commands },
    other: { by: 'embedded' },
    degraded: [],
  });
});

it('keeps the embedded understanding when the model fails, and says what failed', async () => {
  const failing: Parser = {
    parse: async () => {
      throw new AssistantError('MODEL_UNAVAILABLE', 'Nobody answers', { details: { circuit: 'open' } });
    },
  };
  const { final } = await understandMessage(
    { embedded: says(greeting), model: failing },
    'hi',
    context,
    signal,
  );
  expect(await final).toEqual({
    understanding: greeting,
    degraded: [{ component: 'chat-model', reason: 'circuit-open' }],
  });
});

it('is whole without a model', async () => {
  const { first, final } = await understandMessage({ embedded: says(greeting) }, 'hi', context, signal);
  expect(await final).toEqual({ understanding: first, degraded: [] });
});

it('names a failure by its code, and one that is not ours as internal', () => {
  expect(toDegradation('embedding-model', new AssistantError('MODEL_TIMEOUT', 'slow'))).toEqual({
    component: 'embedding-model',
    reason: 'MODEL_TIMEOUT',
  });
  expect(toDegradation('chat-model', 'thrown').reason).toBe('INTERNAL');
});

const find = (...constraints: Extract<Command, { type: 'find' }>['constraints']): Command => ({
  type: 'find',
  query: 'scarf',
  constraints,
});
const blue = limit('color', 'eq', 'blue');
const cheap = limit('price', 'lt', 6_000);

it.each([
  [
    'in another order, read from other words',
    find(blue, cheap),
    find(cheap, { ...blue, words: 'azul', confidence: 0.3 }),
    true,
  ],
  ['with another strength', find(blue), find({ ...blue, strength: 'soft' }), false],
  ['with another bound', find(cheap), find({ ...cheap, value: 5_000 }), false],
  ['with one limit more', find(blue), find(blue, cheap), false],
  ['of another type', find(), { type: 'greet' } as Command, false],
])('tells whether two wishes ask the same: %s', (_name, left, right, same) => {
  expect(asksTheSame([left], [right])).toBe(same);
});
