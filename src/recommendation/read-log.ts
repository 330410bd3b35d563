import type { Database } from '../ports/database.ts';
import { isInteractionType } from './history.ts';
import { createInteractionColumns, type InteractionColumns } from './interaction-columns.ts';

const PAGE_ROWS = 10_000;

export interface ShopLog {
  /** Interactions with products of the catalogue. */
  readonly log: InteractionColumns;
  /** Products of the catalogue, with behaviour or without. */
  readonly catalogueSize: number;
}

/**
 * Reads all interactions with products of the catalogue, page after page along the primary key, so that memory holds columns
 * only and writers are never kept waiting.
 *
 * @param onRead Hears how many were read so far.
 */
export async function readLog(
  database: Pick<Database, 'query'>,
  onRead: (rows: number) => void,
): Promise<ShopLog> {
  const products = await database.query.selectFrom('products').select('productId').execute();
  const known = new Set(products.map(({ productId }) => productId));
  const log = createInteractionColumns();
  let after = '';
  let read = 0;
  for (;;) {
    const page = await database.query
      .selectFrom('interactions')
      .selectAll()
      .where('interactionId', '>', after)
      .orderBy('interactionId')
      .limit(PAGE_ROWS)
      .execute();
    for (const row of page) {
      if (!isInteractionType(row.type) || !known.has(row.productId)) continue;
      log.append({
        type: row.type,
        productId: row.productId,
        ...(row.shopperId === null ? {} : { shopperId: row.shopperId }),
        ...(row.sessionId === null ? {} : { sessionId: row.sessionId }),
        ...(row.market === null ? {} : { market: row.market }),
        occurredAtMs: Number(row.occurredAtMs),
        receivedAtMs: Number(row.receivedAtMs),
      });
    }
    read += page.length;
    onRead(read);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS)
      return { log: log.finish(), catalogueSize: known.size };
    after = last.interactionId;
  }
}
