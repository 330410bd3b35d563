import * as z from 'zod';
import type { Buyer, CommerceWrite, WritePreview } from '../../../src/domain/commerce.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import type { Database } from '../../../src/ports/database.ts';
import { writeDigest } from '../embedded/write-digest.ts';

/** What is known of a write by its key: it was begun, and nobody knows how it ended, or it was done. */
export interface KnownWrite {
  readonly state: 'begun' | 'done';
  readonly preview: WritePreview;
}

export interface WriteLedger {
  /** @throws {AssistantError} CONFLICT when the key was used for another write, or by somebody else. */
  find(key: string): Promise<KnownWrite | undefined>;
  keep(key: string, known: KnownWrite): Promise<void>;
  /** Of a write that was refused: it may be tried again. */
  drop(key: string): Promise<void>;
}

/** The port promises 72 h; a retry over a long weekend still finds its first attempt. */
const KEPT_MS = 7 * 86_400_000;

const known = z.object({ state: z.enum(['begun', 'done']), preview: z.unknown() });

/** The keys of one write of one buyer. They are kept before the effect: Shopify and this database share no transaction. */
export function createWriteLedger(
  { query, transaction }: Pick<Database, 'query' | 'transaction'>,
  { write, buyer, nowMs }: { readonly write: CommerceWrite; readonly buyer: Buyer; readonly nowMs: number },
): WriteLedger {
  const { shopperId, customerId } = buyer;
  const writeHash = writeDigest({ write, shopperId, customerId });
  return {
    async find(key) {
      const row = await query
        .selectFrom('commerceWrites')
        .select(['writeHash', 'preview'])
        .where('key', '=', key)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      if (row.writeHash !== writeHash)
        throw new AssistantError('CONFLICT', 'This idempotency key belongs to another write', {
          details: { type: write.type },
        });
      return known.parse(JSON.parse(row.preview)) as KnownWrite;
    },
    keep: (key, told) =>
      transaction(async (writing) => {
        const preview = JSON.stringify(told);
        await writing
          .deleteFrom('commerceWrites')
          .where('createdAtMs', '<', nowMs - KEPT_MS)
          .execute();
        await writing
          .insertInto('commerceWrites')
          .values({ key, shopperId, writeHash, preview, createdAtMs: nowMs })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ preview }))
          .execute();
      }),
    drop: (key) =>
      transaction(async (writing) => {
        await writing.deleteFrom('commerceWrites').where('key', '=', key).execute();
      }),
  };
}
