import { sql } from 'kysely';
import type { Query } from '../../../src/ports/database.ts';
import type { OfferedVariant, VariantsOf } from '../offered-variants.ts';

/** A variant and how many pieces of it are left for whoever asks. */
export interface FreeVariant extends OfferedVariant {
  /** >= 0; infinite when the shop sells it and counts no pieces. */
  readonly free: number;
}

/**
 * Variants of a product with the pieces nobody else holds: those in stock, less those in other baskets as long as they are held, less
 * those that orders were promised since the catalogue was published. The figures of all markets are taken for one heap: nobody is sold
 * the same piece twice.
 */
export async function freeVariants(
  query: Query,
  variantsOf: VariantsOf,
  {
    productId,
    market,
    holder,
    nowMs,
  }: {
    readonly productId: string;
    readonly market: string;
    /** Whose basket is asked about: what it holds is free to it. */
    readonly holder?: string;
    readonly nowMs: number;
  },
): Promise<FreeVariant[]> {
  const variants = await variantsOf(productId, market);
  if (variants.every(({ stock }) => stock === undefined))
    return variants.map((variant) => ({ ...variant, free: freeOf(variant, 0) }));
  const held = await query
    .selectFrom('basketLines')
    .select(['variantId', sql<number>`sum(quantity)`.as('pieces')])
    .where('productId', '=', productId)
    .where('shopperId', '!=', holder ?? '')
    .where('heldUntilMs', '>', nowMs)
    .groupBy('variantId')
    .execute();
  const promised = await query
    .selectFrom('promisedPieces')
    .select(['variantId', sql<number>`sum(quantity)`.as('pieces')])
    .where('productId', '=', productId)
    .where('promisedAtMs', '>=', (expression) =>
      expression
        .selectFrom('catalogueVersions')
        .select(({ fn }) => fn.coalesce(fn.max('publishedAtMs'), sql<number>`0`).as('newest')),
    )
    .groupBy('variantId')
    .execute();
  const taken = new Map<string, number>();
  for (const { variantId, pieces } of [...held, ...promised])
    taken.set(variantId, (taken.get(variantId) ?? 0) + Number(pieces));
  return variants.map((variant) => ({
    ...variant,
    free: freeOf(variant, taken.get(variant.variantId) ?? 0),
  }));
}

function freeOf({ availability, stock }: OfferedVariant, taken: number): number {
  if (availability === 'preorder') return Number.POSITIVE_INFINITY;
  if (availability === 'out-of-stock') return 0;
  return stock === undefined ? Number.POSITIVE_INFINITY : Math.max(0, stock - taken);
}
