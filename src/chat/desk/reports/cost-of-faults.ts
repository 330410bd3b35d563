import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { FaultCost } from '../../../domain/desk/catalogue-health.ts';
import type { Constraint } from '../../../domain/need.ts';
import type { Shop } from '../../shop.ts';
import type { FoundFault } from './find-faults.ts';
import type { RecordedLists, RecordedNeed } from './recorded-lists.ts';

/** Products of one fault that are looked for at once. */
const MOST_PRODUCTS = 1_000;
/** Faults that are counted before others run. */
const FAULTS_AT_ONCE = 8;

/**
 * What each fault costs: a product of which something is not told is left out of every list that asks for it, though it may well fit;
 * and what is told too little of stands on fewer lists. The first is counted, the second only laid beside others.
 *
 * Cost: a count of the index for each recorded need with each attribute it asks for.
 */
export async function costOfFaults(
  shop: Shop,
  faults: readonly FoundFault[],
  recorded: RecordedLists,
  products: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<FoundFault, FaultCost>> {
  const hiding = Map.groupBy(faults, hiddenBy);
  const leftOut = new Map<FoundFault, number>();
  for (const need of recorded.needs) {
    for (const attribute of new Set(need.limits.filter(asksToBeTold).map((limit) => limit.attribute))) {
      signal.throwIfAborted();
      const concerned = hiding.get(attribute) ?? [];
      const counts = await countFitting(shop, need, { attribute, faults: concerned }, signal);
      for (const [index, fault] of concerned.entries())
        if ((counts[index] ?? 0) > 0) leftOut.set(fault, (leftOut.get(fault) ?? 0) + need.lists);
    }
  }
  return new Map(
    faults.map((fault) => {
      const shown = fault.productIds.filter((productId) => recorded.shown.has(productId)).length;
      const others = products - fault.productIds.length;
      return [
        fault,
        {
          ...(hiddenBy(fault) === undefined ? {} : { leftOut: leftOut.get(fault) ?? 0 }),
          shownShare: shown / Math.max(1, fault.productIds.length),
          othersShownShare: others === 0 ? 0 : Math.max(0, recorded.shown.size - shown) / others,
        },
      ];
    }),
  );
}

/** Whoever asks for this attribute does not see the product; undefined where the fault keeps it out of no list. */
const hiddenBy = ({ kind, attribute }: FoundFault): string | undefined =>
  attribute ?? (kind === 'no-brand' ? 'brand' : kind === 'unreadable-size' ? 'size' : undefined);

/** A product that does not tell the attribute fails; of what is refused it passes. */
const asksToBeTold = ({ operator }: Constraint): boolean => operator !== 'ne';

/** Products of each fault that fulfil everything else of a need. */
async function countFitting(
  shop: Shop,
  { market, limits }: RecordedNeed,
  { attribute, faults }: { readonly attribute: string; readonly faults: readonly FoundFault[] },
  signal: AbortSignal,
): Promise<readonly number[]> {
  if (faults.length === 0) return [];
  const others = limits.filter((limit) => limit.attribute !== attribute);
  const need = { query: '', constraints: others };
  const { scope } = await shop.retriever.resolve(
    { need, market, firm: others, onlyAvailable: false },
    signal,
  );
  const counts: number[] = [];
  for (let from = 0; from < faults.length; from += FAULTS_AT_ONCE) {
    await letOthersRun();
    const some = faults.slice(from, from + FAULTS_AT_ONCE).map(({ productIds }) => ({
      ...scope,
      filters: [...scope.filters, { kind: 'product' as const, anyOf: productIds.slice(0, MOST_PRODUCTS) }],
    }));
    counts.push(...(await shop.index.count(some, signal)));
  }
  return counts;
}
