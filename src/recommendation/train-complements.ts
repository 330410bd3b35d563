import { attractionProbability, discoveryThreshold, liftOf } from './association-test.ts';
import { countPartners, type PartnerCount } from './count-partners.ts';
import type { InteractionColumns } from './interaction-columns.ts';
import { collectShopperDays, type ShopperDays } from './shopper-days.ts';
import { DEFAULT_ROW_OPTIONS, type RowOptions } from './shopper-rows.ts';
import { at } from './typed-arrays.ts';

/** For every product what goes with it. Rows as in `NeighbourModel`; the relation is symmetric, the rows are cut. */
export interface ComplementModel {
  /** Ascending; rows and columns are positions in it. */
  readonly productIds: readonly string[];
  readonly starts: Int32Array;
  /** What is proven to be taken together first, then what is only looked at together; each by affinity, ties by position. */
  readonly partners: Int32Array;
  /** Parallel: days of shoppers on which both were taken; 0 for what is only looked at together. */
  readonly together: Int32Array;
  /** Parallel: ln(lift) less what chance may have added, > 0. */
  readonly affinities: Float32Array;
}

export interface ComplementOptions extends RowOptions {
  /** Share of the pairs found that may be chance, in (0, 1). */
  readonly falseShare: number;
  /** Most partners kept for a product, of each kind. */
  readonly partners: number;
}

export const DEFAULT_COMPLEMENT_OPTIONS = { falseShare: 0.05, partners: 60, ...DEFAULT_ROW_OPTIONS } as const;

/** Below it, "bought together" would tell of somebody. */
const LEAST_SHOPPERS = 3;
/** Standard errors that an affinity is lowered by: one-sided 95 %. */
const CAUTION = 1.645;

/**
 * What belongs together, told from what is only alike. The unit is a shopper's day. A pair is taken together when that
 * happened oftener than by chance (G-test over all pairs of products that could be proven, Benjamini-Hochberg), and when
 * having both in view led to taking both at least as often as deciding about each alone would: substitutes are looked at
 * together, and then one of them is left. Where that is not proven, being looked at together by the same test is the next best.
 *
 *   affinity = ln(lift) - 1.645 / sqrt(days together)
 *
 * At least three shoppers stand behind every pair. Cost: O(sum over days of their products squared) time, the kept pairs in memory.
 */
export function trainComplements(
  log: InteractionColumns,
  options: ComplementOptions = DEFAULT_COMPLEMENT_OPTIONS,
): ComplementModel {
  const days = collectShopperDays(log, options);
  const { taken, looked } = findPairs(days, log.productIds.length, options.partners);
  const proven = keepDiscoveries(taken, provable(days.taken.byProduct.starts), options.falseShare);
  const likely = keepDiscoveries(looked, provable(days.looked.byProduct.starts), options.falseShare);
  const rows = log.productIds.map((_, product) => {
    const first = proven[product] ?? [];
    const known = new Set(first.map(({ partner }) => partner));
    const others = (likely[product] ?? []).filter(({ partner }) => !known.has(partner));
    return [...first, ...others.map((pair) => ({ ...pair, together: 0 }))];
  });
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, product) => {
    starts[product + 1] = at(starts, product) + row.length;
  });
  const entries = rows.flat();
  return {
    productIds: log.productIds,
    starts,
    partners: Int32Array.from(entries, ({ partner }) => partner),
    together: Int32Array.from(entries, ({ together }) => together),
    affinities: Float32Array.from(entries, ({ affinity }) => affinity),
  };
}

interface Pair {
  readonly partner: number;
  readonly together: number;
  readonly affinity: number;
  readonly probability: number;
}

type PairRows = readonly (readonly Pair[])[];

function findPairs(
  { taken, looked, shopperOf }: ShopperDays,
  productCount: number,
  limit: number,
): { readonly taken: PairRows; readonly looked: PairRows } {
  const countTaken = countPartners(taken, shopperOf);
  const countLooked = countPartners(looked, shopperOf);
  const basketDays = taken.byDay.starts.reduce(
    (count, start, day) => count + (day > 0 && start > at(taken.byDay.starts, day - 1) ? 1 : 0),
    0,
  );
  const takenDays = lengthsOf(taken.byProduct.starts);
  const lookedDays = lengthsOf(looked.byProduct.starts);
  const takenRows: Pair[][] = [];
  const lookedRows: Pair[][] = [];
  for (let product = 0; product < productCount; product += 1) {
    const seen = new Map(countLooked(product).map((count) => [count.partner, count]));
    const takingRate = (of: number) => at(takenDays, of) / Math.max(1, at(lookedDays, of));
    const complements = countTaken(product).filter(
      ({ partner, together }) =>
        together >= (seen.get(partner)?.together ?? 0) * takingRate(product) * takingRate(partner),
    );
    takenRows.push(attracted(product, complements, takenDays, basketDays, limit));
    lookedRows.push(attracted(product, [...seen.values()], lookedDays, shopperOf.length, limit));
  }
  return { taken: takenRows, looked: lookedRows };
}

/** Partners of a product that come oftener than by chance and surely enough, the best of them. */
function attracted(
  product: number,
  counts: readonly PartnerCount[],
  days: Int32Array,
  trials: number,
  limit: number,
): Pair[] {
  return counts
    .flatMap(({ partner, together, shoppers }): Pair[] => {
      const table = { together, first: at(days, product), second: at(days, partner), trials };
      const affinity = Math.log(liftOf(table)) - CAUTION / Math.sqrt(together);
      if (shoppers < LEAST_SHOPPERS || affinity <= 0) return [];
      return [{ partner, together, affinity, probability: attractionProbability(table) }];
    })
    .sort((left, right) => right.affinity - left.affinity || left.partner - right.partner)
    .slice(0, limit);
}

/** Every pair is asked from both its sides. @param products How many could be proven partners at all. */
function keepDiscoveries(rows: PairRows, products: number, falseShare: number): PairRows {
  const threshold = discoveryThreshold(
    rows.flatMap((row) => row.map(({ probability }) => probability)),
    { tests: products * (products - 1), falseShare },
  );
  return rows.map((row) => row.filter(({ probability }) => probability <= threshold));
}

/** Products of at least so many days that a pair of them could be proven. */
const provable = (starts: Int32Array): number =>
  lengthsOf(starts).reduce((count, length) => count + (length >= LEAST_SHOPPERS ? 1 : 0), 0);

const lengthsOf = (starts: Int32Array): Int32Array =>
  starts.subarray(1).map((end, row) => end - at(starts, row));
