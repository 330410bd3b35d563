import type { Quantity, ReadQuantity } from '../../../src/ports/product-index.ts';
import { isInRange, type RangeFilter } from '../quantity-range.ts';
import type { Segment } from './segment.ts';

/** The values of one attribute that tell a quantity, with the number of the value in the segment. */
export type QuantityColumn = readonly { readonly number: number; readonly quantity: Quantity }[];

/**
 * Numbers of the values in the range. The column of an attribute is read when it is first asked for, and kept: a range
 * then costs a comparison for each distinct value, not for each variant.
 */
export function valuesInRange(segment: Segment, filter: RangeFilter, readQuantity: ReadQuantity): number[] {
  const kept = segment.live.quantities;
  const column = kept.get(filter.attribute) ?? readColumn(segment, filter.attribute, readQuantity);
  kept.set(filter.attribute, column);
  return column.flatMap(({ number, quantity }) => (isInRange(quantity, filter) ? [number] : []));
}

function readColumn({ values }: Segment, attribute: string, readQuantity: ReadQuantity): QuantityColumn {
  return [...(values.numbers.get(attribute) ?? [])].flatMap(([text, number]) => {
    const quantity = readQuantity(text);
    return quantity === undefined ? [] : [{ number, quantity }];
  });
}
