import type {
  IndexDocument,
  IndexedVariant,
  IndexField,
  IndexFilter,
  IndexScope,
  ReadQuantity,
} from '../../src/ports/product-index.ts';
import { isInRange, readBareNumber } from './quantity-range.ts';

type Searched = Pick<IndexDocument, 'productId' | 'terms' | 'categoryKeys' | 'variants'>;

/** The variants that make a product pass a scope, cheapest first, equally dear ones in the product's order. */
export function passingVariants(
  document: Searched,
  { market, filters }: IndexScope,
  readQuantity: ReadQuantity = readBareNumber,
): readonly IndexedVariant[] {
  return document.variants
    .filter(
      (variant) =>
        ownEntry(variant.offers, market) !== undefined &&
        filters.every((filter) => passes(document, variant, { market, filter, readQuantity })),
    )
    .sort((left, right) => priceOf(left, market) - priceOf(right, market));
}

/** Minor units; infinite where the variant is not offered. */
export function priceOf(variant: IndexedVariant, market: string): number {
  return ownEntry(variant.offers, market)?.priceMinor ?? Number.POSITIVE_INFINITY;
}

/** Names come from outside: "constructor" is no attribute. */
export function ownEntry<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

interface Test {
  readonly market: string;
  readonly filter: IndexFilter;
  readonly readQuantity: ReadQuantity;
}

function passes(document: Searched, variant: IndexedVariant, test: Test): boolean {
  const { market, filter } = test;
  const valuesOf = (attribute: string) => ownEntry(variant.attributes, attribute) ?? [];
  const offer = ownEntry(variant.offers, market);
  switch (filter.kind) {
    case 'attribute':
      return valuesOf(filter.attribute).some((value) => filter.anyOf.includes(value));
    case 'not-attribute':
      return !valuesOf(filter.attribute).some((value) => filter.noneOf.includes(value));
    case 'range':
      return valuesOf(filter.attribute).some((value) => {
        const quantity = test.readQuantity(value);
        return quantity !== undefined && isInRange(quantity, filter);
      });
    case 'price':
      return (
        offer !== undefined &&
        offer.priceMinor >= (filter.minMinor ?? Number.NEGATIVE_INFINITY) &&
        offer.priceMinor <= (filter.maxMinor ?? Number.POSITIVE_INFINITY)
      );
    case 'category':
      return document.categoryKeys.some((key) => filter.anyOf.includes(key));
    case 'not-category':
      return !document.categoryKeys.some((key) => filter.noneOf.includes(key));
    case 'terms':
      return filter.anyOf.some((terms) => hasTerms(document, filter.fields, terms));
    case 'not-terms':
      return !filter.noneOf.some((terms) => hasTerms(document, filter.fields, terms));
    case 'availability':
      return offer !== undefined && filter.anyOf.includes(offer.availability);
    case 'product':
      return filter.anyOf.includes(document.productId);
    case 'not-product':
      return !filter.noneOf.includes(document.productId);
    case 'any':
      return filter.of.some((alternative) => passes(document, variant, { ...test, filter: alternative }));
  }
}

const hasTerms = (document: Searched, fields: readonly IndexField[], terms: readonly string[]): boolean =>
  fields.some((field) => terms.every((term) => document.terms[field].includes(term)));
