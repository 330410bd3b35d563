import type { Language } from './locale.ts';

/** A country the shop sells to. One deployment serves many; prices and stock stand by market. */
export interface Market {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Languages spoken to shoppers there, the usual one first. */
  readonly languages: readonly Language[];
}
