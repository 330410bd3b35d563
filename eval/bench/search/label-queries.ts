import { pick } from '../../../src/demo/design-product.ts';
import { categoryKeys } from '../../../src/domain/category.ts';
import { createRandom } from '../../../src/domain/random.ts';
import type { LabelledProduct, LabelledSet } from '../../suites/search/read-labelled-set.ts';
import { drawAvailability, drawPrice } from './generate-shelf.ts';
import type { ShelfFilter, ShelfProduct } from './shelf-product.ts';

/**
 * Values without meaning: they are filtered by and counted, and lend no words to titles that were labelled without them. No word
 * that people search for begins them: engines that look for beginnings would take them for finds.
 */
const codes = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, number) => `zq${letter}${number}`);
const CODES = {
  color: codes('c', 12),
  material: codes('m', 10),
  use: codes('u', 12),
  size: codes('s', 8),
  brand: codes('b', 80),
  department: codes('d', 8),
  leaf: codes('l', 6),
} as const;

/** Titles of a labelled set as products; all else is drawn. */
export function shelveLabelled(products: readonly LabelledProduct[], seed: number): ShelfProduct[] {
  const random = createRandom(seed);
  return products.map(({ productId, title, description }) => {
    const category = [pick(CODES.department, random), pick(CODES.leaf, random)];
    return {
      productId,
      title,
      description,
      brand: pick(CODES.brand, random),
      category,
      categoryKeys: categoryKeys(category),
      attributes: {
        color: pick(CODES.color, random),
        material: pick(CODES.material, random),
        use: pick(CODES.use, random),
        size: pick(CODES.size, random),
      },
      priceMinor: drawPrice(random),
      availability: drawAvailability(random),
    };
  });
}

export interface LabelledShelfQuery {
  readonly query: string;
  readonly grades: ReadonlyMap<string, number>;
  readonly filter: ShelfFilter;
}

/**
 * Queries drawn from a labelled set, with those of their labels whose product is at hand. The filter is drawn around the best
 * labelled product, as wide as for generated queries.
 *
 * @returns At most `count`; a query without a product worth anything is passed over.
 */
export function labelQueries(
  set: LabelledSet,
  products: readonly ShelfProduct[],
  count: number,
  seed: number,
): LabelledShelfQuery[] {
  const random = createRandom(seed);
  const atHand = new Map(products.map((product) => [product.productId, product]));
  return set.queries
    .map((labelled) => ({ ...labelled, key: random() }))
    .sort((left, right) => left.key - right.key)
    .flatMap(({ query, grades }) => {
      const known = [...grades].filter(([productId]) => atHand.has(productId));
      const [best] = known.toSorted(([, left], [, right]) => right - left);
      const target = best === undefined || best[1] <= 1 ? undefined : atHand.get(best[0]);
      return target === undefined ? [] : [{ query, grades: new Map(known), filter: around(target, random) }];
    })
    .slice(0, count);
}

function around(target: ShelfProduct, random: () => number): ShelfFilter {
  const attribute = pick(['color', 'material', 'use'] as const, random);
  return {
    minMinor: Math.floor(target.priceMinor / 3),
    maxMinor: target.priceMinor * 3,
    attribute,
    anyOf: [...new Set([target.attributes[attribute], pick(CODES[attribute], random)])],
    availability: [target.availability],
    department: target.categoryKeys[0] ?? '',
  };
}
