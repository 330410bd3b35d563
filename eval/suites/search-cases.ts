import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { demoProducts } from '../../src/demo/demo-catalogue.ts';
import type { Product } from '../../src/domain/product.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { mean } from './search/measure-ranking.ts';
import { openSearchShop, type Search, type SearchShop } from './search/search-runs.ts';

/** One line of a case file: what the first products must be, by their facts rather than by their ids. */
const CASE = z.strictObject({
  query: z.string().min(1),
  language: z.enum(['en', 'de', 'fr', 'es']),
  /** ISO 3166-1 alpha-2. */
  market: z.string().length(2),
  /** Places that count. */
  first: z.int().positive(),
  /** Every attribute has one of its values; `category` is the last of the path. */
  all: z.record(z.string(), z.array(z.string()).min(1)),
});
type SearchCase = z.infer<typeof CASE>;

export interface SearchCaseFailure {
  readonly id: string;
  readonly say: string;
  readonly expected: string;
  readonly got: string;
}

export interface SearchCaseResult {
  readonly cases: number;
  /** By language and over all: mean share of the places that are filled with what is meant. */
  readonly metrics: {
    readonly precision: number;
    readonly byLanguage: Readonly<Record<string, number>>;
  };
  readonly baselines: Readonly<Record<'terms' | 'text', { readonly precision: number }>>;
  readonly failures: readonly SearchCaseFailure[];
}

/** The demo shop does not change with the day the suite is run. */
const NOW_MS = Date.UTC(2026, 0, 1);

/**
 * Written queries over the demo shop, in its four languages, on the path of the search page without its parser. Where fewer
 * products are what is meant than there are places, all of those suffice.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a case that no product can fulfil; a ZodError for a malformed line.
 */
export async function runSearchCases(files: readonly string[]): Promise<SearchCaseResult> {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const cases = texts.flatMap((text) =>
    text.split('\n').flatMap((line) => (line === '' ? [] : [CASE.parse(JSON.parse(line))])),
  );
  const products = [...demoProducts({ nowMs: NOW_MS })];
  const byId = new Map(products.map((product) => [product.productId, product]));
  const shops = new Map<string, SearchShop>();
  for (const market of new Set(cases.map((each) => each.market)))
    shops.set(market, await openSearchShop(products, { nowMs: NOW_MS, market }));

  const shares: {
    readonly language: string;
    readonly fused: number;
    readonly terms: number;
    readonly text: number;
  }[] = [];
  const failures: SearchCaseFailure[] = [];
  for (const [position, each] of cases.entries()) {
    const shop = shops.get(each.market);
    if (shop === undefined) continue;
    const meant = products.filter((product) => isSold(product, each.market) && isMeant(product, each));
    if (meant.length === 0)
      throw new AssistantError(
        'INVALID_ARGUMENT',
        `No product of the demo shop is what "${each.query}" means`,
      );
    const share = async (search: Search) => {
      const ids = await search(each.query, { limit: each.first, language: each.language });
      const right = ids.filter((id) => meant.some(({ productId }) => productId === id)).length;
      return { ids, value: right / Math.min(each.first, meant.length) };
    };
    const [fused, terms, text] = [await share(shop.fused), await share(shop.terms), await share(shop.text)];
    shares.push({ language: each.language, fused: fused.value, terms: terms.value, text: text.value });
    if (fused.value < 1)
      failures.push({
        id: `${each.language}:${position + 1}`,
        say: each.query,
        expected: JSON.stringify(each.all),
        got: fused.ids.map((id) => byId.get(id)?.texts[each.language]?.title ?? id).join(' | '),
      });
  }
  const byLanguage = Map.groupBy(shares, ({ language }) => language);
  return {
    cases: cases.length,
    metrics: {
      precision: mean(shares.map(({ fused }) => fused)),
      byLanguage: Object.fromEntries(
        [...byLanguage].map(([language, own]) => [language, mean(own.map(({ fused }) => fused))]),
      ),
    },
    baselines: {
      terms: { precision: mean(shares.map(({ terms }) => terms)) },
      text: { precision: mean(shares.map(({ text }) => text)) },
    },
    failures,
  };
}

const isSold = ({ variants }: Product, market: string): boolean =>
  variants.some(
    ({ offers }) => offers[market] !== undefined && offers[market].availability !== 'out-of-stock',
  );

function isMeant(product: Product, { all }: SearchCase): boolean {
  return Object.entries(all).every(([attribute, wanted]) => {
    const own =
      attribute === 'category' ? [product.category.at(-1) ?? ''] : (product.attributes[attribute] ?? []);
    const varied = product.variants.flatMap(({ attributes }) => attributes[attribute] ?? []);
    return [...own, ...varied].some((value) => wanted.includes(value));
  });
}
