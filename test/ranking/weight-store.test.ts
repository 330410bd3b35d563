import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createWeightStore } from '../../src/ranking/weight-store.ts';
import type { WeightChanges } from '../../src/ranking/weights.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const TASTE: WeightChanges = { every: { taste: 0.7 } };
const WISH: WeightChanges = { search: { wish: 0.5 } };

async function openStore() {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  return createWeightStore(database);
}

const change = (changes: WeightChanges, atMs = 1) => ({ changes, origin: 'api' as const, atMs });

it('holds the shipped weights before anything is written', async () => {
  const store = await openStore();
  expect(await store.current()).toEqual({ version: 0, changes: {} });
  expect(await store.history()).toEqual([]);
});

it('keeps who changed what and when, newest first', async () => {
  const store = await openStore();
  await store.replace({ ...change(TASTE), author: 'Ada' });
  await store.replace(change(WISH, 2));
  expect(await store.history()).toEqual([
    { version: 2, changes: WISH, origin: 'api', updatedAtMs: 2 },
    { version: 1, changes: TASTE, origin: 'api', updatedAtMs: 1, author: 'Ada' },
  ]);
});

it('makes no new version of the same changes', async () => {
  const store = await openStore();
  await store.replace(change(TASTE));
  expect((await store.replace(change(TASTE, 2))).version).toBe(1);
});

it('refuses a change that was made on another version, and one of two made at once', async () => {
  const store = await openStore();
  await store.replace(change(TASTE));
  const stale = store.replace({ ...change(WISH), expectedVersion: 0 });
  await expect(stale).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
  const editors = await Promise.allSettled(
    [WISH, {}].map((changes) => store.replace({ ...change(changes), expectedVersion: 1 })),
  );
  expect(editors.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('goes back a version, goes back further when asked again, and names what it put back', async () => {
  const store = await openStore();
  await store.replace(change(TASTE));
  await store.replace(change(WISH));
  expect(await store.rollBack({ atMs: 3 })).toMatchObject({
    version: 3,
    changes: TASTE,
    origin: 'rollback:1',
  });
  expect(await store.rollBack({ atMs: 4 })).toMatchObject({ version: 4, changes: {}, origin: 'rollback:0' });
  expect(await store.rollBack({ version: 2, atMs: 5 })).toMatchObject({ version: 5, changes: WISH });
  await expect(store.rollBack({ version: 9, atMs: 6 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('takes a file over once for each content, and leaves what was changed since', async () => {
  const store = await openStore();
  expect(await store.adoptFile('first', TASTE, 1)).toMatchObject({ version: 1 });
  await store.replace(change(WISH));
  expect(await store.adoptFile('first', TASTE, 2)).toBeUndefined();
  expect((await store.current()).changes).toEqual(WISH);
  expect(await store.adoptFile('second', TASTE, 3)).toMatchObject({ version: 3 });
});

it('keeps a bounded number of versions', async () => {
  const store = await openStore();
  for (let round = 0; round < 120; round += 1) await store.replace(change(round % 2 === 0 ? TASTE : WISH));
  expect((await store.history()).map(({ version }) => version)).toEqual(
    Array.from({ length: 50 }, (_, back) => 120 - back),
  );
});
