import { readFileSync } from 'node:fs';
import { decodeTextVectors } from '../../connectors/embedding-model/text-vector-model.ts';
import { createTrainedEmbeddingModel } from '../../connectors/embedding-model/trained.ts';
import { createEmbeddedProductIndex } from '../../connectors/product-index/embedded.ts';
import { createMemoryProductIndex } from '../../connectors/product-index/memory.ts';
import { analyzeTerms } from '../../src/text/analyze.ts';
import { mean } from '../suites/search/measure-ranking.ts';
import { createSearches } from '../suites/search/search-runs.ts';
import { readProducts, readQueries, vectorsFile } from './search/shelf-files.ts';
import { createWordCounts, toDocuments, toFilters } from './search/to-documents.ts';
import { SHELF_MARKET } from './search/to-product.ts';
import type { OracleMeasure } from './search.ts';

/**
 * The embedded index against a full scan of the same documents, source by source, in a process of its own:
 * `node search-oracle-measure.ts <directory> <queries>`.
 */
const DEPTH = 10;
const [directory = '', count = '20'] = process.argv.slice(2);
const model = decodeTextVectors(readFileSync(vectorsFile(directory)));
const embedder = createTrainedEmbeddingModel(model, analyzeTerms);
const counts = createWordCounts();
const documents = await Array.fromAsync(toDocuments(readProducts(directory), embedder, counts));
const indexes = { fast: createEmbeddedProductIndex(), scan: createMemoryProductIndex() };
const [fast, scan] = await Promise.all(
  [indexes.fast, indexes.scan].map(async (index) => {
    await index.replaceAll(documents);
    const shopWords = counts.shopWords();
    const parts = { index, embedder, shopWords, languages: model.languages, nowMs: 0, market: SHELF_MARKET };
    return createSearches(parts);
  }),
);

const queries = readQueries(directory).slice(0, Number(count));
const recalls = { words: [] as number[], text: [] as number[] };
for (const { query, filter } of queries) {
  const request = { limit: DEPTH, filters: toFilters(filter) };
  for (const [name, source] of [
    ['words', 'terms'],
    ['text', 'text'],
  ] as const) {
    const [found = [], truth = []] = [
      await fast?.[source](query, request),
      await scan?.[source](query, request),
    ];
    if (truth.length > 0)
      recalls[name].push(truth.filter((productId) => found.includes(productId)).length / truth.length);
  }
}
const measure: OracleMeasure = {
  queries: queries.length,
  words: mean(recalls.words),
  text: mean(recalls.text),
};
process.stdout.write(`${JSON.stringify(measure)}\n`);
