import type { Constraint, Need } from '../domain/need.ts';
import type { FacetCount, IndexFilter, IndexScope, ProductIndex } from '../ports/product-index.ts';

export interface RefinementRequest {
  readonly need: Need;
  /** Of the retrieval that is to be narrowed. */
  readonly scope: IndexScope;
  /** Facets to choose from, best first. */
  readonly attributes: readonly string[];
  /** Refinements at most; 8 when absent. */
  readonly limit?: number;
}

/** One more hard limit. */
export interface Refinement {
  readonly attribute: string;
  /** `lte` for `price`, in minor units; no product costs exactly that, so "under" and "up to" are the same. */
  readonly operator: 'eq' | 'lte';
  readonly value: string | number;
  /** Products of the scope that this limit leaves, exactly. */
  readonly count: number;
}

export interface RefinementTools {
  readonly index: ProductIndex;
  readonly toFilters: (constraint: Constraint) => readonly IndexFilter[];
}

/** Values looked at and kept, per attribute. */
const VALUES_CONSIDERED = 8;
const VALUES_KEPT = 3;
const DEFAULT_LIMIT = 8;
/** A limit that says less than this about which product is wanted is no help: 1 of 100 says 0.08. */
const LEAST_BITS = 0.1;

/**
 * Limits that split what was found, most telling first, attributes taking turns. How telling a limit is: the entropy of
 * "has it or not" over the products, at most 1 bit, when it halves them. Attributes that are limited already are left out.
 */
export async function suggestRefinements(
  tools: RefinementTools,
  request: RefinementRequest,
  signal: AbortSignal,
): Promise<readonly Refinement[]> {
  const limited = new Set(
    request.need.constraints.flatMap(({ attribute, operator }) => (operator === 'eq' ? [attribute] : [])),
  );
  const attributes = request.attributes.filter((attribute) => !limited.has(attribute));
  const [facets, [total = 0], ceilings] = await Promise.all([
    tools.index.facets(request.scope, attributes, VALUES_CONSIDERED, signal),
    tools.index.count([request.scope], signal),
    roundCeilings(tools.index, request.scope, signal),
  ]);
  const proposed = attributes.flatMap((attribute) =>
    bestValues(facets.get(attribute) ?? [], total).map(
      ({ value }): Omit<Refinement, 'count'> => ({ attribute, operator: 'eq', value }),
    ),
  );
  const candidates = [...ceilings, ...proposed];
  const counts = await tools.index.count(
    candidates.map((refinement) => narrow(request.scope, tools.toFilters(toConstraint(refinement)))),
    signal,
  );
  const telling = candidates
    .map((refinement, position) => ({ ...refinement, count: counts[position] ?? 0 }))
    .filter(({ count }) => splitBits(count, total) >= LEAST_BITS);
  return takeTurns(telling, total).slice(0, request.limit ?? DEFAULT_LIMIT);
}

/** Entropy of a split into `count` and the rest, in bits. */
function splitBits(count: number, total: number): number {
  const share = count / total;
  if (!(share > 0 && share < 1)) return 0;
  return -share * Math.log2(share) - (1 - share) * Math.log2(1 - share);
}

function bestValues(values: readonly FacetCount[], total: number): readonly FacetCount[] {
  return values
    .filter(({ count }) => splitBits(count, total) >= LEAST_BITS)
    .toSorted((left, right) => splitBits(right.count, total) - splitBits(left.count, total))
    .slice(0, VALUES_KEPT);
}

const narrow = (scope: IndexScope, filters: readonly IndexFilter[]): IndexScope => ({
  ...scope,
  filters: [...scope.filters, ...filters],
});

/** A refinement as the shopper's word would be understood. */
function toConstraint({ attribute, operator, value }: Omit<Refinement, 'count'>): Constraint {
  return {
    attribute,
    operator,
    value,
    strength: 'hard',
    words: String(value),
    confidence: 1,
    sourceTurn: 0,
    known: true,
  };
}

/** Round amounts next above the lower quartile and the median at which no product is priced. */
async function roundCeilings(
  index: ProductIndex,
  scope: IndexScope,
  signal: AbortSignal,
): Promise<Omit<Refinement, 'count'>[]> {
  const prices = await index.priceRange(scope, signal);
  if (prices === undefined) return [];
  const [, lowerQuartile, median] = prices;
  const amounts = [...new Set([lowerQuartile, median].map(roundUp))];
  const exactly = await index.count(
    amounts.map((minor) => narrow(scope, [{ kind: 'price', minMinor: minor, maxMinor: minor }])),
    signal,
  );
  return amounts
    .filter((_, position) => exactly[position] === 0)
    .map((value) => ({ attribute: 'price', operator: 'lte', value }));
}

/** The next multiple of half the leading power of ten: 1,249 gives 1,500, 37,200 gives 40,000; round in any currency. */
function roundUp(priceMinor: number): number {
  const step = Math.max(1, 10 ** Math.floor(Math.log10(Math.max(1, priceMinor))) / 2);
  return Math.ceil(priceMinor / step) * step;
}

/** The most telling limit of every attribute, then the second of every one, and so on. */
function takeTurns(refinements: readonly Refinement[], total: number): Refinement[] {
  const byAttribute = Map.groupBy(
    refinements.toSorted((left, right) => splitBits(right.count, total) - splitBits(left.count, total)),
    ({ attribute }) => attribute,
  );
  const queues = [...byAttribute.values()];
  const longest = Math.max(0, ...queues.map((queue) => queue.length));
  return Array.from({ length: longest }, (_, turn) =>
    queues.flatMap((queue) => queue.slice(turn, turn + 1)),
  ).flat();
}
