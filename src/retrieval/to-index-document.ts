import { categoryKeys } from '../domain/category.ts';
import {
  type Attributes,
  effectivePrice,
  type Product,
  type Variant,
  variantAttributes,
} from '../domain/product.ts';
import { expectedStars, productRating } from '../domain/rating.ts';
import type { IndexDocument, IndexedVariant, IndexField } from '../ports/product-index.ts';
import { indexTerms, nameTerms } from '../text/index-terms.ts';
import { readTitle } from './read-title.ts';

/** What the index alone holds of a rating, for ordering by it. No attribute of a shop is called so: names have no underscores. */
export const RATING_STANDING = 'rating_standing';

/** Two decimals keep a catalogue to some five hundred standings, and part what no shopper could part. */
const toStanding = (stars: number): string => stars.toFixed(2);

/**
 * The searchable image of a product: its words in all its languages, its variants with the prices of the moment.
 *
 * @param vector Unit length or zero, of the product's embedding text.
 * @param nowMs Epoch milliseconds; sale prices hold as of then, so the image ages when a sale starts or ends.
 */
export function toIndexDocument(product: Product, vector: Float32Array, nowMs: number): IndexDocument {
  const { productId, category, listedAtMs } = product;
  const rating = productRating(product);
  const standing = rating === undefined ? {} : { [RATING_STANDING]: [toStanding(expectedStars(rating))] };
  return {
    productId,
    ...wordsOf(product),
    categoryKeys: categoryKeys(category),
    vector,
    variants: product.variants.map((variant) => toIndexedVariant(product, variant, standing, nowMs)),
    ...(listedAtMs === undefined ? {} : { listedAtMs }),
  };
}

function toIndexedVariant(
  product: Product,
  variant: Variant,
  standing: Attributes,
  nowMs: number,
): IndexedVariant {
  const { brand } = product;
  const attributes: Attributes = {
    ...(brand === undefined ? {} : { brand: [brand] }),
    ...variantAttributes(product, variant),
    ...standing,
  };
  return {
    variantId: variant.variantId,
    attributes,
    offers: Object.fromEntries(
      Object.entries(variant.offers).map(([market, offer]) => [
        market,
        { priceMinor: effectivePrice(offer, nowMs).amountMinor, availability: offer.availability },
      ]),
    ),
  };
}

function wordsOf(product: Product): Pick<IndexDocument, 'terms' | 'titles'> {
  const original = product.language;
  const values = distinctValues([
    product.attributes,
    ...product.variants.map(({ attributes }) => attributes),
  ]);
  const terms: Record<IndexField, string[]> = {
    title: [],
    brand: nameTerms(product.brand ?? '', original),
    category: indexTerms(product.category.join(' '), original),
    attributes: indexTerms(values.join('; '), original),
    description: [],
  };
  const titles: string[][] = [];
  for (const [language, words] of Object.entries(product.texts)) {
    const labels = distinctValues([words.attributes ?? {}]);
    const title = readTitle(words.title, language);
    terms.title.push(...nameTerms(words.title, language));
    if (language === original) titles.unshift(title);
    else titles.push(title);
    terms.description.push(...indexTerms(words.description, language));
    terms.attributes.push(...indexTerms(labels.join('; '), language));
    if (language !== original) terms.category.push(...indexTerms((words.category ?? []).join(' '), language));
  }
  return { terms, titles };
}

/** Every value once, however many variants have it. */
function distinctValues(all: readonly Attributes[]): string[] {
  return [...new Set(all.flatMap((attributes) => Object.values(attributes).flat()))];
}
