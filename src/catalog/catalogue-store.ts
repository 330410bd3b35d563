import type { Market } from '../domain/market.ts';
import type { Product } from '../domain/product.ts';
import type { Database } from '../ports/database.ts';

/** What is published: the truth that indexes and models are built from and answers are rendered from. */
export interface CatalogueStore {
  /** Unknown ids are left out. @param ids Any number; doubles count once. */
  products(ids: readonly string[]): Promise<Map<string, Product>>;
  /** Every product, by productId. Reads in batches: an import that is published meanwhile may show in the later ones. */
  all(): AsyncIterable<Product>;
  /** By country. */
  markets(): Promise<Market[]>;
  /** The newest version, undefined before the first import. */
  version(): Promise<CatalogueVersion | undefined>;
  count(): Promise<number>;
}

interface CatalogueVersion {
  readonly version: number;
  readonly products: number;
  readonly publishedAtMs: number;
  readonly origin: string;
  /** Of all its products: the same catalogue, published again, has the same. */
  readonly contentHash: string;
}

/** Rows of one query: under the limit of parameters of every engine, and short enough to let others run between. */
const BATCH = 500;

export function createCatalogueStore({ query }: Pick<Database, 'query'>): CatalogueStore {
  return {
    async products(ids) {
      const wanted = [...new Set(ids)];
      const found = new Map<string, Product>();
      for (let from = 0; from < wanted.length; from += BATCH) {
        const rows = await query
          .selectFrom('products')
          .select(['productId', 'document'])
          .where('productId', 'in', wanted.slice(from, from + BATCH))
          .execute();
        for (const row of rows) found.set(row.productId, toProduct(row.document));
      }
      return found;
    },

    async *all() {
      let after = '';
      while (true) {
        const rows = await query
          .selectFrom('products')
          .select(['productId', 'document'])
          .where('productId', '>', after)
          .orderBy('productId')
          .limit(BATCH)
          .execute();
        for (const row of rows) yield toProduct(row.document);
        const last = rows.at(-1);
        if (last === undefined) return;
        after = last.productId;
      }
    },

    async markets() {
      const rows = await query.selectFrom('markets').selectAll().orderBy('country').execute();
      return rows.map(({ country, currency, languages }) => ({
        country,
        currency,
        languages: JSON.parse(languages) as string[],
      }));
    },

    async version() {
      return await query
        .selectFrom('catalogueVersions')
        .select(['version', 'products', 'publishedAtMs', 'origin', 'contentHash'])
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst();
    },

    async count() {
      const row = await query
        .selectFrom('products')
        .select((expression) => expression.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
  };
}

/** Documents are written by `importCatalogue` only. */
export const toProduct = (document: string): Product => JSON.parse(document) as Product;
