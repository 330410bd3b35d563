import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createIdempotency } from '../../src/server/idempotency.ts';
import type { KeptAnswer } from '../../src/server/route.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const HOUR_MS = 3_600_000;

async function setUp() {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  let nowMs = 1_000 * HOUR_MS;
  const idempotency = createIdempotency({ database, clock: () => nowMs });
  let runs = 0;
  const work = async (): Promise<KeptAnswer> => {
    runs += 1;
    await new Promise((resolve) => setImmediate(resolve));
    return { kind: 'json', status: 201, body: { secretToken: 'abcdef', run: runs } };
  };
  return { database, idempotency, work, runs: () => runs, pass: (ms: number) => (nowMs += ms) };
}

const request = (changes: Partial<{ caller: string; route: string; key: string; body: Buffer }> = {}) => ({
  caller: 'a',
  route: 'POST /x',
  key: 'key',
  body: Buffer.from('{}'),
  ...changes,
});

describe('createIdempotency', () => {
  it('runs a hundred parallel repetitions once and answers all alike', async () => {
    const { idempotency, work, runs } = await setUp();
    const results = await Promise.all(Array.from({ length: 100 }, () => idempotency.once(request(), work)));
    expect(runs()).toBe(1);
    expect(new Set(results.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
    expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it('replays status and body until 72 h have passed', async () => {
    const { idempotency, work, runs, pass } = await setUp();
    const first = await idempotency.once(request(), work);
    pass(71 * HOUR_MS);
    expect(await idempotency.once(request(), work)).toEqual({ answer: first.answer, replayed: true });
    pass(2 * HOUR_MS);
    expect((await idempotency.once(request(), work)).replayed).toBe(false);
    expect(runs()).toBe(2);
  });

  it('refuses a key with another body, also while the first runs', async () => {
    const { idempotency, work } = await setUp();
    const other = request({ body: Buffer.from('{"a":1}') });
    const first = idempotency.once(request(), work);
    await expect(idempotency.once(other, work)).rejects.toMatchObject({ code: 'CONFLICT' });
    await first;
    await expect(idempotency.once(other, work)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('keeps callers and routes apart', async () => {
    const { idempotency, work, runs } = await setUp();
    await idempotency.once(request(), work);
    await idempotency.once(request({ caller: 'b' }), work);
    await idempotency.once(request({ route: 'DELETE /x' }), work);
    expect(runs()).toBe(3);
  });

  it('lets a failed write be tried again', async () => {
    const { idempotency, work } = await setUp();
    const fail = async () => Promise.reject(new RangeError('no'));
    await expect(idempotency.once(request(), fail)).rejects.toThrow('no');
    expect((await idempotency.once(request(), work)).replayed).toBe(false);
  });

  it('stores neither key nor answer in a readable form, and forgets a caller', async () => {
    const { database, idempotency, work, runs } = await setUp();
    await idempotency.once(request({ key: 'my-key' }), work);
    const rows = await database.query.selectFrom('idempotencyKeys').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/my-key|abcdef/);
    await idempotency.forget('a');
    await idempotency.once(request({ key: 'my-key' }), work);
    expect(runs()).toBe(2);
  });
});
