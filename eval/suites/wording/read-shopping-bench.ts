import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { splitWords } from '../../../src/text/analyze.ts';
import { namedProduct, type PriceLimit, type WordedRequests } from './gold.ts';

const goldSchema = z.object({
  product_id: z.string(),
  title: z.array(z.string()),
  price: z.array(z.record(z.string(), z.array(z.number().nullable()))).optional(),
  attributes: z.array(z.record(z.string(), z.array(z.string()))).optional(),
});

const rowSchema = z.object({
  query: z.string(),
  reward: z.union([goldSchema, z.array(goldSchema)]),
  voucher: z.object({ budget: z.number() }).optional(),
});

type Gold = z.infer<typeof goldSchema>;

/** Values of the brand field that name no maker. */
const NO_MAKER = /no brand|^imported$/i;

/**
 * ShoppingBench (arXiv 2508.04266): `product`, `shop` and `voucher` of a folder. Limits are those of the gold products, the budget of a
 * voucher among them; brands are their `brand` values, as far as they stand in the wording.
 */
export function readShoppingBench(folder: string): WordedRequests {
  const rows = ['product', 'shop', 'voucher'].flatMap((part) =>
    gunzipSync(readFileSync(join(folder, `${part}.jsonl.gz`)))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => rowSchema.parse(JSON.parse(line))),
  );
  const place = { currency: 'PHP', country: 'PH' };
  const golds = rows.flatMap(({ reward }) => reward);
  const products = golds.map((gold, at) =>
    namedProduct(`${gold.product_id}-${at}`, gold.title.join(' '), {
      ...place,
      brand: brandsOf(gold)[0],
      attributes: attributesOf(gold),
    }),
  );
  const requests = rows.map(({ query, reward, voucher }) => {
    const gold = [reward].flat();
    const budget: PriceLimit[] = voucher === undefined ? [] : [{ side: 'max', amount: voucher.budget }];
    return {
      text: query,
      limits: [...gold.flatMap(limitsOf), ...budget],
      brands: [...new Set(gold.flatMap(brandsOf))].filter((brand) => stands(brand, query)),
    };
  });
  return { name: 'shoppingbench', ...place, products, requests };
}

function limitsOf({ price = [] }: Gold): PriceLimit[] {
  return price.flatMap((entry) =>
    Object.values(entry).flatMap(([min, max]): PriceLimit[] => [
      ...(min === null || min === undefined ? [] : [{ side: 'min' as const, amount: min }]),
      ...(max === null || max === undefined ? [] : [{ side: 'max' as const, amount: max }]),
    ]),
  );
}

function brandsOf({ attributes = [] }: Gold): string[] {
  return attributes.flatMap(({ brand = [] }) => brand).filter((brand) => !NO_MAKER.test(brand));
}

/** All but the brand, each attribute once. */
function attributesOf({ attributes = [] }: Gold): Record<string, readonly string[]> {
  const { brand: _, ...rest } = Object.assign({}, ...attributes);
  return rest;
}

/** Whether the words stand in the text, one after another. */
const stands = (words: string, text: string): boolean => spaced(text).includes(spaced(words));

const spaced = (text: string): string =>
  ` ${splitWords(text, 'en')
    .map(({ normal }) => normal)
    .join(' ')} `;
