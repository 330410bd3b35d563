import { describe, expect, it } from 'vitest';
import { createTrainingDesk } from '../../../src/chat/training-desk.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { startTestServer } from '../../support/http.ts';
import { learnNothing } from '../../support/learn-nothing.ts';

const TOKEN = 'administration-token-of-this-test';
const STARTED_AT_MS = 1_700_000_000_000;

type DeskOptions = Parameters<typeof createTrainingDesk>[0];

async function open(parts: Partial<DeskOptions> = {}) {
  const desk = createTrainingDesk({
    train: learnNothing,
    versions: async () => [],
    rollBack: async () => ({ version: 1, replaced: 2 }),
    refresh: async () => undefined,
    clock: () => STARTED_AT_MS,
    ...parts,
  });
  const settings = { FLOORWALKER_ADMIN_TOKEN: TOKEN };
  const { url } = await startTestServer({ settings, training: desk });
  const call = async (method: string, path = '', body?: unknown, token = TOKEN) => {
    const response = await fetch(`${url}/v1/training${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  return { desk, call };
}

describe('/v1/training', () => {
  it('is for the shop itself', async () => {
    const { call } = await open();
    for (const [method, path] of [['GET'], ['POST'], ['POST', '/rollback']] as const)
      expect(await call(method, path, undefined, 'a-guess')).toMatchObject({ status: 401 });
  });

  it('answers at once, tells how far it is, refuses to begin twice, and tells the result', async () => {
    const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<typeof learnNothing>>>();
    const forced: boolean[] = [];
    const refreshes: number[] = [];
    const { desk, call } = await open({
      train: (force, onProgress) => {
        forced.push(force);
        onProgress({ step: 'read', done: 3 });
        return promise;
      },
      refresh: async () => void refreshes.push(1),
    });
    expect((await call('GET')).body).toEqual({ job: { state: 'idle' }, versions: [] });
    expect(await call('POST', '', { force: true })).toMatchObject({ status: 202 });
    expect((await call('GET')).body.job).toEqual({
      state: 'running',
      startedAtMs: STARTED_AT_MS,
      progress: { step: 'read', done: 3 },
    });
    expect(await call('POST')).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    expect(await call('POST', '/rollback')).toMatchObject({ status: 409 });

    resolve(await learnNothing());
    await desk.settled();
    expect(await call('GET')).toMatchObject({ status: 200, body: { job: { state: 'done' } } });
    expect([forced, refreshes]).toEqual([[true], [1]]);
    expect(await call('POST')).toMatchObject({ status: 202 });
  });

  it('tells why learning failed, and lets it begin again', async () => {
    const { desk, call } = await open({
      train: async () => {
        throw new AssistantError('DATABASE_FAILED', 'The disk is full');
      },
    });
    await call('POST');
    await desk.settled();
    expect((await call('GET')).body.job).toMatchObject({
      state: 'failed',
      failure: { code: 'DATABASE_FAILED', message: 'The disk is full' },
    });
    expect(await call('POST')).toMatchObject({ status: 202 });
  });

  it('goes back to the version before, brings it into answers, and says when there is none', async () => {
    const refreshes: number[] = [];
    const { call } = await open({ refresh: async () => void refreshes.push(1) });
    expect(await call('POST', '/rollback')).toEqual({ status: 200, body: { version: 1, replaced: 2 } });
    expect(refreshes).toEqual([1]);
    const none = await open({
      rollBack: async () => {
        throw new AssistantError('CONFLICT', 'There is no version of the models to go back to');
      },
    });
    expect(await none.call('POST', '/rollback')).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
  });

  it('refuses what it does not know', async () => {
    const { call } = await open();
    expect(await call('POST', '', { forced: true })).toMatchObject({ status: 400 });
  });
});
