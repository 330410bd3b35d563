/** How a wish binds: `hard` is never shown broken; `soft` lifts what fulfils it. */
export type Strength = 'hard' | 'soft';

export type ConstraintOperator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';

/**
 * One thing the shopper wants or refuses.
 *
 * `attribute` is `price` (value: minor units of the market's currency), `type` (what kind of thing: value is a
 * vocabulary type), `category`, `brand`, `product`, `mentions` (words that the product's texts all hold), or an attribute of
 * the catalogue (`color`, `size`, ...).
 * Several `eq` on one attribute are alternatives (any of them); `ne` are all refused.
 */
export interface Constraint {
  readonly attribute: string;
  readonly operator: ConstraintOperator;
  readonly value: string | number;
  readonly strength: Strength;
  /** Words of the shopper it came from, for saying it back ("under 60", "not red"). */
  readonly words: string;
  /** In [0, 1]: how sure the parser is. */
  readonly confidence: number;
  /** 1-based turn in which it was said. */
  readonly sourceTurn: number;
  /** False when the shop's catalogue has no such value: it is reported, never used to filter. */
  readonly known: boolean;
}

export type ListOrder = 'price-ascending' | 'price-descending' | 'rating-descending';

/** What is wanted so far. */
export interface Need {
  /** Words that describe what is wanted and are no constraint ("warm", "for hiking"), in the shopper's language. */
  readonly query: string;
  readonly constraints: readonly Constraint[];
  /** Whom it is for, a lexicon concept ("mother"), never used to assume taste. */
  readonly recipient?: string;
  /** A lexicon concept ("birthday"). */
  readonly occasion?: string;
  /** "like that": the product the list should resemble. */
  readonly similarTo?: string;
  /** By what the list is ordered, other than how well it fits. */
  readonly sort?: ListOrder;
}

export const EMPTY_NEED: Need = { query: '', constraints: [] };

export const hardConstraints = (need: Need): Constraint[] =>
  need.constraints.filter((constraint) => constraint.strength === 'hard' && constraint.known);

export const softConstraints = (need: Need): Constraint[] =>
  need.constraints.filter((constraint) => constraint.strength === 'soft' && constraint.known);

export const sameConstraint = (left: Constraint, right: Constraint): boolean =>
  left.attribute === right.attribute && left.operator === right.operator && left.value === right.value;
