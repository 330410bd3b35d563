import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../../../connectors/database/sqlite.ts';
import { createCatalogueHealth } from '../../../../src/chat/desk/reports/catalogue-health.ts';
import type { Constraint } from '../../../../src/domain/need.ts';
import type { ProductView, Turn } from '../../../../src/domain/turn.ts';
import { limit, writeReported } from '../../../support/reported-talks.ts';
import { NOW_MS, product } from '../../../support/small-shop.ts';
import { stockedShop } from '../../../support/stocked-shop.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';

const { signal } = new AbortController();

const SCARVES = Array.from({ length: 12 }, (_, index) =>
  product({
    ...{ id: `s${index}`, title: `Scarf ${index}`, color: ['red'], priceMinor: 1_000 + index },
    ...(index === 0 ? {} : { material: 'wool' }),
  }),
);

async function open(asked: readonly (readonly Constraint[])[], shown: readonly string[] = []) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  const shop = await stockedShop(SCARVES);
  const products = shown.map((productId) => ({ productId }) as ProductView);
  for (const [index, hard] of asked.entries()) {
    const list: Partial<Turn> = { total: 1, products, need: { query: '', hard, soft: [], unknown: [] } };
    await writeReported(database, {
      ...{ conversationId: `c-${index}`, market: 'US', atMs: NOW_MS + index, turns: [list] },
    });
  }
  let nowMs = NOW_MS;
  const read = createCatalogueHealth({ database, shop: () => shop, clock: () => nowMs });
  const missing = async () => (await read(signal)).faults.find(({ kind }) => kind === 'missing-attribute');
  return {
    read: () => read(signal),
    missing,
    wait: (milliseconds: number) => {
      nowMs += milliseconds;
    },
  };
}

it('counts the lists that a product was left out of because something is not told of it', async () => {
  const wool = limit('material', 'wool');
  const { missing, read } = await open([
    [wool],
    [wool, limit('color', 'red')],
    // It is dearer than this, and would not have been on the list anyway.
    [wool, limit('price', 900, { operator: 'lte' })],
    [wool, limit('color', 'green')],
    [limit('material', 'silk', { operator: 'ne' })],
    [limit('color', 'red')],
  ]);
  expect(await missing()).toMatchObject({
    ...{ attribute: 'material', category: ['Things', 'scarf'], products: 1 },
    examples: [{ productId: 's0', title: 'Scarf 0' }],
    cost: { leftOut: 2 },
  });
  expect((await read()).lists).toBe(6);
});

it('lays beside one another how many products with a fault and without were shown', async () => {
  const { missing } = await open([[limit('color', 'red')]], ['s1', 's2']);
  expect(await missing()).toMatchObject({ cost: { shownShare: 0, othersShownShare: 2 / 11 } });
});

it('names what costs answers first', async () => {
  const { read } = await open([[limit('material', 'wool')]]);
  const { faults, products } = await read();
  expect(products).toBe(12);
  expect(faults.map(({ kind, cost }) => [kind, cost.leftOut])).toEqual([
    ['missing-attribute', 1],
    ['no-description', undefined],
    ['no-picture', undefined],
  ]);
});

it('looks anew after a while', async () => {
  const { read, wait } = await open([]);
  const first = await read();
  wait(200_000);
  expect(await read()).toBe(first);
  wait(200_000);
  expect(await read()).not.toBe(first);
});
