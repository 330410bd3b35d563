import { type Constraint, type Need, softConstraints } from '../domain/need.ts';
import type { IndexFilter, QueryTerm } from '../ports/product-index.ts';
import { type HardCondition, toHardConditions } from './hard-conditions.ts';
import { type QueryReading, toQueryTerms, toQueryText } from './query-terms.ts';

/** A need as a search: it stands alone, nothing of the conversation is needed to run it. */
export interface RewrittenQuery {
  /** For the words of the index: the shopper's own first in each group, what the lexicon and the merchant add beside them. */
  readonly terms: readonly QueryTerm[];
  /** For an embedding model; empty when nothing was said. */
  readonly text: string;
  readonly limits: RewrittenLimits;
  /** What lifts a product that fulfils it and keeps none out. */
  readonly soft: readonly Constraint[];
}

export interface RewrittenLimits {
  /** What is given up when nothing is left, the easiest first. */
  readonly yielding: readonly HardCondition[];
  /** What is never given up. */
  readonly firm: readonly IndexFilter[];
}

export interface RewriteOptions extends QueryReading, LimitOptions {}

export interface LimitOptions {
  /** What a hard constraint demands of a variant; none when it demands nothing. */
  readonly toFilters: (constraint: Constraint) => readonly IndexFilter[];
  /** Hard limits of the need that are never given up. */
  readonly firm?: readonly Constraint[];
}

/**
 * What was said over all turns as one search. Pure: the same need and reading give the same query.
 *
 * Names and models are looked for as they were written, never translated or cut to a stem alone; what the lexicon knows to mean the
 * same, in a language of the shop, stands beside them with less weight.
 */
export function rewriteQuery(need: Need, options: RewriteOptions): RewrittenQuery {
  return {
    terms: toQueryTerms(need, options),
    text: toQueryText(need, options),
    limits: rewriteLimits(need, options),
    soft: softConstraints(need),
  };
}

/** The hard limits alone, for where only the number of products counts. */
export function rewriteLimits(need: Need, { toFilters, firm = [] }: LimitOptions): RewrittenLimits {
  const yielding = need.constraints.filter((constraint) => !firm.includes(constraint));
  return {
    yielding: toHardConditions({ ...need, constraints: yielding }, toFilters),
    firm: toHardConditions({ ...need, constraints: firm }, toFilters).flatMap(({ filters }) => filters),
  };
}
