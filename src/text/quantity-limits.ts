import type { ConstraintOperator } from '../domain/need.ts';
import { type Quantity, readQuantity } from './measures.ts';

/** What one unit of the first is in units of the second: the same is told in both, by different shops. */
const CONVERSIONS: readonly (readonly [from: string, to: string, factor: number])[] = [
  ['in', 'mm', 25.4],
  ['oz', 'g', 28.349_523_125],
  ['floz', 'ml', 29.573_529_562_5],
];

/** As {@link readQuantity} rounds. */
const round = (value: number): number => Number(value.toFixed(6));

/** The unit of the other system in which the same is measured: "mm" for "in". */
export function sisterUnit(unit: string | undefined): string | undefined {
  const found = CONVERSIONS.find(([from, to]) => unit === from || unit === to);
  return found?.[unit === found[0] ? 1 : 0];
}

/** A quantity told in another unit; undefined when the two measure different things. */
export function toUnit({ value, unit }: Quantity, wanted: string | undefined): number | undefined {
  if (unit === wanted) return value;
  for (const [from, to, factor] of CONVERSIONS) {
    if (unit === from && wanted === to) return round(value * factor);
    if (unit === to && wanted === from) return round(value / factor);
  }
  return undefined;
}

/** Whether two values with units tell the same amount: "1 kg" and "1000 g". Bare numbers are texts: "007" is not "7". */
export function isSameQuantity(left: string, right: string): boolean {
  const one = readQuantity(left);
  const other = one?.unit === undefined ? undefined : readQuantity(right);
  return one !== undefined && other !== undefined && one.unit === other.unit && one.value === other.value;
}

/**
 * Whether an attribute's value keeps a bound: "1.8 kg" is below "2 kg" and below "4 lb". A value that is no quantity, or measures something
 * else, keeps none.
 */
export function keepsQuantity(
  own: string,
  operator: Exclude<ConstraintOperator, 'ne'>,
  bound: string,
): boolean {
  const limit = readQuantity(bound);
  const quantity = limit === undefined ? undefined : readQuantity(own);
  const value = quantity === undefined ? undefined : toUnit(quantity, limit?.unit);
  if (limit === undefined || value === undefined) return false;
  if (operator === 'eq') return value === limit.value;
  if (operator === 'lt') return value < limit.value;
  if (operator === 'lte') return value <= limit.value;
  return operator === 'gt' ? value > limit.value : value >= limit.value;
}

/** Whether two bounds of one attribute leave nothing between them; false when they cannot be compared. */
export function areApart(lower: string, upper: string, isStrict: boolean): boolean {
  return keepsQuantity(lower, isStrict ? 'gte' : 'gt', upper);
}
