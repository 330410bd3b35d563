import { create, insertMultiple, search } from '@orama/orama';
import { stopwords } from '@orama/stopwords/english';
import { FIELD_WEIGHTS, type FilledEngine, inBatches, type SearchWay } from './engine.ts';
import {
  attributeText,
  type FacetCounts,
  SHELF_FACETS,
  type ShelfFilter,
  type ShelfProduct,
} from './shelf-product.ts';

/** Texts are searched, enums filtered and counted, as its documentation advises. */
const SCHEMA = {
  title: 'string',
  description: 'string',
  brandText: 'string',
  categoryText: 'string',
  attributeText: 'string',
  brand: 'enum',
  color: 'enum',
  material: 'enum',
  use: 'enum',
  category: 'enum[]',
  availability: 'enum',
  priceMinor: 'number',
} as const;

const BOOST = {
  title: FIELD_WEIGHTS.title,
  description: FIELD_WEIGHTS.description,
  brandText: FIELD_WEIGHTS.brand,
  categoryText: FIELD_WEIGHTS.category,
  attributeText: FIELD_WEIGHTS.attributes,
};
const FACETS = { brand: {}, color: {}, material: {}, use: {}, category: {} };

/**
 * Orama as its documentation shows it: its English stemmer and stop words, boosted fields, one slip a word, `where`, facets. The sorting index, which
 * nothing here needs, is left out.
 */
export async function openOrama(products: AsyncIterable<ShelfProduct>): Promise<FilledEngine> {
  const engine = create({
    schema: SCHEMA,
    sort: { enabled: false },
    components: { tokenizer: { language: 'english', stemming: true, stopWords: stopwords } },
  });
  for await (const batch of inBatches(products)) await insertMultiple(engine, batch.map(toDocument));

  async function ask(
    term: string,
    limit: number,
    filter: ShelfFilter | undefined,
    options: { readonly tolerance?: number; readonly threshold?: number },
  ) {
    const { hits, facets } = await search(engine, {
      term,
      limit,
      boost: BOOST,
      ...options,
      ...(filter && { where: toWhere(filter), facets: FACETS }),
    });
    const productIds = hits.map(({ id }) => id);
    return facets === undefined ? { productIds } : { productIds, facets: readFacets(facets) };
  }

  const toWay = (name: string, options: { tolerance?: number; threshold?: number }): SearchWay => ({
    name,
    search: ({ query, limit, filter }) => ask(query, limit, filter, options),
  });

  return {
    ways: [
      toWay('any word, slips', { tolerance: 1 }),
      toWay('all words, slips', { tolerance: 1, threshold: 0 }),
      toWay('any word, exact', {}),
    ],
    async facets(filter) {
      const { facets } = await ask('', 1, filter, {});
      return facets ?? new Map();
    },
  };
}

function toDocument(product: ShelfProduct) {
  const { productId, title, description, brand, category, attributes, priceMinor, availability } = product;
  return {
    id: productId,
    title,
    description,
    brandText: brand,
    categoryText: category.join(' '),
    attributeText: attributeText(product),
    brand,
    color: attributes.color,
    material: attributes.material,
    use: attributes.use,
    category: [...product.categoryKeys],
    availability,
    priceMinor,
  };
}

const toWhere = (filter: ShelfFilter) => ({
  priceMinor: { between: [filter.minMinor, filter.maxMinor] as [number, number] },
  availability: { in: [...filter.availability] },
  category: { containsAny: [filter.department] },
  [filter.attribute]: { in: [...filter.anyOf] },
});

function readFacets(
  facets: Readonly<Record<string, { readonly values: Readonly<Record<string, number>> }>>,
): FacetCounts {
  return new Map(SHELF_FACETS.map((facet) => [facet, new Map(Object.entries(facets[facet]?.values ?? {}))]));
}
