import type { IndexFilter, Quantity, ReadQuantity } from '../../src/ports/product-index.ts';

/** What drivers are given to read attribute values as numbers with. */
export interface QuantityOptions {
  /** Left out, only bare decimal numbers are quantities: "12", "-0.5". */
  readonly readQuantity?: ReadQuantity;
}

export type RangeFilter = Extract<IndexFilter, { readonly kind: 'range' }>;

const BARE_NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;

export const readBareNumber: ReadQuantity = (value) =>
  BARE_NUMBER.test(value) ? { value: Number(value) } : undefined;

/** Whether a quantity lies in the range, ends included. */
export function isInRange(
  { value, unit }: Quantity,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, unit: asked }: RangeFilter,
): boolean {
  return unit === asked && value >= min && value <= max;
}
