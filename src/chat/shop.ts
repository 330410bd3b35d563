import type { CatalogueStore } from '../catalog/catalogue-store.ts';
import type { Market } from '../domain/market.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { ProductIndex } from '../ports/product-index.ts';
import type { Recommender } from '../recommendation/recommender.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import type { Vocabulary } from '../understanding/vocabulary.ts';

/** The shop as loaded: the published catalogue with everything derived from it. */
export interface Shop {
  readonly store: CatalogueStore;
  /** At least one, the usual one first. */
  readonly markets: readonly Market[];
  readonly vocabulary: Vocabulary;
  readonly index: ProductIndex;
  readonly retriever: Retriever;
  readonly recommender: Recommender;
  /** Versions of catalogue, models and weights, logged with every impression. */
  readonly rankingVersion: string;
}

/** @throws {AssistantError} UNKNOWN_MARKET, naming the markets there are; NOT_READY when nothing is sold at all. */
export function marketOf(shop: Pick<Shop, 'markets'>, country: string | undefined): Market {
  const [first] = shop.markets;
  if (first === undefined)
    throw new AssistantError(
      'NOT_READY',
      'The shop has no catalogue yet; run: floorwalker import catalog FILE',
    );
  if (country === undefined) return first;
  const wanted = country.toUpperCase();
  const found = shop.markets.find((market) => market.country === wanted);
  if (found !== undefined) return found;
  const known = shop.markets.map((market) => market.country);
  throw new AssistantError(
    'UNKNOWN_MARKET',
    `The shop does not sell to "${country.slice(0, 20)}"; it sells to ${known.join(', ')}`,
    {
      details: { markets: known },
    },
  );
}
