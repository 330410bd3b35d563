import type { CatalogueStore } from '../catalog/catalogue-store.ts';
import type { Market } from '../domain/market.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Library } from '../knowledge/library.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import type { ProductIndex } from '../ports/product-index.ts';
import type { IsSensitive } from '../ranking/sensitive-products.ts';
import type { Recommender } from '../recommendation/recommender.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import type { Vocabulary } from '../understanding/vocabulary.ts';
import { chooseMarket } from './choose-locale.ts';
import type { RankingBook } from './ranking-book.ts';

/** The shop as loaded: the published catalogue with everything derived from it. */
export interface Shop {
  readonly store: CatalogueStore;
  /** At least one, the usual one first. */
  readonly markets: readonly Market[];
  readonly vocabulary: Vocabulary;
  readonly index: ProductIndex;
  readonly retriever: Retriever;
  /** The shop's documents; absent when there are none. */
  readonly library?: Library | undefined;
  /** What texts on products are compared with questions by; absent: by words alone. */
  readonly embedder?: EmbeddingModel | undefined;
  readonly recommender: Recommender;
  /** Brings the index up to the prices of this moment: sales that began or ended since the last call. */
  refreshPrices(nowMs: number): Promise<void>;
  /** The product whose page has this address, absolute or from the root; undefined when none has. */
  productAt(url: string): string | undefined;
  /** Whether the index holds the models of `recommender`: then it is searched by them in place of this process. */
  isBehaviourIndexed(): boolean;
  /** Products that are new at this moment, the newest first, at most some hundreds. */
  arrivals(nowMs: number): readonly string[];
  /** Products whose texts use a term, as indexed; absent: nobody knows. */
  readonly usedIn?: (term: string) => number;
  /** Whether naming a product as a cause could give away something of a person. */
  readonly isSensitive: IsSensitive;
  /** What lists are ranked by at this moment. */
  readonly ranking: RankingBook;
  /** Versions of catalogue, models and weights in force, logged with every impression. */
  readonly rankingVersion: string;
}

export interface MarketHints {
  readonly market?: string | undefined;
  readonly locale?: string | undefined;
  readonly acceptLanguage?: string | undefined;
}

/**
 * The market named, or the one that language and region speak for.
 *
 * @throws {AssistantError} UNKNOWN_MARKET, naming the markets there are; NOT_READY when nothing is sold at all.
 */
export function marketOf({ markets }: Pick<Shop, 'markets'>, hints: MarketHints): Market {
  const chosen =
    hints.market === undefined
      ? chooseMarket(markets, hints.locale, hints.acceptLanguage)
      : markets.find(({ country }) => country === hints.market?.toUpperCase());
  if (chosen !== undefined) return chosen;
  if (markets.length === 0) {
    throw new AssistantError(
      'NOT_READY',
      'The shop has no catalogue yet; run: floorwalker import catalog FILE',
    );
  }
  const known = markets.map(({ country }) => country);
  throw new AssistantError(
    'UNKNOWN_MARKET',
    `The shop does not sell to "${hints.market?.slice(0, 20)}"; it sells to ${known.join(', ')}`,
    {
      details: { markets: known },
    },
  );
}
