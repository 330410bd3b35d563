import { writeFileSync } from 'node:fs';
import { encodeTextVectors, trainTextVectors } from '../../connectors/embedding-model/text-vector-model.ts';
import { productEmbeddingText } from '../../src/retrieval/product-embedding-text.ts';
import { analyzeTerms } from '../../src/text/analyze.ts';
import { readLabelledSet } from '../suites/search/read-labelled-set.ts';
import { generateShelf } from './search/generate-shelf.ts';
import { gradeLabelled, gradePlanted } from './search/grade-queries.ts';
import { labelQueries, shelveLabelled } from './search/label-queries.ts';
import { plantQueries } from './search/plant-queries.ts';
import { type ShelfQuery, vectorsFile, writeShelf } from './search/shelf-files.ts';
import type { ShelfProduct } from './search/shelf-product.ts';
import { toProduct } from './search/to-product.ts';
import type { PrepareOptions, SearchPreparation } from './search.ts';

/** One catalogue with its queries and text vectors, in a process of its own: `node search-prepare.ts <options as JSON>`. */
const options = JSON.parse(process.argv[2] ?? '{}') as PrepareOptions;
const { products, queries } = await makeShelf(options);
writeShelf(options.directory, products, queries);
const startedMs = performance.now();
const model = trainTextVectors({
  documents: products.map((product) => ({ texts: productEmbeddingText(toProduct(product)) })),
  analyze: analyzeTerms,
  seed: options.seed,
});
const trainSeconds = (performance.now() - startedMs) / 1_000;
writeFileSync(vectorsFile(options.directory), encodeTextVectors(model));
const preparation: SearchPreparation = {
  trainSeconds,
  peakRssMb: process.resourceUsage().maxRSS / 1_024,
  queries: queries.length,
  tricks: queries.flatMap(({ trick }) => trick ?? []),
};
process.stdout.write(`${JSON.stringify(preparation)}\n`);

async function makeShelf({ size, limit, seed, labelled }: PrepareOptions): Promise<{
  readonly products: readonly ShelfProduct[];
  readonly queries: readonly ShelfQuery[];
}> {
  if (labelled === undefined) {
    const planted = [...generateShelf(size, seed)];
    const asked = plantQueries(planted, limit, seed + 1);
    return { products: planted, queries: gradePlanted(planted, asked) };
  }
  const set = await readLabelledSet(labelled);
  const own = shelveLabelled(set.products.slice(0, size), seed);
  const products = [...own, ...generateShelf(size - own.length, seed)];
  const asked = labelQueries(set, own, limit, seed + 1);
  return { products, queries: gradeLabelled(products, asked) };
}
