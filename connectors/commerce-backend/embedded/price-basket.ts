import type { Basket, BasketLine } from '../../../src/domain/commerce.ts';
import type { OfferedVariant, VariantsOf } from '../offered-variants.ts';
import type { BasketRecord } from './records.ts';

/** A basket with the prices of now. What its market is no longer offered is left out: it has no price and cannot be bought. */
export async function priceBasket(
  records: readonly BasketRecord[],
  market: string,
  variantsOf: VariantsOf,
): Promise<Basket> {
  const offered = new Map<string, readonly OfferedVariant[]>();
  for (const { productId } of records)
    if (!offered.has(productId)) offered.set(productId, await variantsOf(productId, market));
  const lines = records.flatMap((record): BasketLine[] => {
    const variants = offered.get(record.productId) ?? [];
    const variant = variants.find(({ variantId }) => variantId === record.variantId);
    if (variant === undefined) return [];
    const { title, options, unitPrice } = variant;
    return [{ ...record, title, options, unitPrice }];
  });
  const [first] = lines;
  if (first === undefined) return { lines };
  // Offers of one market are of one currency.
  const { currency } = first.unitPrice;
  const amountMinor = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice.amountMinor, 0);
  return { lines, total: { amountMinor, currency } };
}
