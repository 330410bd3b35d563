import type { Attributes, Variant } from '../domain/product.ts';
import { type Design, pickSome } from './design-product.ts';
import { pictureAddress } from './picture-address.ts';
import { makeOffers, type PriceTag } from './price-offers.ts';
import { inLanguage, type Words } from './words.ts';

/** One value the shopper chooses, with its factor on the price. */
interface Option {
  readonly attribute: string;
  readonly values: readonly string[];
  readonly slug: string;
  readonly worth: number;
}

const CLOTHING_SIZES = ['XS', 'S', 'M', 'L', 'XL', 'XXL'];

/** European shoe size with the American one it is sold as. */
const SHOE_SIZES: Readonly<Record<string, readonly (readonly [eu: string, us: string])[]>> = {
  women: [
    ['36', '5.5'],
    ['37', '6.5'],
    ['38', '7.5'],
    ['39', '8.5'],
    ['40', '9'],
    ['41', '10'],
    ['42', '10.5'],
  ],
  men: [
    ['40', '7'],
    ['41', '8'],
    ['42', '9'],
    ['43', '10'],
    ['44', '10.5'],
    ['45', '11.5'],
    ['46', '12'],
  ],
  unisex: [
    ['37', '5'],
    ['38', '6'],
    ['39', '6.5'],
    ['40', '7'],
    ['41', '8'],
    ['42', '9'],
    ['43', '10'],
    ['44', '10.5'],
  ],
  kids: [
    ['28', '11'],
    ['29', '11.5'],
    ['30', '12.5'],
    ['31', '13'],
    ['32', '1'],
    ['33', '2'],
    ['34', '2.5'],
  ],
};

/** All combinations of colour, size and other choices, each with its own stock and price in every market. */
export function makeVariants(
  productId: string,
  design: Design,
  tag: PriceTag,
  nextGtin: () => string,
  random: () => number,
): Variant[] {
  let combinations: Option[][] = [[]];
  for (const options of [colorOptions(design), sizeOptions(design, random), ...choiceOptions(design)]) {
    if (options.length < 2) continue;
    combinations = combinations.flatMap((chosen) => options.map((option) => [...chosen, option]));
  }
  return combinations.map((chosen) => {
    const variantId = [productId, ...chosen.map((option) => option.slug)].join('-');
    const attributes: Attributes = Object.fromEntries(
      chosen.map(({ attribute, values }) => [attribute, values]),
    );
    const worth = chosen.reduce((product, option) => product * option.worth, 1);
    return {
      variantId,
      attributes,
      offers: makeOffers(tag, worth, random),
      sku: variantId.toUpperCase(),
      gtin: nextGtin(),
      ...(attributes.color?.[0] === undefined
        ? {}
        : { imageUrl: pictureAddress(productId, attributes.color[0]) }),
    };
  });
}

const colorOptions = ({ colors }: Design): Option[] =>
  colors.map((value) => ({ attribute: 'color', values: [value], slug: value, worth: 1 }));

function sizeOptions({ type, gender }: Design, random: () => number): Option[] {
  if (type.sizes === 'clothing') {
    return pickSome(CLOTHING_SIZES, 4 + Math.floor(random() * 3), random).map((value) => ({
      attribute: 'size',
      values: [value],
      slug: value.toLowerCase(),
      worth: 1,
    }));
  }
  if (type.sizes !== 'shoes') return [];
  const sizes = SHOE_SIZES[gender ?? 'unisex'] ?? [];
  return pickSome(sizes, 5 + Math.floor(random() * 3), random).map(([european, american]) => ({
    attribute: 'size',
    values: [european, `US ${american}`],
    slug: european,
    worth: 1,
  }));
}

const choiceOptions = ({ axes }: Design): Option[][] =>
  axes.map(({ axis, values }) =>
    values.map((value: Words, position) => ({
      attribute: axis.attribute,
      values: [inLanguage(value, 0)],
      slug: toSlug(value[0]),
      worth: 1 + (axis.priceStep ?? 0) * position,
    })),
  );

/** Lower case ASCII letters, digits and hyphens. */
export const toSlug = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
