import type { Market } from '../../../src/domain/market.ts';
import { attributeValues, type Product, productText } from '../../../src/domain/product.ts';
import { createRandom } from '../../../src/domain/random.ts';
import type { Vocabulary } from '../../../src/understanding/vocabulary.ts';

/** What somebody is after: one product, of which they could say much and begin by saying little. */
export interface SimulatedNeed {
  readonly target: Product;
  readonly language: string;
  /** The first message. */
  readonly vague: string;
  /** Facets they have a wish about; the product tells which. */
  readonly known: ReadonlySet<string>;
  /** Of the answers. */
  readonly seed: number;
}

export interface DrawOptions {
  readonly needs: number;
  readonly seed: number;
  /** How likely a facet does not matter, in [0, 1]. */
  readonly indifference: (facet: string) => number;
}

/** How often the first message also names one thing of the product. */
const DETAIL_SHARE = 0.3;
/** How often it names the widest department rather than a narrower one. */
const WIDEST_SHARE = 0.5;

/** Needs for products that are sold in the market, the same for the same seed. Nobody wants what cannot be named by a kind. */
export function drawNeeds(
  products: readonly Product[],
  vocabulary: Vocabulary,
  market: Market,
  { needs, seed, indifference }: DrawOptions,
): SimulatedNeed[] {
  const random = createRandom(seed);
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  const sold = products.filter(
    ({ category, variants }) =>
      category.length > 0 &&
      variants.some(({ offers }) => offers[market.country]?.availability === 'in-stock'),
  );
  const facets = ['price', ...vocabulary.attributes];
  return Array.from({ length: needs }, () => pick(sold)).flatMap((target) => {
    if (target === undefined) return [];
    const language = pick(Object.keys(target.texts)) ?? target.language;
    const path = productText(target, language).category ?? target.category;
    const kind = random() < WIDEST_SHARE ? path[0] : pick(path);
    const detailed = random() < DETAIL_SHARE ? pick(statedFacets(target)) : undefined;
    const value = detailed === undefined ? undefined : pick(attributeValues(target, detailed));
    const detail =
      detailed === undefined || value === undefined ? [] : [vocabulary.labelOf(detailed, value, language)];
    return [
      {
        target,
        language,
        vague: [kind ?? '', ...detail].join(', '),
        known: new Set(facets.filter((facet) => random() >= indifference(facet))),
        seed: Math.floor(random() * 2 ** 31),
      },
    ];
  });
}

const statedFacets = ({ attributes }: Product): readonly string[] => Object.keys(attributes);
