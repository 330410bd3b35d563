import type { Availability } from '../../../src/domain/product.ts';

/** A product as every engine is given it: one variant, so that engines without variants lose nothing. */
export interface ShelfProduct {
  readonly productId: string;
  readonly title: string;
  readonly description: string;
  readonly brand: string;
  /** From the root to the leaf. */
  readonly category: readonly string[];
  /** Of every step of the path, as the index names it ("house", "house>seating"). */
  readonly categoryKeys: readonly string[];
  readonly attributes: Readonly<Record<ShelfAttribute, string>>;
  readonly priceMinor: number;
  readonly availability: Availability;
}

/** What filters and facets read. */
export type ShelfFacts = Omit<ShelfProduct, 'title' | 'description'>;

const SHELF_ATTRIBUTES = ['color', 'material', 'use', 'size'] as const;
export type ShelfAttribute = (typeof SHELF_ATTRIBUTES)[number];

/** What every engine counts beside a filtered list. */
export const SHELF_FACETS = ['brand', 'color', 'material', 'use', 'category'] as const;
export type ShelfFacet = (typeof SHELF_FACETS)[number];

/** All must hold. */
export interface ShelfFilter {
  /** Inclusive. */
  readonly minMinor: number;
  readonly maxMinor: number;
  readonly attribute: ShelfAttribute;
  readonly anyOf: readonly string[];
  readonly availability: readonly Availability[];
  /** Key of the first step of the path. */
  readonly department: string;
}

export function passesFilter(product: ShelfFacts, filter: ShelfFilter): boolean {
  return (
    product.priceMinor >= filter.minMinor &&
    product.priceMinor <= filter.maxMinor &&
    product.categoryKeys[0] === filter.department &&
    filter.anyOf.includes(product.attributes[filter.attribute]) &&
    filter.availability.includes(product.availability)
  );
}

function facetValues(product: ShelfFacts, facet: ShelfFacet): readonly string[] {
  if (facet === 'brand') return [product.brand];
  return facet === 'category' ? product.categoryKeys : [product.attributes[facet]];
}

/** Attributes as one text, for engines that search texts. */
export const attributeText = ({ attributes }: ShelfFacts): string => Object.values(attributes).join(' ');

export type FacetCounts = ReadonlyMap<ShelfFacet, ReadonlyMap<string, number>>;

/** By looking at every product. */
export function countShelfFacets(products: Iterable<ShelfFacts>): FacetCounts {
  const counts = new Map(SHELF_FACETS.map((facet) => [facet, new Map<string, number>()]));
  for (const product of products) {
    for (const [facet, values] of counts) {
      for (const value of facetValues(product, facet)) values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  return counts;
}
