import type { Database } from '../../../src/ports/database.ts';

/** Which cart at Shopify is whose. */
export interface CartStore {
  find(shopperId: string): Promise<string | undefined>;
  keep(shopperId: string, cartId: string, nowMs: number): Promise<void>;
}

/** @param options.keptDays A cart nobody changed for so long is forgotten; Shopify forgets it after 10 days. */
export function createCartStore(
  { query, transaction }: Pick<Database, 'query' | 'transaction'>,
  { keptDays }: { readonly keptDays: number },
): CartStore {
  return {
    async find(shopperId) {
      const row = await query
        .selectFrom('shopifyCarts')
        .select('cartId')
        .where('shopperId', '=', shopperId)
        .executeTakeFirst();
      return row?.cartId;
    },
    keep: (shopperId, cartId, updatedAtMs) =>
      transaction(async (writing) => {
        await writing
          .deleteFrom('shopifyCarts')
          .where('updatedAtMs', '<', updatedAtMs - keptDays * 86_400_000)
          .execute();
        await writing
          .insertInto('shopifyCarts')
          .values({ shopperId, cartId, updatedAtMs })
          .onConflict((conflict) => conflict.column('shopperId').doUpdateSet({ cartId, updatedAtMs }))
          .execute();
      }),
  };
}
