import type { Language } from '../domain/locale.ts';
import type { Market } from '../domain/market.ts';
import type { SourceItem } from './catalogue-source.ts';

/**
 * One sellable thing in the shop's own words: what a feed format can tell before anybody knows what a word means.
 * Texts stand as they were written (markup included). A feed connector makes listings; the catalogue reads them.
 */
export interface Listing {
  /** 1-based line (or record) of the feed. */
  readonly line: number;
  /** Of the thing that is sold; the product's own id when there is no `groupId`. */
  readonly id?: string;
  /** Listings of one group are variants of one product with this id. */
  readonly groupId?: string;
  readonly title?: string;
  readonly description?: string;
  readonly brand?: string;
  /** Path from the root. */
  readonly category?: readonly string[];
  /** What is paid, with or without its currency; a number when the format has numbers. */
  readonly price?: string | number;
  /** A price before reduction: `price` is then the reduced one. */
  readonly listPrice?: string | number;
  /** A reduced price: `price` is then the regular one. */
  readonly salePrice?: string | number;
  readonly saleFrom?: string;
  readonly saleUntil?: string;
  readonly currency?: string;
  readonly availability?: string;
  readonly stock?: string | number;
  /** Delivery costs; without a country they hold everywhere. */
  readonly shipping?: readonly { readonly country?: string; readonly price: string | number }[];
  readonly language?: string;
  readonly sku?: string;
  readonly gtin?: string;
  /** The manufacturer's own number. */
  readonly mpn?: string;
  readonly imageUrl?: string;
  readonly url?: string;
  readonly listedAt?: string;
  /** Name and value as the shop writes them, in order; a name may stand several times. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Set when the shop itself keeps it from sale: the reason. */
  readonly withheld?: { readonly code: string; readonly reason: string };
}

/** What is known of a feed before its first product is read. */
export interface FeedEvidence {
  /** The first listings, at most a few hundred. */
  readonly sample: readonly Listing[];
  /** A market somebody named; the rest is derived. */
  readonly market?: { readonly country: string; readonly currency?: string; readonly language?: Language };
  /** Language the feed declares for all its texts. */
  readonly language?: Language;
  /** Sign before the decimals when the format or a map fixes it. */
  readonly decimalSign?: '.' | ',';
}

/** A reading of one feed for one market. */
export interface ListingReading {
  readonly market: Market;
  /** The listings of one product (one, or all variants of a group) become a product, rejected and skipped rows. */
  read(listings: readonly Listing[]): readonly SourceItem[];
  /** A document that claims to be a domain `Product` already. */
  accept(document: unknown, line: number): SourceItem;
}

/** Gives listings their meaning: prices, availability, attributes, plain text. */
export interface ListingInterpreter {
  begin(evidence: FeedEvidence): ListingReading;
}
