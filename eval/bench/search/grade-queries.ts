import type { PlantedProduct } from './generate-shelf.ts';
import type { LabelledShelfQuery } from './label-queries.ts';
import type { PlantedQuery } from './plant-queries.ts';
import type { ShelfQuery } from './shelf-files.ts';
import {
  attributeText,
  countShelfFacets,
  passesFilter,
  type ShelfFilter,
  type ShelfProduct,
} from './shelf-product.ts';

/** Filters whose facets are counted by hand. */
const FACET_CHECKS = 20;
/** Grade of what is worth nothing. */
const NOTHING = 1;

/** The truth about planted queries, by looking at every product. */
export function gradePlanted(
  products: readonly PlantedProduct[],
  queries: readonly PlantedQuery[],
): ShelfQuery[] {
  const words = createWordSets();
  return queries.map(({ query, trick, gain, filter }, position) => {
    const grades = products.flatMap((product) => {
      const gained = gain(product);
      return gained === 0 ? [] : [[product.productId, NOTHING + gained] as const];
    });
    return { query, trick, ...judge(products, words, { query, filter, grades }, position) };
  });
}

/** The truth about labelled queries. */
export function gradeLabelled(
  products: readonly ShelfProduct[],
  queries: readonly LabelledShelfQuery[],
): ShelfQuery[] {
  const words = createWordSets();
  return queries.map(({ query, filter, grades }, position) => ({
    query,
    ...judge(products, words, { query, filter, grades: [...grades] }, position),
  }));
}

function judge(
  products: readonly ShelfProduct[],
  words: (product: ShelfProduct) => ReadonlySet<string>,
  { query, filter, grades }: { query: string; filter: ShelfFilter; grades: ShelfQuery['grades'] },
  position: number,
): Omit<ShelfQuery, 'query' | 'trick'> {
  const passing = products.filter((product) => passesFilter(product, filter));
  const ids = new Set(passing.map(({ productId }) => productId));
  const asked = splitPlainly(query);
  return {
    filter,
    grades,
    filteredGrades: grades.filter(([productId]) => ids.has(productId)),
    holding: passing
      .filter((product) => asked.every((word) => words(product).has(word)))
      .map(({ productId }) => productId),
    ...(position < FACET_CHECKS ? { facets: countByHand(passing) } : {}),
  };
}

function countByHand(passing: readonly ShelfProduct[]): NonNullable<ShelfQuery['facets']> {
  const counts = countShelfFacets(passing);
  const of = (facet: Parameters<typeof counts.get>[0]) => Object.fromEntries(counts.get(facet) ?? []);
  return {
    brand: of('brand'),
    color: of('color'),
    material: of('material'),
    use: of('use'),
    category: of('category'),
  };
}

function createWordSets(): (product: ShelfProduct) => ReadonlySet<string> {
  const known = new WeakMap<ShelfProduct, ReadonlySet<string>>();
  return (product) => {
    const present = known.get(product);
    if (present !== undefined) return present;
    const { title, brand, category, description } = product;
    const text = [title, brand, ...category, attributeText(product), description].join(' ');
    const words = new Set(splitPlainly(text));
    known.set(product, words);
    return words;
  };
}

const splitPlainly = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
