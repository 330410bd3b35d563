import { describe, expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { restoreSellers } from '../../src/chat/exposure-log.ts';
import { createFairnessReport } from '../../src/chat/exposure-report.ts';
import type { Database } from '../../src/ports/database.ts';
import { SCARVES } from '../support/small-shop.ts';
import { stockedShop } from '../support/stocked-shop.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 2, 1);
const { signal } = new AbortController();

/** `days` before now, `lists` lists of these products, one a minute. */
async function show(
  database: Database,
  { days, lists, productIds }: { days: number; lists: number; productIds: readonly string[] },
): Promise<void> {
  const rows = Array.from({ length: lists }, (_, list) =>
    productIds.map((productId, index) => ({
      messageId: `${days}-${list}`,
      position: index + 1,
      conversationId: '',
      surface: 'recommendations',
      shopperId: list % 2 === 0 ? null : 'shopper',
      productId,
      score: 1,
      propensity: 1,
      rankingVersion: 'test',
      strategy: null,
      shownAtMs: NOW_MS - days * DAY_MS + list * 60_000,
    })),
  ).flat();
  await database.transaction(async (query) => {
    await query.insertInto('impressions').values(rows).execute();
  });
}

async function opened() {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  const shop = await stockedShop(SCARVES.map((scarf, index) => ({ ...scarf, brand: `brand ${index % 2}` })));
  const productIds: string[] = [];
  for await (const { productId } of shop.store.all()) productIds.push(productId);
  return {
    database,
    shop,
    productIds,
    read: () => createFairnessReport({ database, shop: () => shop, clock: () => NOW_MS })(signal),
  };
}

describe('the fairness report', () => {
  it('measures the last seven days by surface and consent, and is empty before anything was shown', async () => {
    const { database, productIds, read } = await opened();
    expect((await read()).groups).toEqual([]);
    await show(database, { days: 3, lists: 4, productIds: productIds.slice(0, 3) });
    await show(database, { days: 30, lists: 4, productIds });
    const { groups, complete } = await read();
    expect(complete).toBe(true);
    const of = (consented: boolean) => groups.find((group) => group.consented === consented);
    expect(groups.map(({ surface, measures }) => [surface, measures.lists])).toEqual([
      ['recommendations', 2],
      ['recommendations', 2],
    ]);
    // The same shopper saw the same list twice; strangers are taken for different ones.
    expect([of(false), of(true)].map((group) => group?.measures.repeated)).toEqual([0, 0.5]);
    expect(of(true)?.drifts).toEqual([]);
  });

  it('tells what moved by more than a tenth since the week before, where enough lists were shown', async () => {
    const { database, productIds, read } = await opened();
    await show(database, { days: 3, lists: 120, productIds: productIds.slice(0, 2) });
    await show(database, { days: 10, lists: 120, productIds: productIds.slice(0, 4) });
    const [group] = (await read()).groups;
    expect(group?.before?.lists).toBe(60);
    expect(group?.drifts.find(({ measure }) => measure === 'coverage')?.change).toBeCloseTo(-0.5, 9);
  });
});

describe('restoreSellers', () => {
  it('takes the lists of the log up into the accounts of their sellers', async () => {
    const { database, shop, productIds } = await opened();
    await show(database, { days: 1, lists: 5, productIds: productIds.slice(0, 3) });
    expect(await restoreSellers(database, shop, { nowMs: NOW_MS, signal })).toBe(5);
    const accounts = shop.ranking.current().sellers.accounts();
    const total = accounts.reduce((sum, { exposure }) => sum + exposure, 0);
    const merit = accounts.reduce((sum, account) => sum + account.merit, 0);
    expect(total).toBeGreaterThan(0);
    expect(merit).toBeGreaterThan(0);
  });
});
