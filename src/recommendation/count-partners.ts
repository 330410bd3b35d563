import type { DayTable } from './shopper-days.ts';
import { at } from './typed-arrays.ts';

/** How often a product comes with another. */
export interface PartnerCount {
  readonly partner: number;
  /** Days on which both came. */
  readonly together: number;
  /** Different shoppers among them. */
  readonly shoppers: number;
}

/**
 * Counts for one product after the other, so that never more than one row of pairs is in memory.
 *
 * @param shopperOf By day; the days of a shopper stand together.
 * @returns Partners of a product in no order. Cost of a call: O(products of its days).
 */
export function countPartners(
  { byDay, byProduct }: DayTable,
  shopperOf: Int32Array,
): (product: number) => PartnerCount[] {
  const productCount = byProduct.starts.length - 1;
  const together = new Int32Array(productCount);
  const shoppers = new Int32Array(productCount);
  const lastShopper = new Int32Array(productCount);
  return (product) => {
    const touched: number[] = [];
    for (let visit = at(byProduct.starts, product); visit < at(byProduct.starts, product + 1); visit += 1) {
      const day = at(byProduct.columns, visit);
      const shopper = at(shopperOf, day);
      for (let entry = at(byDay.starts, day); entry < at(byDay.starts, day + 1); entry += 1) {
        const partner = at(byDay.columns, entry);
        if (partner === product) continue;
        if (together[partner] === 0) touched.push(partner);
        if (together[partner] === 0 || lastShopper[partner] !== shopper)
          shoppers[partner] = at(shoppers, partner) + 1;
        together[partner] = at(together, partner) + 1;
        lastShopper[partner] = shopper;
      }
    }
    const counts = touched.map((partner) => ({
      partner,
      together: at(together, partner),
      shoppers: at(shoppers, partner),
    }));
    for (const partner of touched) {
      together[partner] = 0;
      shoppers[partner] = 0;
    }
    return counts;
  };
}
