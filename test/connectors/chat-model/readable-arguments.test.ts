import { afterEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { withReadableArguments } from '../../../connectors/chat-model/readable-arguments.ts';
import { callsTools, good } from '../../support/fake-openai/server.ts';
import { throughLangChain } from './langchain-support.ts';
import { fake, never, request } from './openai-support.ts';

afterEach(() => void vi.restoreAllMocks());

const answering = (body: string, init: ResponseInit = {}) =>
  withReadableArguments(
    async () => new Response(body, { headers: { 'content-type': 'application/json' }, ...init }),
  );

const answerWith = (...written: string[]): string =>
  JSON.stringify({
    id: 'x',
    choices: [
      { index: 0, message: { tool_calls: written.map((text) => ({ function: { arguments: text } })) } },
    ],
  });

it('makes arguments that are no JSON readable, and leaves all else as it was', async () => {
  const answered = await (await answering(answerWith('{"a":1}', '{"a": '))('x')).json();
  expect(answered).toEqual(JSON.parse(answerWith('{"a":1}', JSON.stringify({ '': '{"a": ' }))));
});

it.each([answerWith('{}'), '{"choices":[{"message":{"content":"hi"}}]}', '[1, 2]', 'no JSON', ''])(
  'leaves an answer alone that has none: %s',
  async (body) => expect(await (await answering(body)('x')).text()).toBe(body),
);

it('leaves streams and failures alone', async () => {
  const broken = answerWith('{');
  const stream = answering(broken, { headers: { 'content-type': 'text/event-stream' } });
  expect(await (await stream('x')).text()).toBe(broken);
  const failure = answering(broken, { status: 500, headers: { 'content-type': 'application/json' } });
  expect(await (await failure('x')).text()).toBe(broken);
});

it('keeps LangChain from printing anything in a run whose calls are all broken', async () => {
  const printed = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
  const server = await fake([callsTools({ name: 'look', given: '{"broken": ' }), good('done')]);
  const tool = {
    name: 'look',
    description: 'Looks.',
    parameters: z.object({ at: z.string() }),
    call: async () => 'seen',
  };
  const run = { ...request, tools: [tool], mostCalls: 3, deadlineMs: 15_000 };

  const { calls } = await throughLangChain(server).tools.run(run, never);

  expect(calls).toMatchObject([{ name: 'look', accepted: false }]);
  expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
});
