import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { FIELD_WEIGHTS, type FilledEngine, inBatches, type SearchWay } from './engine.ts';
import {
  attributeText,
  countShelfFacets,
  passesFilter,
  type ShelfFacts,
  type ShelfFilter,
  type ShelfProduct,
} from './shelf-product.ts';

/** Shorter words are taken as written, as in the example of its documentation. */
const SHORTEST_LOOSE = 4;
const LOOSE: SearchOptions = {
  prefix: (term) => term.length >= SHORTEST_LOOSE,
  fuzzy: (term) => (term.length >= SHORTEST_LOOSE ? 0.2 : false),
};

/**
 * MiniSearch as its documentation shows it: boosted fields, prefixes, slips of a fifth of a word, a filter function over stored
 * fields. It has no facets; they are counted over its results.
 */
export async function openMiniSearch(products: AsyncIterable<ShelfProduct>): Promise<FilledEngine> {
  const engine = new MiniSearch({
    fields: Object.keys(FIELD_WEIGHTS),
    storeFields: ['facts'],
    searchOptions: { boost: FIELD_WEIGHTS },
  });
  for await (const batch of inBatches(products)) engine.addAll(batch.map(toDocument));

  const toWay = (name: string, options: SearchOptions): SearchWay => ({
    name,
    async search({ query, filter, limit }) {
      const results = engine.search(query, { ...options, ...(filter && filterOption(filter)) });
      const productIds = results.slice(0, limit).map(({ id }) => String(id));
      return filter === undefined
        ? { productIds }
        : { productIds, facets: countShelfFacets(results.map(factsOf)) };
    },
  });

  return {
    ways: [
      toWay('any word, slips', LOOSE),
      toWay('all words, slips', { ...LOOSE, combineWith: 'AND' }),
      toWay('any word, exact', {}),
    ],
    facets: async (filter) =>
      countShelfFacets(engine.search(MiniSearch.wildcard, filterOption(filter)).map(factsOf)),
  };
}

function toDocument(product: ShelfProduct) {
  const { title, description, ...facts } = product;
  return {
    id: product.productId,
    title,
    description,
    brand: product.brand,
    category: product.category.join(' '),
    attributes: attributeText(product),
    facts,
  };
}

const factsOf = (result: SearchResult): ShelfFacts => result.facts as ShelfFacts;

const filterOption = (filter: ShelfFilter): Pick<SearchOptions, 'filter'> => ({
  filter: (result) => passesFilter(factsOf(result), filter),
});
