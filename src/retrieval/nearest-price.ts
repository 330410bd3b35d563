import type { Constraint, Need } from '../domain/need.ts';
import type { IndexFilter, IndexHit, ProductIndex } from '../ports/product-index.ts';
import { type HardCondition, toHardConditions } from './hard-conditions.ts';
import { roundAmountBelow, roundAmountsFrom } from './round-amounts.ts';

type ToFilters = (constraint: Constraint) => readonly IndexFilter[];

interface PriceRequest {
  readonly need: Need;
  readonly market: string;
  /** What holds whatever is asked. */
  readonly always: readonly IndexFilter[];
}

/**
 * What the price limit of a need keeps out, nearest first: with everything else it asks for, the cheapest offer above a
 * ceiling or the dearest below a floor.
 *
 * @returns undefined without a price limit in words, with several, or when the price is not what is in the way.
 */
export async function nearestPrice(
  index: ProductIndex,
  toFilters: ToFilters,
  { need, market, always }: PriceRequest,
  signal: AbortSignal,
): Promise<IndexHit | undefined> {
  const { named, others } = readLimits(need, toFilters);
  const [limit, another] = named;
  if (limit === undefined || another !== undefined) return undefined;
  const [hit] = await offersBeyond(index, market, { limit, others, always, count: 1 }, signal);
  return hit;
}

/** A price limit moved so far that more can be had. */
export interface WiderPrice {
  readonly operator: 'lte' | 'gte';
  /** A round amount in minor units. */
  readonly value: number;
}

/** Offers that a moved limit should take in, where there are as many. */
const OFFERS_TAKEN_IN = 6;

/** Each price limit that was named, moved to the next round amount that takes in some of the offers it keeps out. */
export async function widerPrices(
  index: ProductIndex,
  toFilters: ToFilters,
  { need, market, currency, always }: PriceRequest & { readonly currency: string },
  signal: AbortSignal,
): Promise<readonly WiderPrice[]> {
  const { named, others } = readLimits(need, toFilters);
  const moved = await Promise.all(
    named.map(async (limit): Promise<WiderPrice | undefined> => {
      const kept = [...others, ...named.filter((other) => other !== limit)];
      const asked = { limit, others: kept, always, count: OFFERS_TAKEN_IN };
      const hits = await offersBeyond(index, market, asked, signal);
      const furthest = hits.at(-1);
      if (furthest === undefined) return undefined;
      const price = Math.abs(furthest.score);
      const [above = price] = roundAmountsFrom(price, currency, 1);
      if (isCeiling(limit)) return { operator: 'lte', value: above };
      const below = roundAmountBelow(price, currency);
      return below === 0 ? undefined : { operator: 'gte', value: below };
    }),
  );
  return moved.filter((limit) => limit !== undefined);
}

interface Limits {
  /** Of the price, in the shopper's words: what "cheaper" set is not meant. */
  readonly named: readonly HardCondition[];
  readonly others: readonly HardCondition[];
}

function readLimits(need: Need, toFilters: ToFilters): Limits {
  const conditions = toHardConditions(need, toFilters);
  const isPrice = ({ constraints: [{ attribute }] }: HardCondition) => attribute === 'price';
  return {
    named: conditions.filter(
      (condition) => isPrice(condition) && condition.constraints[0].words !== '' && isBound(condition),
    ),
    others: conditions.filter((condition) => !isPrice(condition)),
  };
}

const isCeiling = ({ constraints: [{ operator }] }: HardCondition): boolean => operator.startsWith('l');
const isBound = ({ constraints: [{ operator }] }: HardCondition): boolean =>
  operator.startsWith('l') || operator.startsWith('g');

/** With only the other conditions, the cheapest offers above a ceiling or the dearest below a floor. */
async function offersBeyond(
  index: ProductIndex,
  market: string,
  asked: Pick<PriceRequest, 'always'> & {
    readonly limit: HardCondition;
    readonly others: readonly HardCondition[];
    readonly count: number;
  },
  signal: AbortSignal,
): Promise<readonly IndexHit[]> {
  const { limit, others, always, count } = asked;
  const [{ operator, value }] = limit.constraints;
  const isInclusive = operator.endsWith('e');
  const beyond = Number(value) + (isInclusive ? (isCeiling(limit) ? 1 : -1) : 0);
  const filters: IndexFilter[] = [
    ...always,
    ...others.flatMap((condition) => condition.filters),
    isCeiling(limit) ? { kind: 'price', minMinor: beyond } : { kind: 'price', maxMinor: beyond },
    { kind: 'availability', anyOf: ['in-stock', 'preorder'] },
  ];
  const order = isCeiling(limit) ? 'ascending' : 'descending';
  const [hits = []] = await index.search(
    { market, filters },
    [{ source: 'price', order, limit: count }],
    signal,
  );
  return hits;
}
