import type { Constraint, Need } from '../domain/need.ts';
import type { FacetCount, IndexFilter, IndexScope, ProductIndex } from '../ports/product-index.ts';
import { roundAmountsFrom } from './round-amounts.ts';

export interface RefinementRequest {
  readonly need: Need;
  /** Of the retrieval that is to be narrowed, as are `total` and `relaxed`. */
  readonly scope: IndexScope;
  readonly total: number;
  readonly relaxed: readonly Constraint[];
  readonly market: string;
  readonly onlyAvailable: boolean;
  /** Facets to choose from, best first. */
  readonly attributes: readonly string[];
  /** ISO 4217, of the market: price limits are round amounts in it. */
  readonly currency: string;
  /** Refinements at most. */
  readonly limit: number;
}

/** One more hard limit. */
export interface Refinement {
  readonly attribute: string;
  /** `lte` for `price`, in minor units; no product costs exactly that, so "under" and "up to" are the same. */
  readonly operator: 'eq' | 'lte';
  readonly value: string | number;
  /** Products that the need with this limit leads to, exactly. */
  readonly count: number;
}

/** A refinement whose products are not counted yet. */
type Proposal = Omit<Refinement, 'count'>;

export interface RefinementTools {
  readonly index: ProductIndex;
  readonly toFilters: (constraint: Constraint) => readonly IndexFilter[];
  /** Where a need leads to when as little as possible of it is given up. */
  readonly resolve: (
    need: Need,
  ) => Promise<{ readonly total: number; readonly relaxed: readonly Constraint[] }>;
}

/** Values looked at and kept, per attribute. */
const VALUES_CONSIDERED = 8;
const VALUES_KEPT = 3;
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
  const { need, scope, total } = request;
  const limited = new Set(
    need.constraints.flatMap(({ attribute, operator }) => (operator === 'eq' ? [attribute] : [])),
  );
  const attributes = request.attributes.filter((attribute) => !limited.has(attribute));
  const [facets, ceilings] = await Promise.all([
    tools.index.facets(scope, attributes, VALUES_CONSIDERED, signal),
    roundCeilings(tools.index, request, signal),
  ]);
  const values = attributes.flatMap((attribute) =>
    bestValues(facets.get(attribute) ?? [], total).map(
      ({ value }): Proposal => ({ attribute, operator: 'eq', value }),
    ),
  );
  const counted = await countProposals(tools, request, [...ceilings, ...values], signal);
  const telling = counted.filter(({ count }) => splitBits(count, total) >= LEAST_BITS);
  return takeTurns(telling, total).slice(0, request.limit);
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

/** With everything kept, a limit only narrows the scope; where something was given up, the need is resolved anew. */
async function countProposals(
  { index, toFilters, resolve }: RefinementTools,
  { need, scope, relaxed }: RefinementRequest,
  proposals: readonly Proposal[],
  signal: AbortSignal,
): Promise<Refinement[]> {
  if (relaxed.length === 0) {
    const counts = await index.count(
      proposals.map((proposal) => narrow(scope, toFilters(toConstraint(proposal)))),
      signal,
    );
    return proposals.map((proposal, position) => ({ ...proposal, count: counts[position] ?? 0 }));
  }
  const counted: Refinement[] = [];
  for (const proposal of proposals) {
    const constraint = toConstraint(proposal);
    const resolved = await resolve({ ...need, constraints: [...need.constraints, constraint] });
    if (!resolved.relaxed.includes(constraint)) counted.push({ ...proposal, count: resolved.total });
  }
  return counted;
}

const narrow = (scope: IndexScope, filters: readonly IndexFilter[]): IndexScope => ({
  ...scope,
  filters: [...scope.filters, ...filters],
});

/** A refinement as the shopper's word would be understood. */
function toConstraint({ attribute, operator, value }: Proposal): Constraint {
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

const ROUND_AMOUNTS = 3;

/** Round amounts above the lower quartile and the median: of the next ones the first at which no product is priced. */
async function roundCeilings(
  index: ProductIndex,
  { scope, currency }: RefinementRequest,
  signal: AbortSignal,
): Promise<Proposal[]> {
  const prices = await index.priceRange(scope, signal);
  if (prices === undefined) return [];
  const [, lowerQuartile, median] = prices;
  const ladders = [lowerQuartile, median].map((price) => roundAmountsFrom(price, currency, ROUND_AMOUNTS));
  const exactly = await index.count(
    ladders.flat().map((minor) => narrow(scope, [{ kind: 'price', minMinor: minor, maxMinor: minor }])),
    signal,
  );
  const free = new Set(ladders.flat().filter((_, position) => exactly[position] === 0));
  const chosen = ladders.flatMap((ladder) => ladder.find((amount) => free.has(amount)) ?? []);
  return [...new Set(chosen)].map((value) => ({ attribute: 'price', operator: 'lte', value }));
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
