import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import {
  buyer,
  createShopCommerce,
  euros,
  keepShop,
  MANY_ORDERS,
  visitor,
} from '../support/commerce-shop.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { startProcess } from '../support/served-process.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const KILLS = 5;
const WRITER = fileURLToPath(new URL('../support/write-commerce-forever.ts', import.meta.url));
const { signal } = new AbortController();

/** Starts a writer at a number and kills it some time after its first receipt. @returns The last number it had a receipt for. */
async function writeAndKill(directory: string, from: number): Promise<number> {
  const writer = startProcess([directory, String(from)], { command: [process.execPath, WRITER] });
  let acknowledged = from - 1;
  let pending = '';
  for await (const chunk of writer.child.stdout ?? []) {
    if (pending === '' && acknowledged === from - 1)
      setTimeout(() => writer.child.kill('SIGKILL'), randomInt(5, 200));
    const lines = (pending + String(chunk)).split('\n');
    pending = lines.pop() ?? '';
    acknowledged = Number(lines.at(-1) ?? acknowledged);
  }
  expect(await writer.ended, writer.standardError()).toBe('SIGKILL');
  return acknowledged;
}

it('has done a write once or not at all after kill -9, and once when it is repeated under its key', {
  timeout: 60_000,
}, async () => {
  const directory = temporaryDirectory();
  const first = await openSqliteDatabase({ directory });
  await keepShop(first, MANY_ORDERS);
  await first.close();
  let acknowledged = 0;
  for (let round = 0; round < KILLS; round += 1) {
    acknowledged = await writeAndKill(directory, acknowledged + 1);

    const database = await openSqliteDatabase({ directory });
    const backend = createShopCommerce(database, MANY_ORDERS, { clock: () => DEMO_CLOCK_MS });
    const cancelled = async () =>
      (await backend.orders('ann', MANY_ORDERS.orders.length, signal)).filter(
        ({ status }) => status === 'cancelled',
      );
    const balance = async () =>
      (await backend.account('ann', signal))?.methods.find(({ kind }) => kind === 'gift-card')?.balance;
    const pieces = async (number: number) =>
      (await backend.basket(visitor(`${number}`), signal)).lines.map(({ quantity }) => quantity);

    const done = await cancelled();
    expect(done.length - acknowledged).toBeOneOf([0, 1]);
    expect(await balance()).toEqual(euros(40 + 10 * done.length));
    for (const { payments } of done) expect(payments.map(({ kind }) => kind)).toEqual(['payment', 'refund']);
    for (let number = 1; number <= acknowledged; number += 1) expect(await pieces(number)).toEqual([1]);

    const next = acknowledged + 1;
    expect(await pieces(next)).toBeOneOf([[], [1]]);
    for (const _ of ['the cut one', 'again']) {
      const cancel = { type: 'cancel-order', orderNumber: `A-${next}` } as const;
      const add = { type: 'add-line', productId: 'mug', variantId: 'mug-white', quantity: 1 } as const;
      await backend.write(cancel, buyer('ann'), { idempotencyKey: `cancel ${next}`, signal });
      await backend.write(add, visitor(`${next}`), { idempotencyKey: `add ${next}`, signal });
    }
    expect(await pieces(next)).toEqual([1]);
    expect(await cancelled()).toHaveLength(next);
    expect(await balance()).toEqual(euros(40 + 10 * next));
    acknowledged = next;
    await database.close();
  }
  expect(acknowledged).toBeGreaterThan(KILLS);
});
