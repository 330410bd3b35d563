import type { CommandOf } from '../domain/command.ts';
import type { ShownProduct } from '../domain/dialogue-state.ts';
import type { Constraint } from '../domain/need.ts';
import { type Quantity, readQuantity } from '../text/measures.ts';
import { toUnit } from '../text/quantity-limits.ts';
import { readWritten, writeQuantity } from '../text/write-quantity.ts';

export type AttributeShift = NonNullable<CommandOf<'refine'>['shifts']>[number];

/** An amount that a product states, as it is compared. */
export interface StatedAmount {
  readonly product: ShownProduct;
  /** In the unit of the first product that states it. */
  readonly amount: number;
  /** As `writeQuantity` writes it. */
  readonly written: string;
}

/** "Bigger" without a word for what: whatever tells the extent of the things on screen. */
const ANY_EXTENT = 'size';
/** Base units of lengths, areas and volumes. */
const EXTENT_UNITS: ReadonlySet<string> = new Set(['mm', 'in', 'ml', 'floz', 'sqm', 'sqft', 'cuft']);

/**
 * What "lighter" or "bigger" means for a list: strictly below (above) the amount in its middle, or the largest (smallest) where
 * nothing on screen lies beyond the middle. Units are converted: 900 g and 4 lb are compared.
 *
 * @returns One hard limit for each attribute; one the shop does not know, to be said back, where nothing on screen states it.
 */
export function shiftFromList(
  shifts: readonly AttributeShift[],
  shown: readonly ShownProduct[],
  sourceTurn: number,
): Constraint[] {
  return shifts.map(({ attribute: named, direction }) => {
    const attribute = measuredAs(named, shown);
    const stated = amountsOf(attribute, shown).toSorted((left, right) => left.amount - right.amount);
    const towards = direction === 'lower' ? stated : stated.toReversed();
    const middle = towards[Math.floor(towards.length / 2)];
    const first = towards[0];
    const bound = middle?.amount === first?.amount ? towards.at(-1) : middle;
    return limit({ attribute, direction }, bound, sourceTurn);
  });
}

/** What "lighter" or "bigger" means beside one product: strictly beyond its own amount. */
export function shiftFromReference(
  shifts: readonly AttributeShift[],
  reference: ShownProduct,
  sourceTurn: number,
): Constraint[] {
  return shifts.map(({ attribute: named, direction }) => {
    const attribute = measuredAs(named, [reference]);
    return limit({ attribute, direction }, amountsOf(attribute, [reference])[0], sourceTurn);
  });
}

/** The attribute itself; for an extent that is not stated as such, the one that most of the products state, ties by name. */
function measuredAs(attribute: string, products: readonly ShownProduct[]): string {
  if (attribute !== ANY_EXTENT || amountsOf(attribute, products).length > 0) return attribute;
  const stated = products.flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, [value]]) =>
      EXTENT_UNITS.has(readQuantity(value ?? '')?.unit ?? '') ? [name] : [],
    ),
  );
  const [most] = [...Map.groupBy(stated, (name) => name)].toSorted(
    ([left, leftTimes], [right, rightTimes]) =>
      rightTimes.length - leftTimes.length || (left < right ? -1 : 1),
  );
  return most?.[0] ?? attribute;
}

/** The amounts that products state of an attribute, in their order; those of another kind than the first are left out. */
export function amountsOf(attribute: string, products: readonly ShownProduct[]): StatedAmount[] {
  let unit: Quantity['unit'] | null = null;
  return products.flatMap((product) => {
    const [value] = product.attributes[attribute] ?? [];
    const quantity = value === undefined ? undefined : readQuantity(value);
    if (value === undefined || quantity === undefined) return [];
    unit = unit === null ? quantity.unit : unit;
    const amount = toUnit(quantity, unit);
    return amount === undefined ? [] : [{ product, amount, written: toWritten(value) }];
  });
}

function toWritten(value: string): string {
  const quantity = readWritten(value);
  return quantity === undefined ? value : writeQuantity(quantity);
}

/** `words` stay empty: the shopper named no figure to say back. */
function limit(
  { attribute, direction }: AttributeShift,
  bound: StatedAmount | undefined,
  sourceTurn: number,
): Constraint {
  return {
    attribute,
    operator: direction === 'lower' ? 'lt' : 'gt',
    value: bound?.written ?? '',
    strength: 'hard',
    words: '',
    confidence: 1,
    sourceTurn,
    known: bound !== undefined,
  };
}
