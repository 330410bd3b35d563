import type { ListingInterpreter, ListingReading } from '../ports/listing-interpreter.ts';
import { acceptProduct } from './accept-product.ts';
import { buildProduct } from './build-product.ts';
import type { VariantContext } from './build-variant.ts';
import { decimalSignOf } from './decimal-sign.ts';
import { resolveMarket } from './resolve-market.ts';

/** The catalogue's reading of feeds: one market and one language for a feed, decided by its first listings. */
export const listingInterpreter: ListingInterpreter = {
  begin(evidence): ListingReading {
    const market = resolveMarket(evidence);
    const language = market.languages[0] ?? 'en';
    const locale = `${language}-${market.country}`;
    // Only a market that somebody named says how prices are written there; a guessed one must not decide amounts.
    const decimalSign =
      evidence.decimalSign ?? (evidence.market === undefined ? undefined : decimalSignOf(locale));
    const context: VariantContext = {
      country: market.country,
      currency: market.currency,
      language,
      locale,
      ...(decimalSign === undefined ? {} : { decimalSign }),
    };
    return {
      market,
      read: (listings) => buildProduct(listings, context),
      accept: (document, line) => acceptProduct(document, line),
    };
  },
};
