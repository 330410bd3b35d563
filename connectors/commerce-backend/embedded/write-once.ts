import type { Buyer, CommerceWrite, WritePreview } from '../../../src/domain/commerce.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import type { Query } from '../../../src/ports/database.ts';
import { writeDigest } from './write-digest.ts';

/** The port promises 72 h; a retry over a long weekend still finds its first attempt. */
const KEPT_MS = 7 * 86_400_000;

/**
 * What the same write did before under this key.
 *
 * @throws {AssistantError} CONFLICT when the key was used for another write, or by somebody else.
 */
export async function findWrite(
  query: Query,
  key: string,
  write: CommerceWrite,
  buyer: Buyer,
): Promise<WritePreview | undefined> {
  const row = await query
    .selectFrom('commerceWrites')
    .select(['writeHash', 'preview'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.writeHash !== hashOf(write, buyer))
    throw new AssistantError('CONFLICT', 'This idempotency key belongs to another write', {
      details: { type: write.type },
    });
  return JSON.parse(row.preview) as WritePreview;
}

/** To be called in the transaction of the effect: both are there, or neither. */
export async function keepWrite(
  query: Query,
  key: string,
  {
    write,
    buyer,
    preview,
    nowMs,
  }: {
    readonly write: CommerceWrite;
    readonly buyer: Buyer;
    readonly preview: WritePreview;
    readonly nowMs: number;
  },
): Promise<void> {
  await query
    .deleteFrom('commerceWrites')
    .where('createdAtMs', '<', nowMs - KEPT_MS)
    .execute();
  await query
    .insertInto('commerceWrites')
    .values({
      key,
      shopperId: buyer.shopperId,
      writeHash: hashOf(write, buyer),
      preview: JSON.stringify(preview),
      createdAtMs: nowMs,
    })
    .execute();
}

const hashOf = (write: CommerceWrite, { shopperId, customerId }: Buyer): string =>
  writeDigest({ write, shopperId, customerId });
