import { createHash } from 'node:crypto';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Product } from '../domain/product.ts';
import type { Database, Query } from '../ports/database.ts';
import { toProduct } from './catalogue-store.ts';
import { canonicalProduct, mergeProduct, withoutMarkets } from './merge-product.ts';

/** Rows of one statement: a few milliseconds of work, so that chats go on during an import. */
export const BATCH = 200;

export interface StagedRow {
  readonly position: number;
  readonly productId: string;
  readonly document: string;
  readonly contentHash: string;
}

export function toStagedRow(product: Product, position: number): StagedRow {
  const document = JSON.stringify(canonicalProduct(product));
  return {
    position,
    productId: product.productId,
    document,
    contentHash: createHash('sha256').update(document).digest('hex'),
  };
}

export async function stage(database: Database, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await database.transaction(async (query) => {
    await query
      .insertInto('stagedProducts')
      .values([...rows])
      .execute();
  });
  await letOthersRun();
}

/** Empties the stage; what an interrupted import left behind is never published. */
export async function clearStage(database: Database): Promise<void> {
  const highest = await highestPosition(database.query);
  for (let from = 0; from <= highest; from += BATCH) {
    await database.transaction(async (query) => {
      await query
        .deleteFrom('stagedProducts')
        .where('position', '<', from + BATCH)
        .execute();
    });
    await letOthersRun();
  }
}

async function highestPosition(query: Query): Promise<number> {
  const row = await query
    .selectFrom('stagedProducts')
    .select((expression) => expression.fn.max('position').as('highest'))
    .executeTakeFirst();
  return row?.highest ?? -1;
}

/** What the catalogue held in the imported markets before, and how much of that is gone. */
export interface Losses {
  readonly before: number;
  readonly lost: number;
}

/**
 * Completes the stage to the whole next catalogue: staged products get what the present ones offer elsewhere, and
 * present products that the feed does not hold stay with their other markets, or not at all.
 * Cost: every present product is read once.
 */
export async function completeStage(
  database: Database,
  markets: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Losses> {
  let position = (await highestPosition(database.query)) + 1;
  let before = 0;
  let lost = 0;
  let after = '';
  while (true) {
    signal.throwIfAborted();
    const present = await database.query
      .selectFrom('products')
      .leftJoin('stagedProducts', 'stagedProducts.productId', 'products.productId')
      .select([
        'products.productId',
        'products.document',
        'stagedProducts.position',
        'stagedProducts.document as stagedDocument',
      ])
      .where('products.productId', '>', after)
      .orderBy('products.productId')
      .limit(BATCH)
      .execute();
    const last = present.at(-1);
    if (last === undefined) return { before, lost };
    after = last.productId;
    const carried: StagedRow[] = [];
    const merged: StagedRow[] = [];
    for (const row of present) {
      if (row.document === row.stagedDocument) {
        before += 1;
        continue;
      }
      const product = toProduct(row.document);
      const rest = withoutMarkets(product, markets);
      const soldHere = rest !== product && (rest === undefined || offers(rest) < offers(product));
      if (soldHere) before += 1;
      if (row.stagedDocument !== null && row.position !== null) {
        merged.push(toStagedRow(mergeProduct(product, toProduct(row.stagedDocument), markets), row.position));
        continue;
      }
      if (soldHere) lost += 1;
      if (rest !== undefined) {
        carried.push(toStagedRow(rest, position));
        position += 1;
      }
    }
    await restage(database, merged);
    await stage(database, carried);
  }
}

const offers = (product: Product) =>
  product.variants.reduce((sum, variant) => sum + Object.keys(variant.offers).length, 0);

async function restage(database: Database, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await database.transaction(async (query) => {
    for (const { productId, document, contentHash } of rows) {
      await query
        .updateTable('stagedProducts')
        .set({ document, contentHash })
        .where('productId', '=', productId)
        .execute();
    }
  });
  await letOthersRun();
}
