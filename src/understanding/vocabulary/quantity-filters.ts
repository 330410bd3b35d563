import type { Constraint } from '../../domain/need.ts';
import type { IndexFilter } from '../../ports/product-index.ts';
import { type Quantity, readQuantity } from '../../text/measures.ts';
import { sisterUnit, toUnit } from '../../text/quantity-limits.ts';
import type { CatalogueCounts } from './count-catalogue.ts';
import { isToldIn } from './measured-attributes.ts';

/**
 * The ranges that a bound on an attribute means: one in its unit, and where the shop tells the attribute in the other system too,
 * one in that; either holds. Empty when the bound is no quantity.
 */
export function quantityFilters(
  { attribute, operator, value }: Constraint,
  { measures }: CatalogueCounts,
): IndexFilter[] {
  const bound = readQuantity(String(value));
  if (bound === undefined) return [];
  const sister = sisterUnit(bound.unit);
  const units =
    sister !== undefined && isToldIn(measures, attribute, sister) ? [bound.unit, sister] : [bound.unit];
  const ranges = units.flatMap((unit): IndexFilter[] => {
    const end = toUnit(bound, unit);
    if (end === undefined) return [];
    const ends = toEnds(operator, end);
    return [{ kind: 'range', attribute, ...ends, ...(unit === undefined ? {} : { unit }) }];
  });
  return ranges.length > 1 ? [{ kind: 'any', of: ranges }] : ranges;
}

/** A range holds at its ends: what must lie below ends at the next smaller number. */
function toEnds(operator: Constraint['operator'], end: number): { min?: number; max?: number } {
  const step = Math.max(Math.abs(end) * Number.EPSILON, Number.MIN_VALUE);
  if (operator === 'lt') return { max: end - step };
  if (operator === 'lte') return { max: end };
  if (operator === 'gt') return { min: end + step };
  return operator === 'gte' ? { min: end } : { min: end, max: end };
}

/** The values of an attribute that tell the same amount in any unit or spelling, as the catalogue writes them. */
export function sameAmounts(attribute: string, value: string, counts: CatalogueCounts): readonly string[] {
  const quantity = readQuantity(value);
  if (quantity?.unit === undefined || !isToldIn(counts.measures, attribute, quantity.unit)) return [];
  return amountsOf(attribute, counts).get(keyOf(quantity)) ?? [];
}

const keyOf = ({ value, unit = '' }: Quantity): string => `${value} ${unit}`;

type Amounts = ReadonlyMap<string, readonly string[]>;

/** Values by the amount they tell, read once for each attribute: a choice of values asks for many. */
const remembered = new WeakMap<CatalogueCounts, Map<string, Amounts>>();

function amountsOf(attribute: string, counts: CatalogueCounts): Amounts {
  const byAttribute = remembered.get(counts) ?? new Map<string, Amounts>();
  remembered.set(counts, byAttribute);
  const known = byAttribute.get(attribute);
  if (known !== undefined) return known;
  const told = [...(counts.attributes.get(attribute)?.keys() ?? [])].flatMap((value) => {
    const quantity = readQuantity(value);
    return quantity === undefined ? [] : [{ value, key: keyOf(quantity) }];
  });
  const amounts = new Map(
    [...Map.groupBy(told, ({ key }) => key)].map(([key, all]) => [key, all.map(({ value }) => value)]),
  );
  byAttribute.set(attribute, amounts);
  return amounts;
}
