import { readFileSync } from 'node:fs';
import { decodeTextVectors } from '../../../connectors/embedding-model/text-vector-model.ts';
import { createTrainedEmbeddingModel } from '../../../connectors/embedding-model/trained.ts';
import { createEmbeddedProductIndex } from '../../../connectors/product-index/embedded.ts';
import { analyzeTerms } from '../../../src/text/analyze.ts';
import { createSearches, type Search } from '../../suites/search/search-runs.ts';
import type { FilledEngine, SearchWay } from './engine.ts';
import { vectorsFile } from './shelf-files.ts';
import { type FacetCounts, SHELF_FACETS, type ShelfFilter, type ShelfProduct } from './shelf-product.ts';
import { createWordCounts, toDocuments, toFilters } from './to-documents.ts';
import { SHELF_MARKET } from './to-product.ts';

/** As many values of an attribute as others are counted for: all. */
const FACET_VALUES = 1_000;
const never = new AbortController().signal;

/**
 * The embedded index, filled as at a start, with the text vectors trained before. "words and text" does all the search page asks of
 * the index: both sources, the total, the facts of the candidates, ranking, facets; the others are one source each.
 */
export async function openFloorwalker(
  products: AsyncIterable<ShelfProduct>,
  directory: string,
): Promise<FilledEngine> {
  const model = decodeTextVectors(readFileSync(vectorsFile(directory)));
  const embedder = createTrainedEmbeddingModel(model, analyzeTerms);
  const index = createEmbeddedProductIndex();
  const counts = createWordCounts();
  await index.replaceAll(toDocuments(products, embedder, counts));
  const searches = createSearches({
    index,
    embedder,
    shopWords: counts.shopWords(),
    languages: model.languages,
    market: SHELF_MARKET,
  });

  async function facets(filter: ShelfFilter): Promise<FacetCounts> {
    const scope = { market: SHELF_MARKET, filters: toFilters(filter) };
    const counted = await index.facets(scope, SHELF_FACETS, FACET_VALUES, never);
    return new Map(
      SHELF_FACETS.map((facet) => [
        facet,
        new Map((counted.get(facet) ?? []).map(({ value, count }) => [value, count])),
      ]),
    );
  }

  const toWay = (name: string, search: Search): SearchWay => ({
    name,
    async search({ query, filter, limit }) {
      if (filter === undefined) return { productIds: await search(query, { limit }) };
      const productIds = await search(query, { limit, filters: toFilters(filter) });
      return { productIds, facets: await facets(filter) };
    },
  });

  return {
    ways: [
      toWay('words and text', searches.fused),
      toWay('words alone', searches.terms),
      toWay('text alone', searches.text),
    ],
    facets,
  };
}
