import type { Market } from '../domain/market.ts';
import { type Constraint, hardConstraints, type Need } from '../domain/need.ts';
import type { FacetCount, IndexFilter, IndexScope } from '../ports/product-index.ts';
import type { Resolution, ResolveRequest } from '../retrieval/retriever.ts';
import type { Shop } from './shop.ts';

export interface FacetRequest {
  readonly need: Need;
  /** Limits of the need that are never given up. */
  readonly firm: readonly Constraint[];
  readonly market: Market;
  /** Of the list that the facets stand beside. */
  readonly found: Resolution;
  /** A value as a filter of the search would bind it; replaces what else was wanted of its attribute. */
  readonly toLimit: (attribute: string, value: string) => Constraint;
}

export interface Facet {
  readonly attribute: string;
  /** Most first, ties by value. `count`: products found when this value is chosen in place of others of its attribute. */
  readonly values: readonly FacetCount[];
}

const MOST_ATTRIBUTES = 12;
const MOST_VALUES = 20;
/** Values looked at, to see which are narrower ones of others (navy of blue). */
const VALUES_LOOKED_AT = 200;
/** Where a choice makes the search give up other limits, every value costs a search of its own: fewer are told. */
const LOOSE_ATTRIBUTES = 5;
const LOOSE_VALUES = 8;

/**
 * The values that can be chosen beside a list, each with exactly as many products as choosing it gives. An attribute that is
 * limited already shows what else could be chosen.
 *
 * Cost: one call for all free attributes, one more for each limited one, one for all values that have narrower ones.
 */
export async function countFacets(
  shop: Shop,
  request: FacetRequest,
  signal: AbortSignal,
): Promise<readonly Facet[]> {
  const { need, found } = request;
  const isLoose = found.relaxed.length > 0 || !isAvailable(found.scope);
  const attributes = shop.vocabulary.attributes.slice(0, isLoose ? LOOSE_ATTRIBUTES : MOST_ATTRIBUTES);
  const limited = new Set(
    hardConstraints(need).flatMap(({ attribute, operator }) => (operator === 'eq' ? [attribute] : [])),
  );
  const free = attributes.filter((attribute) => !limited.has(attribute));
  const together = await shop.index.facets(found.scope, free, VALUES_LOOKED_AT, signal);
  const facets = await Promise.all(
    attributes.map(async (attribute): Promise<Facet> => {
      const others = limited.has(attribute) ? withoutWanted(request, attribute) : request;
      const scope = limited.has(attribute) ? await scopeOf(shop, others, signal) : found.scope;
      const values = limited.has(attribute)
        ? ((await shop.index.facets(scope, [attribute], VALUES_LOOKED_AT, signal)).get(attribute) ?? [])
        : (together.get(attribute) ?? []);
      const counted =
        isLoose || !isAvailable(scope)
          ? await countChoices(shop, others, { attribute, values: values.slice(0, LOOSE_VALUES) }, signal)
          : await countWider(shop, { ...others, scope }, { attribute, values }, signal);
      return { attribute, values: counted.toSorted(byCount).slice(0, MOST_VALUES) };
    }),
  );
  return facets.filter(({ values }) => values.length > 0);
}

const byCount = (left: FacetCount, right: FacetCount): number =>
  right.count - left.count || (left.value < right.value ? -1 : 1);

const isAvailable = ({ filters }: IndexScope): boolean => filters.some(({ kind }) => kind === 'availability');

/** The search without what it wants of one attribute; what it refuses stays refused. */
function withoutWanted(request: FacetRequest, attribute: string): FacetRequest {
  const stays = (limit: Constraint) => limit.attribute !== attribute || limit.operator !== 'eq';
  return {
    ...request,
    need: { ...request.need, constraints: request.need.constraints.filter(stays) },
    firm: request.firm.filter(stays),
  };
}

const toResolve = ({ need, firm, market }: FacetRequest): ResolveRequest => ({
  need,
  firm,
  market: market.country,
  onlyAvailable: true,
});

const scopeOf = async (shop: Shop, request: FacetRequest, signal: AbortSignal): Promise<IndexScope> =>
  (await shop.retriever.resolve(toResolve(request), signal)).scope;

/** Every value is chosen, and what that leads to is counted. */
async function countChoices(
  shop: Shop,
  request: FacetRequest,
  { attribute, values }: Facet,
  signal: AbortSignal,
): Promise<FacetCount[]> {
  const counted: FacetCount[] = [];
  for (const { value } of values) {
    const limit = request.toLimit(attribute, value);
    const constraints = [...request.need.constraints, limit];
    const chosen = { ...request, need: { ...request.need, constraints }, firm: [...request.firm, limit] };
    const { total } = await shop.retriever.resolve(toResolve(chosen), signal);
    if (total > 0) counted.push({ value, count: total });
  }
  return counted;
}

/**
 * Counts as choosing each value gives them: one with narrower ones among the others (blue, with navy) is counted with them,
 * as its filter takes them in.
 *
 * @param facet All values of a scope, most first; the first 20 are counted.
 */
export async function countWider(
  shop: Shop,
  { scope, toLimit }: Pick<FacetRequest, 'toLimit'> & { readonly scope: IndexScope },
  { attribute, values }: Facet,
  signal: AbortSignal,
): Promise<readonly FacetCount[]> {
  const present = new Set(values.map(({ value }) => value));
  const shown = values.slice(0, MOST_VALUES);
  const chosen = shown.map(({ value }) => shop.vocabulary.toFilters(toLimit(attribute, value)));
  const isKnown = values.length < VALUES_LOOKED_AT;
  const wider = chosen.map((filters, position) => {
    const own = shown[position]?.value ?? '';
    return !filters.every((filter) => isOnly(filter, own, isKnown ? present : undefined));
  });
  const scopes = chosen
    .filter((_, position) => wider[position])
    .map((filters) => ({ ...scope, filters: [...scope.filters, ...filters] }));
  const counts = scopes.length === 0 ? [] : await shop.index.count(scopes, signal);
  let next = 0;
  return shown.map(({ value, count }, position) => {
    if (wider[position] !== true) return { value, count };
    next += 1;
    return { value, count: counts[next - 1] ?? 0 };
  });
}

/** Whether a filter for a value takes in no other of the values that are present. */
function isOnly(filter: IndexFilter, own: string, present: ReadonlySet<string> | undefined): boolean {
  if (filter.kind !== 'attribute' && filter.kind !== 'category') return false;
  const others = filter.anyOf.filter((value) => value !== own);
  return filter.kind === 'category' || present === undefined
    ? others.length === 0
    : others.every((value) => !present.has(value));
}
