import { categoryKeys } from '../domain/category.ts';
import {
  type Attributes,
  effectivePrice,
  type Product,
  type Variant,
  variantAttributes,
} from '../domain/product.ts';
import type { IndexDocument, IndexedVariant, IndexField } from '../ports/product-index.ts';
import { analyzeTerms } from '../text/analyze.ts';
import { findMeasures, measureTerms } from '../text/measures.ts';

/**
 * The searchable image of a product: its words in all its languages, its variants with the prices of the moment.
 *
 * @param vector Unit length or zero, of the product's embedding text.
 * @param nowMs Epoch milliseconds; sale prices hold as of then, so the image ages when a sale starts or ends.
 */
export function toIndexDocument(product: Product, vector: Float32Array, nowMs: number): IndexDocument {
  const { productId, category, listedAtMs } = product;
  return {
    productId,
    terms: indexTerms(product),
    categoryKeys: categoryKeys(category),
    vector,
    variants: product.variants.map((variant) => toIndexedVariant(product, variant, nowMs)),
    ...(listedAtMs === undefined ? {} : { listedAtMs }),
  };
}

function toIndexedVariant(product: Product, variant: Variant, nowMs: number): IndexedVariant {
  const { brand } = product;
  const attributes: Attributes = {
    ...(brand === undefined ? {} : { brand: [brand] }),
    ...variantAttributes(product, variant),
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

function indexTerms(product: Product): Record<IndexField, string[]> {
  const original = product.language;
  const values = distinctValues([
    product.attributes,
    ...product.variants.map(({ attributes }) => attributes),
  ]);
  const terms: Record<IndexField, string[]> = {
    title: [],
    brand: analyzeTerms(product.brand ?? '', original),
    category: analyzeTerms(product.category.join(' '), original),
    attributes: [...analyzeTerms(values.join(' '), original), ...quantityTerms(values.join('; '))],
    description: [],
  };
  for (const [language, words] of Object.entries(product.texts)) {
    const labels = distinctValues([words.attributes ?? {}]);
    terms.title.push(...analyzeTerms(words.title, language), ...quantityTerms(words.title));
    terms.description.push(...analyzeTerms(words.description, language), ...quantityTerms(words.description));
    terms.attributes.push(...analyzeTerms(labels.join(' '), language));
    if (language !== original)
      terms.category.push(...analyzeTerms((words.category ?? []).join(' '), language));
  }
  return terms;
}

/** Quantities under one name, however they are written. */
const quantityTerms = (text: string): string[] => findMeasures(text).flatMap(measureTerms);

/** Every value once, however many variants have it. */
function distinctValues(all: readonly Attributes[]): string[] {
  return [...new Set(all.flatMap((attributes) => Object.values(attributes).flat()))];
}
