import type { TallyStep } from '../domain/reply-plan.ts';
import type { IndexScope } from '../ports/product-index.ts';
import { type Quantity, readQuantity } from '../text/measures.ts';
import { toUnit } from '../text/quantity-limits.ts';
import { sayQuantity } from '../text/write-quantity.ts';
import type { TurnContext } from './turn-context.ts';

/** An attribute whose amounts can be compared, as the products of a scope state it. */
export interface MeasureExtreme {
  readonly attribute: string;
  /** As the catalogue writes it: the least, or the most. */
  readonly value: string;
  readonly measure: NonNullable<TallyStep['measure']>;
}

const MOST_VALUES = 1_000;
/** "Biggest" without a word for what: whatever tells the extent of these things. */
const ANY_EXTENT = 'size';
/** Base units of lengths, areas and volumes. */
const EXTENT_UNITS: ReadonlySet<string> = new Set(['mm', 'in', 'ml', 'floz', 'sqm', 'sqft', 'cuft']);

/** Of weights, and of bare numbers. */
const OTHER_UNITS: readonly (string | undefined)[] = ['g', 'oz', undefined];

interface Amount {
  readonly value: string;
  readonly amount: number;
  readonly count: number;
}

/**
 * The least or the most of what is measured, over all products of a scope: of the attribute of that name, else of one whose name holds it
 * ("item weight"), the one that most products state. Amounts of the kind that most of them are told in are compared, whatever their units.
 *
 * @param named "weight", "size": as shifts name it in the locale files.
 * @returns undefined when none of them states an amount.
 */
export async function findMeasureExtreme(
  { named, question }: { readonly named: string; readonly question: 'least' | 'most' },
  scope: IndexScope,
  { shop, language }: TurnContext,
  signal: AbortSignal,
): Promise<MeasureExtreme | undefined> {
  const attributes = attributesOf(named, shop.vocabulary);
  const facets = await shop.index.facets(scope, attributes, MOST_VALUES, signal);
  const measured = attributes
    .map((attribute) => ({
      attribute,
      amounts: comparable(facets.get(attribute) ?? [], attribute === named || named !== ANY_EXTENT),
    }))
    .filter(({ amounts }) => amounts.length > 0);
  const [most] = measured.toSorted(
    (left, right) =>
      Number(right.attribute === named) - Number(left.attribute === named) ||
      countOf(right.amounts) - countOf(left.amounts),
  );
  if (most === undefined) return undefined;
  const { attribute, amounts } = most;
  const ordered = amounts.toSorted((left, right) => left.amount - right.amount);
  const extreme = question === 'least' ? ordered[0] : ordered.at(-1);
  if (extreme === undefined) return undefined;
  return {
    attribute,
    value: extreme.value,
    measure: {
      attribute,
      attributeLabel: shop.vocabulary.attributeLabel(attribute, language),
      value: sayQuantity(extreme.value, language),
      stated: countOf(amounts),
    },
  };
}

/** Of a size, all that tell an extent; else the one of the name, or those whose names hold it as a word. */
function attributesOf(named: string, vocabulary: TurnContext['shop']['vocabulary']): string[] {
  const units = [...EXTENT_UNITS, ...OTHER_UNITS];
  const measured = units
    .flatMap((unit) => vocabulary.attributesIn(unit, []))
    .map(({ attribute }) => attribute);
  return [
    ...new Set([
      named,
      ...measured.filter(
        (attribute) =>
          named === ANY_EXTENT ||
          attribute
            .toLowerCase()
            .split(/[\s_-]+/)
            .includes(named),
      ),
    ]),
  ];
}

const countOf = (amounts: readonly Amount[]): number => amounts.reduce((sum, { count }) => sum + count, 0);

/** Those that can be told in the unit that most products use. */
function comparable(
  stated: readonly { readonly value: string; readonly count: number }[],
  isAnyUnit: boolean,
): Amount[] {
  const read = stated.flatMap(({ value, count }) => {
    const quantity = readQuantity(value);
    const fits = quantity !== undefined && (isAnyUnit || EXTENT_UNITS.has(quantity.unit ?? ''));
    return fits ? [{ value, count, quantity }] : [];
  });
  const byUnit = new Map<Quantity['unit'], number>();
  for (const { quantity, count } of read) byUnit.set(quantity.unit, (byUnit.get(quantity.unit) ?? 0) + count);
  const [usual] = [...byUnit].toSorted((left, right) => right[1] - left[1]);
  return read.flatMap(({ value, count, quantity }) => {
    const amount = usual === undefined ? undefined : toUnit(quantity, usual[0]);
    return amount === undefined ? [] : [{ value, amount, count }];
  });
}
