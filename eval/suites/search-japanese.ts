import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { createEmbeddedProductIndex } from '../../connectors/product-index/embedded.ts';
import type { Product } from '../../src/domain/product.ts';
import { toIndexDocument } from '../../src/retrieval/to-index-document.ts';
import { mean, recall } from './search/measure-ranking.ts';
import { openSearchShop, type Search } from './search/search-runs.ts';

const SHOP = z.strictObject({
  products: z.array(z.strictObject({ id: z.string(), title: z.string() })).min(1),
  queries: z.array(z.strictObject({ query: z.string(), relevant: z.array(z.string()).min(1) })).min(1),
});
type JapaneseShop = z.infer<typeof SHOP>;

const SHOP_FILE = new URL('../cases/search-japanese/shop.json', import.meta.url);
const MARKET = 'JP';
const NOW_MS = Date.UTC(2026, 0, 1);
const DEPTH = 10;

interface JapaneseQuality {
  /** Mean over the queries of the share of what is meant that is among the first ten. */
  readonly 'recall@10': number;
  /** The same among as many as are meant: 1 when nothing else stands before them. */
  readonly rPrecision: number;
}

export interface JapaneseResult {
  readonly queries: number;
  readonly metrics: JapaneseQuality;
  /** `english`: the same search for a shopper who is spoken to in English. `whitespace`: the same index over words between blanks. */
  readonly baselines: Readonly<Record<'terms' | 'english' | 'whitespace', JapaneseQuality>>;
  readonly failures: readonly {
    readonly id: string;
    readonly say: string;
    readonly expected: string;
    readonly got: string;
  }[];
}

/**
 * Titles and queries written without spaces, on the path of the search page, beside words as blanks part them.
 *
 * @throws {ZodError} for a malformed file.
 */
export async function runSearchJapanese(): Promise<JapaneseResult> {
  const { products: titles, queries } = SHOP.parse(JSON.parse(await readFile(SHOP_FILE, 'utf8')));
  const products = titles.map(toProduct);
  const shop = await openSearchShop(products, { nowMs: NOW_MS, market: MARKET });
  const whitespace = await openWhitespaceSearch(products);
  const titleOf = new Map(titles.map(({ id, title }) => [id, title]));
  const measure = async (search: Search, language: string) =>
    await Promise.all(
      queries.map(async ({ query, relevant }) => {
        const ids = await search(query, { limit: DEPTH, language });
        return {
          query,
          relevant,
          ids,
          found: shareFound(ids, relevant, DEPTH),
          first: shareFound(ids, relevant, relevant.length),
        };
      }),
    );
  const fused = await measure(shop.fused, 'ja');
  const qualityOf = (results: Awaited<ReturnType<typeof measure>>): JapaneseQuality => ({
    'recall@10': mean(results.map(({ found }) => found)),
    rPrecision: mean(results.map(({ first }) => first)),
  });
  const namesOf = (ids: readonly string[]) => ids.map((id) => titleOf.get(id) ?? id).join(' | ');
  return {
    queries: queries.length,
    metrics: qualityOf(fused),
    baselines: {
      terms: qualityOf(await measure(shop.terms, 'ja')),
      english: qualityOf(await measure(shop.fused, 'en')),
      whitespace: qualityOf(await measure(whitespace, 'ja')),
    },
    failures: fused
      .filter(({ first }) => first < 1)
      .map(({ query, relevant, ids }, position) => ({
        id: `ja:${position + 1}`,
        say: query,
        expected: namesOf(relevant),
        got: namesOf(ids),
      })),
  };
}

const shareFound = (ids: readonly string[], relevant: readonly string[], depth: number): number =>
  recall(ids, new Map(relevant.map((id) => [id, 2])), depth) ?? 0;

function toProduct({ id, title }: JapaneseShop['products'][number]): Product {
  const offer = { price: { amountMinor: 1000, currency: 'JPY' }, availability: 'in-stock' as const };
  return {
    productId: id,
    texts: { ja: { title, description: '' } },
    language: 'ja',
    category: [],
    attributes: {},
    variants: [{ variantId: id, attributes: {}, offers: { [MARKET]: offer } }],
  };
}

/** The same index, its terms parted by blanks and marks alone. */
async function openWhitespaceSearch(products: readonly Product[]): Promise<Search> {
  const index = createEmbeddedProductIndex();
  const split = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  await index.replaceAll(
    products.map((product) => {
      const document = toIndexDocument(product, new Float32Array(1), NOW_MS);
      return { ...document, terms: { ...document.terms, title: split(product.texts.ja?.title ?? '') } };
    }),
  );
  return async (query, { limit }) => {
    const words = split(query).map((term, group) => ({ term, weight: 1, group }));
    const [hits = []] = await index.search(
      { market: MARKET, filters: [] },
      [{ source: 'terms', query: words, limit }],
      new AbortController().signal,
    );
    return hits.map(({ productId }) => productId);
  };
}
