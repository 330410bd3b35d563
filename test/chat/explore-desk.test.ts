import { expect, it } from 'vitest';
import type { ExplorationDesk } from '../../src/chat/explore-desk.ts';
import { unlinkChoices } from '../../src/customers/unlink-choices.ts';
import type { Database } from '../../src/ports/database.ts';
import { NOW_MS } from '../support/small-shop.ts';
import { deed, FOUND, listRequest, openDesk, served } from './explore-support.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

function show(desk: ExplorationDesk, listId: string, products: readonly string[], atMs = NOW_MS) {
  const choice = desk.chooser.choose(listRequest(listId), FOUND);
  if (choice !== undefined) desk.shown(served(listId, choice, products, atMs));
  return choice;
}

const rewardOf = async ({ query }: Pick<Database, 'query'>, listId: string) =>
  await query
    .selectFrom('choices')
    .select(['reward', 'learned'])
    .where('listId', '=', listId)
    .executeTakeFirstOrThrow();

const stateOf = async ({ query }: Pick<Database, 'query'>) =>
  (
    await query
      .selectFrom('explorationStates')
      .select('document')
      .where('name', '=', 'learned')
      .executeTakeFirst()
  )?.document;

it('rewards the list that a click names, and counts a flood of clicks once', async () => {
  const { desk, database } = await openDesk();
  show(desk, 'a', ['one', 'two']);
  const clicks = Array.from({ length: 50 }, (_, place) => deed('a', 'one', { interactionId: `${place}` }));
  await desk.happened({ interactions: clicks });
  expect(await rewardOf(database, 'a')).toEqual({ reward: 0.1, learned: 0.1 });
  await desk.happened({
    interactions: [deed('a', 'one', { type: 'add-to-cart' }), deed('a', 'three')],
  });
  expect(await rewardOf(database, 'a')).toEqual({ reward: 0.3, learned: 0.3 });
  await desk.happened({
    interactions: [deed('a', 'one', { type: 'purchase' }), deed('a', 'two')],
  });
  expect(await rewardOf(database, 'a')).toEqual({ reward: 1, learned: 1 });
  expect((await desk.report()).learned).toBe(1);
});

it('takes a reward back with the product', async () => {
  const { desk, database } = await openDesk();
  show(desk, 'a', ['one']);
  await desk.happened({ interactions: [deed('a', 'one', { type: 'purchase' })] });
  await desk.happened({ interactions: [deed('a', 'one', { type: 'refund' })] });
  expect(await rewardOf(database, 'a')).toEqual({ reward: 0, learned: 0 });
});

it('gives a click to the list for half an hour, an order for seven days', async () => {
  const { desk, database, time } = await openDesk();
  show(desk, 'a', ['one']);
  time.nowMs = NOW_MS + 31 * MINUTE_MS;
  await desk.happened({ interactions: [deed('a', 'one')] });
  expect((await rewardOf(database, 'a')).reward).toBe(0);
  time.nowMs = NOW_MS + 6 * DAY_MS;
  await desk.happened({ interactions: [deed('a', 'one', { type: 'purchase' })] });
  expect((await rewardOf(database, 'a')).reward).toBe(1);
});

it('learns that a list brought nothing only after its time for a click', async () => {
  const { desk, database, time } = await openDesk();
  show(desk, 'a', ['one']);
  await desk.report();
  expect((await rewardOf(database, 'a')).learned).toBeNull();
  time.nowMs += 32 * MINUTE_MS;
  expect((await desk.report()).learned).toBe(1);
  expect((await rewardOf(database, 'a')).learned).toBe(0);
});

it('judges by lists whose time for a click is over, clicked or not', async () => {
  const { desk, time } = await openDesk();
  for (let list = 0; list < 10; list += 1) show(desk, `${list}`, ['one'], time.nowMs);
  await desk.happened({ interactions: [deed('1', 'one'), deed('2', 'one')] });
  const means = async () =>
    (await desk.report()).strategies.flatMap(({ rewards }) => rewards.recommendations?.mean ?? []);
  expect(new Set(await means())).toEqual(new Set([0]));
  time.nowMs += 32 * MINUTE_MS;
  const settled = await means();
  expect(Math.max(...settled)).toBeGreaterThan(0);
  expect(Math.max(...settled)).toBeLessThanOrEqual(0.1);
  await desk.happened({ interactions: [deed('1', 'one', { type: 'purchase' })] });
  expect(Math.max(...(await means()))).toBeGreaterThan(Math.max(...settled));
});

it('caps what one shopper adds to a day', async () => {
  const { desk, database, time } = await openDesk();
  const buy = async (list: string) => {
    show(desk, list, ['one'], time.nowMs);
    await desk.happened({
      interactions: [deed(list, 'one', { type: 'purchase', shopperId: 'visitor:1' })],
    });
    return (await rewardOf(database, list)).reward;
  };
  expect([await buy('a'), await buy('b'), await buy('c'), await buy('d')]).toEqual([1, 1, 1, 0]);
  time.nowMs += 2 * DAY_MS;
  expect(await buy('e')).toBe(1);
});

it('goes on after a restart as if there had been none', async () => {
  const { desk, database, time } = await openDesk();
  for (let list = 0; list < 20; list += 1) show(desk, `${list}`, ['one']);
  await desk.happened({
    interactions: [deed('3', 'one'), deed('4', 'one', { type: 'purchase' })],
  });
  const again = await openDesk({ database });
  again.time.nowMs = time.nowMs + 40 * MINUTE_MS;
  expect((await again.desk.report()).learned).toBe(20);
  const saved = await stateOf(database);
  const third = await openDesk({ database });
  third.time.nowMs = again.time.nowMs + 2 * MINUTE_MS;
  expect(await third.desk.report()).toEqual(await again.desk.report());
  expect(await stateOf(database)).toBe(saved);
});

it('forgets what was learned in a transaction that failed', async () => {
  const { desk, database } = await openDesk();
  show(desk, 'a', ['one']);
  let isBroken = true;
  const flaky: Database = {
    ...database,
    transaction: async (work) =>
      await database.transaction(async (query) => {
        const result = await work(query);
        if (isBroken) throw new RangeError('The disk is full');
        return result;
      }),
  };
  const { desk: second } = await openDesk({ database: flaky });
  await desk.report();
  await expect(second.happened({ interactions: [deed('a', 'one')] })).rejects.toThrow('full');
  isBroken = false;
  await second.happened({ interactions: [deed('a', 'one')] });
  expect((await second.report()).learned).toBe(1);
  expect((await rewardOf(database, 'a')).reward).toBe(0.1);
});

it('keeps what was learned, and nothing of whom, when a shopper is forgotten', async () => {
  const { desk, database } = await openDesk();
  const choice = show(desk, 'a', ['one']);
  await desk.happened({
    interactions: [deed('a', 'one', { shopperId: 'customer:7' })],
  });
  await database.transaction(async (write) => await unlinkChoices(write, { shopperIds: ['customer:7'] }));
  const row = await database.query.selectFrom('choices').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ shopperId: null, products: '[]', deeds: '{}', reward: 0.1 });
  expect(row.strategy).toBe(choice?.strategy.name);
  await desk.happened({ interactions: [deed('a', 'one', { type: 'purchase' })] });
  expect((await rewardOf(database, 'a')).reward).toBe(0.1);
});

it('refuses to switch off what there is not, or the usual ranking', async () => {
  const { desk } = await openDesk();
  for (const name of ['usual', 'nothing'])
    await expect(desk.switch({ stopped: false, switchedOff: [name] })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
});
