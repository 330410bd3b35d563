import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createSynonymStore } from '../../src/catalog/synonym-store.ts';
import type { SynonymRule } from '../../src/domain/synonym.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const SOFA: SynonymRule = { kind: 'two-way', locale: '*', words: ['sofa', 'couch'] };
const SHOE: SynonymRule = { kind: 'one-way', locale: 'en', from: ['sneaker'], to: ['trainers'] };

async function openStore(directory = temporaryDirectory()) {
  const database = await openSqliteDatabase({ directory });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await database.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { store: createSynonymStore(database), database, close };
}

const change = (rules: readonly SynonymRule[], atMs = 1) => ({ rules, origin: 'api' as const, atMs });

it('holds nothing before anything is written', async () => {
  const { store } = await openStore();
  expect(await store.current()).toEqual({ version: 0, rules: [] });
});

it('keeps what was written, after the process too', async () => {
  const directory = temporaryDirectory();
  const { store, close } = await openStore(directory);
  const written = await store.replace(change([SOFA, SHOE], 7));
  expect(written).toEqual({ version: 1, rules: [SOFA, SHOE], updatedAtMs: 7 });
  await close();
  const again = await openStore(directory);
  expect(await again.store.current()).toEqual(written);
});

it('makes no new version of the same rules', async () => {
  const { store } = await openStore();
  await store.replace(change([SOFA]));
  expect((await store.replace(change([SOFA], 2))).version).toBe(1);
});

it('refuses a change that was made on another version, and one of two made at once', async () => {
  const { store } = await openStore();
  await store.replace(change([SOFA]));
  const stale = store.replace({ ...change([]), expectedVersion: 0 });
  await expect(stale).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
  const editors = await Promise.allSettled(
    [[SHOE], []].map((rules) => store.replace({ ...change(rules), expectedVersion: 1 })),
  );
  expect(editors.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('takes a file over once for each content, and leaves what was edited since', async () => {
  const { store } = await openStore();
  expect(await store.adoptFile('first', [SOFA], 1)).toMatchObject({ version: 1 });
  await store.replace(change([SHOE]));
  expect(await store.adoptFile('first', [SOFA], 2)).toBeUndefined();
  expect((await store.current()).rules).toEqual([SHOE]);
  expect(await store.adoptFile('second', [SOFA, SHOE], 3)).toMatchObject({ version: 3 });
});

it('keeps a bounded number of versions', async () => {
  const { store, database } = await openStore();
  for (let round = 0; round < 60; round += 1) await store.replace(change(round % 2 === 0 ? [SOFA] : [SHOE]));
  const rows = await database.query.selectFrom('synonymSets').select('version').execute();
  expect(rows.length).toBeLessThanOrEqual(20);
  expect((await store.current()).version).toBe(60);
});
