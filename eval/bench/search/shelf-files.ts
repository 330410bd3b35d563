import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Trick } from './plant-queries.ts';
import type { ShelfFacet, ShelfFilter, ShelfProduct } from './shelf-product.ts';

/** What every measuring process is given beside the products. */
export interface ShelfQuery {
  readonly query: string;
  /** Absent for queries of a labelled set. */
  readonly trick?: Trick;
  readonly filter: ShelfFilter;
  /** Product and grade, 1 worth nothing; products that are not named are worth nothing. */
  readonly grades: readonly (readonly [productId: string, grade: number])[];
  /** Those of them that pass the filter. */
  readonly filteredGrades: readonly (readonly [productId: string, grade: number])[];
  /** Products that pass the filter and hold every word of the query as it is written. */
  readonly holding: readonly string[];
  /** Products that pass the filter, by value; only of the first queries. */
  readonly facets?: Readonly<Record<ShelfFacet, Readonly<Record<string, number>>>>;
}

const productsFile = (directory: string) => join(directory, 'products.jsonl');
const queriesFile = (directory: string) => join(directory, 'queries.json');
/** Where the process that trains leaves the text vectors. */
export const vectorsFile = (directory: string): string => join(directory, 'text-vectors.bin');

export function writeShelf(
  directory: string,
  products: readonly ShelfProduct[],
  queries: readonly ShelfQuery[],
): void {
  writeFileSync(productsFile(directory), products.map((product) => `${JSON.stringify(product)}\n`).join(''));
  writeFileSync(queriesFile(directory), JSON.stringify(queries));
}

/** One product after another, so that nobody holds more than it keeps. */
export async function* readProducts(directory: string): AsyncIterable<ShelfProduct> {
  const lines = createInterface({ input: createReadStream(productsFile(directory)), crlfDelay: Infinity });
  for await (const line of lines) yield JSON.parse(line) as ShelfProduct;
}

export const readQueries = (directory: string): readonly ShelfQuery[] =>
  JSON.parse(readFileSync(queriesFile(directory), 'utf8')) as ShelfQuery[];
