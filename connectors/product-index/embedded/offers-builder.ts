import type { IndexedVariant } from '../../../src/ports/product-index.ts';
import { createBits, setBit } from './bits.ts';
import { createFloat64, createGrowingColumn } from './growing-column.ts';
import { AVAILABILITIES, type OfferColumns } from './segment.ts';

/** Lays out what variants cost in each market. */
export interface OffersBuilder {
  add(variant: number, offers: IndexedVariant['offers']): void;
  /** Once, at the end. */
  build(variantCount: number): ReadonlyMap<string, OfferColumns>;
}

export function createOffersBuilder(): OffersBuilder {
  const markets = new Map<
    string,
    { variants: number[]; pricesMinor: ReturnType<typeof growPrices>; kinds: number[] }
  >();
  const growPrices = () => createGrowingColumn(createFloat64);

  return {
    add(variant, offers) {
      for (const [market, offer] of Object.entries(offers)) {
        const columns = markets.get(market) ?? { variants: [], pricesMinor: growPrices(), kinds: [] };
        markets.set(market, columns);
        columns.variants.push(variant);
        columns.pricesMinor.push(offer.priceMinor);
        columns.kinds.push(AVAILABILITIES.indexOf(offer.availability));
      }
    },
    build(variantCount) {
      return new Map(
        markets.entries().map(([market, { variants, pricesMinor, kinds }]) => {
          const prices = new Float64Array(variantCount).fill(Number.NaN);
          const availabilities = new Uint8Array(variantCount);
          const sold = createBits(variantCount);
          const known = pricesMinor.toColumn();
          variants.forEach((variant, entry) => {
            prices[variant] = known[entry] ?? Number.NaN;
            availabilities[variant] = kinds[entry] ?? 0;
            setBit(sold, variant);
          });
          return [market, { pricesMinor: prices, availabilities, sold }];
        }),
      );
    },
  };
}
