import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { readTable } from '../read-table.ts';
import { namedProduct, type PriceLimit, type WordedRequests } from './gold.ts';

const annotationsSchema = z.object({
  currency: z.string(),
  /** Makers that no query names. */
  otherBrands: z.array(z.string()),
  kinds: z.array(z.string()),
  queries: z.record(
    z.string(),
    z.object({
      min: z.number().optional(),
      max: z.number().optional(),
      brands: z.array(z.string()).optional(),
    }),
  ),
});

/**
 * The conversational queries of ESCI-S: their file has no gold limits, so these are read by hand, by query. The catalogue is one of
 * phones and accessories by all makers that are named, and by others.
 */
export async function readEsciConversational(file: string, annotations: string): Promise<WordedRequests> {
  const { currency, otherBrands, kinds, queries } = annotationsSchema.parse(
    JSON.parse(readFileSync(annotations, 'utf8')),
  );
  const rows = await readTable(file, ['query_id', 'query']);
  const texts = new Map(rows.map(({ query_id = '', query = '' }) => [query_id, query]));
  const place = { currency, country: 'US' };
  const brands = new Set([...Object.values(queries).flatMap((entry) => entry.brands ?? []), ...otherBrands]);
  const products = [...brands].flatMap((brand) =>
    kinds.map((kind) => namedProduct(`${brand}-${kind}`, `${brand} ${kind}`, { ...place, brand })),
  );
  const requests = [...texts].flatMap(([id, text]) => {
    const entry = queries[id];
    if (entry === undefined) return [];
    const limits: PriceLimit[] = [
      ...(entry.min === undefined ? [] : [{ side: 'min' as const, amount: entry.min }]),
      ...(entry.max === undefined ? [] : [{ side: 'max' as const, amount: entry.max }]),
    ];
    return [{ text, limits, brands: entry.brands ?? [] }];
  });
  return { name: 'esci_conversational', ...place, products, requests };
}
