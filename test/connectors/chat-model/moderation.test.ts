import { expect, it } from 'vitest';
import { createModeration } from '../../../connectors/chat-model/moderation.ts';
import { good, status } from '../../support/fake-openai/server.ts';
import { fake, never } from './openai-support.ts';

const at = (server: { readonly baseUrl: string }, timeoutMs = 5_000) =>
  createModeration({ baseUrl: server.baseUrl, timeoutMs });

it('tells what a flagged message is unsafe for, the gravest first, and nothing of others', async () => {
  const server = await fake(good(''), {
    flaggedFor: (text) => (text.includes('hurt') ? ['harassment', 'self-harm/intent'] : []),
  });

  expect(await at(server).judge('I want to hurt myself', never)).toBe('self-harm');
  expect(await at(server).judge('a red scarf', never)).toBeUndefined();
  expect(server.requests.map(({ path }) => path)).toEqual(['/v1/moderations', '/v1/moderations']);
});

it('flags nothing where there is no moderation, it fails, or it does not come in time', async () => {
  const without = await fake(good(''));
  const failing = await fake(status(500), { flaggedFor: 'mode' });
  const hanging = await fake({ kind: 'hang' }, { flaggedFor: 'mode' });

  expect(await at(without).judge('hello', never)).toBeUndefined();
  expect(await at(failing).judge('hello', never)).toBeUndefined();
  expect(await at(hanging, 100).judge('hello', never)).toBeUndefined();
});

it('leaves an endpoint without moderation alone after a while', async () => {
  const server = await fake(good(''));
  const moderation = at(server);
  for (let message = 0; message < 12; message += 1) await moderation.judge('hello', never);

  expect(server.requests).toHaveLength(5);
});

it('tells of every call that was made', async () => {
  const calls: unknown[] = [];
  const onCall = (call: unknown) => void calls.push(call);
  const flagging = await fake(good(''), { flaggedFor: () => [] });
  const without = await fake(good(''));
  for (const { baseUrl } of [flagging, without])
    await createModeration({ baseUrl, timeoutMs: 5_000, onCall }).judge('hello', never);
  const call = { purpose: 'moderate', model: 'openai:moderation', inputTokens: 0 };
  expect(calls).toEqual([
    { ...call, failed: false },
    { ...call, failed: true },
  ]);
});
