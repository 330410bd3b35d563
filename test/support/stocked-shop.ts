import { createRankingBook } from '../../src/chat/ranking-book.ts';
import type { Shop } from '../../src/chat/shop.ts';
import type { Market } from '../../src/domain/market.ts';
import type { Product } from '../../src/domain/product.ts';
import { NO_RULES } from '../../src/ranking/rules/rule-book.ts';
import { createSellerLedger } from '../../src/ranking/seller-ledger.ts';
import { createSensitivity } from '../../src/ranking/sensitive-products.ts';
import { SHIPPED_WEIGHTS } from '../../src/ranking/weight-table.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import { indexOf, silentEmbedder } from './small-shop.ts';

export interface StockedShop extends Shop {
  /** What the store answers by product; a test changes it behind the back of the index. */
  readonly stock: Map<string, Product>;
}

export const US: Market = { country: 'US', currency: 'USD', languages: ['en'] };

/** A shop of hand-made products, indexed as they are now, with nothing learned from behaviour. */
export async function stockedShop(
  products: readonly Product[],
  markets: readonly Market[] = [US],
  vectorOf?: (product: Product) => readonly [number, number],
): Promise<StockedShop> {
  const stock = new Map(products.map((product) => [product.productId, product]));
  const [vocabulary, index] = await Promise.all([buildVocabulary(products), indexOf(products, vectorOf)]);
  return {
    stock,
    store: {
      products: async (ids) =>
        new Map(
          ids.flatMap((id) => {
            const found = stock.get(id);
            return found === undefined ? [] : [[id, found] as const];
          }),
        ),
      all: async function* () {
        yield* stock.values();
      },
      markets: async () => [...markets],
      version: async () => ({
        version: 1,
        products: stock.size,
        publishedAtMs: 0,
        origin: 'import',
        contentHash: '',
      }),
      count: async () => stock.size,
    },
    markets,
    vocabulary,
    index,
    retriever: createRetriever({
      index,
      embedder: silentEmbedder(),
      toFilters: (constraint) => vocabulary.toFilters(constraint),
      catalogueLanguages: vocabulary.languages,
    }),
    recommender: createRecommender({}),
    isSensitive: createSensitivity([]),
    refreshPrices: async () => {},
    productAt: () => undefined,
    arrivals: () => [],
    isBehaviourIndexed: () => false,
    ranking: createRankingBook({ sellers: createSellerLedger(), weights: SHIPPED_WEIGHTS, rules: NO_RULES }),
    rankingVersion: 'test',
  };
}
