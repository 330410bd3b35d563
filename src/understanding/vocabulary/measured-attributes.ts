import { attributeValues, type Product } from '../../domain/product.ts';
import type { Concept } from '../../text/lexicon/index.ts';
import { type Quantity, readQuantity } from '../../text/measures.ts';
import { sisterUnit } from '../../text/quantity-limits.ts';

/** By attribute, then by base unit ('' for bare numbers): products that tell the attribute in it. */
type Told = Map<string, Map<string, number>>;

/** Which attributes are quantities, in all products and in those of each kind. */
export interface MeasureCounts {
  readonly all: Told;
  /** By lexicon type. */
  readonly byType: Map<string, Told>;
}

/** Attributes that are never amounts. */
const NEVER: ReadonlySet<string> = new Set(['brand', 'color', 'material', 'pattern', 'gender', 'tags']);
/** A bare number in these is a name: shoe size 42. */
const NEVER_BARE: ReadonlySet<string> = new Set(['size', 'gtin', 'mpn', 'sku', 'ean']);
/** Longer values are texts. */
const LONGEST_VALUE = 30;
/** Values remembered; a catalogue repeats few. */
const MOST_REMEMBERED = 50_000;

export const noMeasures = (): MeasureCounts => ({ all: new Map(), byType: new Map() });

/** Notes in which units a product tells its attributes. @param readValue Of {@link rememberQuantities}. */
export function countMeasures(
  counts: MeasureCounts,
  product: Product,
  types: Iterable<Concept>,
  readValue: (value: string) => Quantity | undefined,
): void {
  const names = new Set([product, ...product.variants].flatMap(({ attributes }) => Object.keys(attributes)));
  const told = [...names].flatMap((attribute) => {
    const units = new Set(
      attributeValues(product, attribute).flatMap((value) => {
        const quantity = NEVER.has(attribute) ? undefined : readValue(value);
        return quantity === undefined ? [] : [quantity.unit ?? ''];
      }),
    );
    if (NEVER_BARE.has(attribute)) units.delete('');
    return [...units].map((unit) => [attribute, unit] as const);
  });
  if (told.length === 0) return;
  for (const [attribute, unit] of told) add(counts.all, attribute, unit);
  for (const { id } of types) {
    const ofType = counts.byType.get(id) ?? new Map();
    counts.byType.set(id, ofType);
    for (const [attribute, unit] of told) add(ofType, attribute, unit);
  }
}

/** Reads values that may be quantities, each once. */
export function rememberQuantities(): (value: string) => Quantity | undefined {
  const known = new Map<string, Quantity | undefined>();
  return (value) => {
    if (value.length > LONGEST_VALUE || !/[\p{N}]/u.test(value)) return undefined;
    if (known.has(value)) return known.get(value);
    if (known.size >= MOST_REMEMBERED) known.clear();
    const quantity = readQuantity(value);
    known.set(value, quantity);
    return quantity;
  };
}

function add(told: Told, attribute: string, unit: string): void {
  const units = told.get(attribute) ?? new Map<string, number>();
  told.set(attribute, units);
  units.set(unit, (units.get(unit) ?? 0) + 1);
}

/** Products that tell an attribute in a unit. */
export interface MeasuredAttribute {
  readonly attribute: string;
  readonly products: number;
}

/**
 * Attributes told in a unit, or in the one that measures the same in the other system, most products first: of the kinds of
 * things named, of all when none is.
 *
 * @param unit Base unit; absent for bare numbers.
 */
export function attributesIn(
  counts: MeasureCounts,
  unit: string | undefined,
  types: readonly string[],
): MeasuredAttribute[] {
  return rank(
    types.length === 0 ? [counts.all] : types.flatMap((type) => counts.byType.get(type) ?? []),
    unit,
  );
}

function rank(tallies: readonly Told[], unit: string | undefined): MeasuredAttribute[] {
  const products = new Map<string, number>();
  for (const told of tallies) {
    for (const [attribute, units] of told) {
      const inUnit = (units.get(unit ?? '') ?? 0) + (units.get(sisterUnit(unit) ?? '-') ?? 0);
      if (inUnit > 0) products.set(attribute, (products.get(attribute) ?? 0) + inUnit);
    }
  }
  return [...products]
    .map(([attribute, count]) => ({ attribute, products: count }))
    .sort((left, right) => right.products - left.products || (left.attribute < right.attribute ? -1 : 1));
}

/** Whether an attribute is told in a unit by any product. */
export const isToldIn = ({ all }: MeasureCounts, attribute: string, unit: string | undefined): boolean =>
  all.get(attribute)?.has(unit ?? '') ?? false;
