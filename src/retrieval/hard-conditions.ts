import { type Constraint, hardConstraints, type Need } from '../domain/need.ts';
import type { IndexFilter } from '../ports/product-index.ts';

/** What one or several hard constraints demand together; kept or given up as a whole. */
export interface HardCondition {
  readonly constraints: readonly [Constraint, ...Constraint[]];
  /** All hold. */
  readonly filters: readonly IndexFilter[];
}

/**
 * The hard limits of a need as conditions, the ones easiest to give up first: attributes by their standing in
 * {@link FIRMNESS}, then what kind of thing it is, then the price, refusals last; among equals the less sure, then the
 * one said last. What only "cheaper" or "lighter" set goes first of all.
 */
export function toHardConditions(
  need: Need,
  toFilters: (constraint: Constraint) => readonly IndexFilter[],
): HardCondition[] {
  const alternatives = Map.groupBy(hardConstraints(need), ({ attribute, operator, value }) =>
    operator === 'eq' ? attribute : `${attribute} ${operator} ${value}`,
  );
  return [...alternatives.values()]
    .flatMap(([first, ...others]): HardCondition[] => {
      if (first === undefined) return [];
      const constraints = [first, ...others] as const;
      const filters = anyOf(constraints.map(toFilters).filter((all) => all.length > 0));
      return filters.length === 0 ? [] : [{ constraints: [first, ...others], filters }];
    })
    .sort(byFirmness);
}

export const isRefusal = ({ constraints: [{ operator }] }: HardCondition): boolean => operator === 'ne';

/** (a and b) or c = (a or c) and (b or c): alternatives that demand several things become demands of alternatives. */
function anyOf(alternatives: readonly (readonly IndexFilter[])[]): readonly IndexFilter[] {
  const [first = [], ...others] = alternatives;
  if (others.length === 0) return first;
  const combinations = others.reduce<readonly (readonly IndexFilter[])[]>(
    (sofar, filters) => sofar.flatMap((chosen) => filters.map((filter) => [...chosen, filter])),
    first.map((filter) => [filter]),
  );
  return combinations.map((of) => ({ kind: 'any', of }));
}

/** How firmly a shopper means it, low is given up first. Attributes not named here are as soft as a quality. */
const FIRMNESS: Readonly<Record<string, number>> = {
  quality: 0,
  pattern: 1,
  material: 1,
  size: 2,
  color: 3,
  brand: 4,
  gender: 4,
  category: 5,
  type: 6,
  product: 6,
  price: 7,
};
const REFUSAL_FIRMNESS = 8;

/** "Cheaper" and "lighter" are relative: where nothing is, that is said, rather than something quite different shown. */
const PULL_FIRMNESS = -1;

/** The limit of a "cheaper" or "dearer", which no words name. */
export const isPull = ({ constraints: [{ attribute, words }] }: HardCondition): boolean =>
  attribute === 'price' && words === '';

function firmness({ attribute, operator, words }: Constraint): number {
  if (words === '') return PULL_FIRMNESS;
  if (operator === 'ne') return REFUSAL_FIRMNESS;
  return Object.hasOwn(FIRMNESS, attribute) ? (FIRMNESS[attribute] ?? 0) : 0;
}

/** From here on a limit says who it is for or what may be spent, no longer how the thing looks. */
const FIRM = 4;

export const isFirm = ({ constraints: [first] }: HardCondition): boolean =>
  first.attribute === 'price' || firmness(first) >= FIRM;

function byFirmness({ constraints: [left] }: HardCondition, { constraints: [right] }: HardCondition): number {
  return (
    firmness(left) - firmness(right) ||
    left.confidence - right.confidence ||
    right.sourceTurn - left.sourceTurn ||
    (left.attribute < right.attribute ? -1 : 1)
  );
}
