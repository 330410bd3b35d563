import { pick } from '../../../src/demo/design-product.ts';
import { categoryKeys } from '../../../src/domain/category.ts';
import type { Availability } from '../../../src/domain/product.ts';
import { createRandom } from '../../../src/domain/random.ts';
import { BRANDS, COLORS, KINDS, type Kind, MATERIALS, USES } from './kinds.ts';
import type { ShelfProduct } from './shelf-product.ts';

/** A product with what was planted in it; the title tells only some of it. */
export interface PlantedProduct extends ShelfProduct {
  readonly kind: Kind;
}

/**
 * Products whose every property is planted. The title has the kind, and each other property more often than not; the attributes
 * have all; the description tells the use and mentions things, colours and materials that the product is not.
 *
 * @param seed The same seed gives the same products.
 */
export function* generateShelf(count: number, seed: number): Generator<PlantedProduct> {
  const random = createRandom(seed);
  for (let number = 1; number <= count; number += 1) {
    const kind = pick(KINDS, random);
    const color = pick(COLORS, random);
    const material = pick(MATERIALS, random);
    const use = pick(USES, random);
    const brand = pick(BRANDS, random);
    const size = `${pick(kind.sizes.amounts, random)} ${kind.sizes.unit}`;
    const says = (share: number, words: string) => (random() < share ? words : '');
    const title = [
      says(0.7, brand),
      says(0.6, color),
      says(0.6, material),
      kind.name,
      says(0.3, `for ${use}`),
      says(0.6, size),
    ];
    yield {
      productId: `g${number}`,
      kind,
      title: capitalise(title.filter((part) => part !== '').join(' ')),
      description: describe(kind, use, random),
      brand,
      category: kind.path,
      categoryKeys: categoryKeys(kind.path),
      attributes: { color, material, use, size },
      priceMinor: drawPrice(random),
      availability: drawAvailability(random),
    };
  }
}

const PRAISE = [
  'It is made to be used every day.',
  'It is easy to clean and keeps its shape.',
  'Two years of warranty come with it.',
  'It arrives in a box that can be recycled.',
];

/** The other things named here are what a search must not fall for. */
function describe({ name }: Kind, use: string, random: () => number): string {
  const neighbour = pick(KINDS, random).name;
  const sentences = [
    `A ${name} for ${use}.`,
    pick(PRAISE, random),
    `It goes well with a ${pick(COLORS, random)} ${neighbour}.`,
    ...(random() < 0.5
      ? [`There is another one in ${pick(COLORS, random)} ${pick(MATERIALS, random)}.`]
      : []),
    ...(random() < 0.3 ? [`Not meant for ${pick(USES, random)}.`] : []),
    pick(PRAISE, random),
  ];
  return sentences.join(' ');
}

const LOWEST_MINOR = 500;
const HIGHEST_MINOR = 50_000;

/** Log-uniform: as many under 50 as above. */
export const drawPrice = (random: () => number): number =>
  Math.round(LOWEST_MINOR * (HIGHEST_MINOR / LOWEST_MINOR) ** random());

/** Nothing is sold out: engines differ in whether they show it without being asked. */
export const drawAvailability = (random: () => number): Availability =>
  random() < 0.8 ? 'in-stock' : 'preorder';

const capitalise = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
