import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createRuleStore } from '../../src/catalog/rule-store.ts';
import type { MerchandisingRule } from '../../src/domain/merchandising.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const RULE: MerchandisingRule = {
  id: 'winter',
  action: { kind: 'pin', position: 1 },
  target: { productIds: ['scarf'] },
  when: {},
  until: '2027-01-01T00:00:00.000Z',
  owner: 'ann',
  note: '',
};

async function openStore(directory = temporaryDirectory()) {
  const database = await openSqliteDatabase({ directory });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await database.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { store: createRuleStore(database), close };
}

const change = (
  rule: MerchandisingRule,
  atMs = 0,
  more: { expectedVersion?: number; limitRules?: number } = {},
) => ({
  rule,
  atMs,
  limitRules: 10,
  ...more,
});

it('keeps rules by their ids, after the process too', async () => {
  const directory = temporaryDirectory();
  const { store, close } = await openStore(directory);
  expect(await store.current()).toEqual({ version: 0, rules: [] });
  await store.write(change(RULE, 1_000));
  await store.write(change({ ...RULE, id: 'autumn' }, 2_000));
  const set = await store.current();
  expect(set).toMatchObject({
    version: 2,
    rules: [
      { id: 'autumn', version: 2 },
      { id: 'winter', version: 1 },
    ],
  });
  await close();
  expect(await (await openStore(directory)).store.current()).toEqual(set);
});

it('makes no new version of the same rule, and keeps when it was first written', async () => {
  const { store } = await openStore();
  const first = await store.write(change(RULE, 1_000));
  expect(await store.write(change(RULE, 2_000))).toEqual(first);
  const second = await store.write(change({ ...RULE, note: 'snow' }, 3_000));
  expect(second).toMatchObject({
    version: 2,
    createdAt: '1970-01-01T00:00:01.000Z',
    updatedAt: '1970-01-01T00:00:03.000Z',
  });
});

it('tells all that a rule has been, newest first, also when it is gone', async () => {
  const { store } = await openStore();
  await store.write(change(RULE, 1_000));
  await store.write(change({ ...RULE, owner: 'bob' }, 2_000));
  await store.remove({ id: 'winter', atMs: 3_000 });
  expect(await store.current()).toEqual({ version: 3, rules: [] });
  const history = await store.history('winter');
  expect(history.map(({ version, rule }) => [version, rule?.owner])).toEqual([
    [3, undefined],
    [2, 'bob'],
    [1, 'ann'],
  ]);
  expect(await store.write(change(RULE, 4_000))).toMatchObject({ createdAt: '1970-01-01T00:00:04.000Z' });
  await expect(store.history('never')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('keeps the last hundred changes of a rule', async () => {
  const { store } = await openStore();
  for (let count = 0; count < 105; count += 1) await store.write(change({ ...RULE, note: `${count}` }));
  const history = await store.history('winter');
  expect([history.length, history[0]?.version, history.at(-1)?.version]).toEqual([100, 105, 6]);
});

it('refuses a change that was made on another version', async () => {
  const { store } = await openStore();
  await store.write(change(RULE, 0, { expectedVersion: 0 }));
  const late = { ...RULE, note: 'late' };
  for (const expectedVersion of [0, 2])
    await expect(store.write(change(late, 0, { expectedVersion }))).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
    });
  await expect(store.remove({ id: 'winter', expectedVersion: 9, atMs: 0 })).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
  });
  expect((await store.current()).version).toBe(1);
});

it('refuses a rule too many, not another version of one there is', async () => {
  const { store } = await openStore();
  await store.write(change(RULE, 0, { limitRules: 1 }));
  await expect(store.write(change({ ...RULE, id: 'more' }, 0, { limitRules: 1 }))).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
  });
  await store.write(change({ ...RULE, note: 'snow' }, 0, { limitRules: 1 }));
  await store.remove({ id: 'winter', atMs: 0 });
  await expect(store.remove({ id: 'winter', atMs: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await store.write(change({ ...RULE, id: 'more' }, 0, { limitRules: 1 }));
});
