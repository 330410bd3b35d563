import type { Attributes, Availability } from '../domain/product.ts';

/** Fields of a product's words, each weighted on its own (BM25F). */
export const INDEX_FIELDS = ['title', 'brand', 'category', 'attributes', 'description'] as const;
export type IndexField = (typeof INDEX_FIELDS)[number];

/** One sellable thing: filters hold for a variant as a whole, so "blue in 42 under 60" is one variant. */
export interface IndexedVariant {
  readonly variantId: string;
  /** The product's attributes with the variant's on top, canonical. `brand` is among them when known. */
  readonly attributes: Attributes;
  /** By market: the price to pay now and whether it can be had. */
  readonly offers: Readonly<
    Record<string, { readonly priceMinor: number; readonly availability: Availability }>
  >;
}

export interface IndexDocument {
  readonly productId: string;
  /** Analysed terms (normalised, stemmed) per field, in order, repetitions kept. All languages of the product. */
  readonly terms: Readonly<Record<IndexField, readonly string[]>>;
  /** The title's terms again, a title for each language, the product's own first. No search reads them: `facts` gives them back. */
  readonly titles: readonly (readonly string[])[];
  /** Path of canonical category keys from the root, each unique in the tree ("clothing", "clothing>scarves"). */
  readonly categoryKeys: readonly string[];
  /** Unit length, or zero. One per product: languages of one product are one product. */
  readonly vector: Float32Array;
  readonly variants: readonly IndexedVariant[];
  readonly listedAtMs?: number;
}

/** A number of one dimension in its base unit: "10,5 cm" may be 105 of "mm". */
export interface Quantity {
  readonly value: number;
  /** Absent for a bare number. */
  readonly unit?: string;
}

/** The quantity an attribute value tells, if it tells one. Pure, so that a driver may ask once for each distinct value. */
export type ReadQuantity = (value: string) => Quantity | undefined;

/** All must hold, on one and the same variant. */
export type IndexFilter =
  /** The variant has one of the values (compared exactly, canonical). */
  | { readonly kind: 'attribute'; readonly attribute: string; readonly anyOf: readonly string[] }
  /** The variant has none of the values. A variant that does not tell the attribute passes. */
  | { readonly kind: 'not-attribute'; readonly attribute: string; readonly noneOf: readonly string[] }
  /** The variant has a value that reads as a quantity of exactly this unit (none: a bare number) within the ends, both
   *  inclusive, told in the base unit. A variant that does not tell the attribute, or in another unit, fails. */
  | {
      readonly kind: 'range';
      readonly attribute: string;
      readonly min?: number;
      readonly max?: number;
      readonly unit?: string;
    }
  /** Price to pay in the search's market, minor units, ends inclusive. */
  | { readonly kind: 'price'; readonly minMinor?: number; readonly maxMinor?: number }
  /** In the subtree of one of the category keys. */
  | { readonly kind: 'category'; readonly anyOf: readonly string[] }
  | { readonly kind: 'not-category'; readonly noneOf: readonly string[] }
  /** One of the alternatives holds entirely: each alternative is a list of terms that all occur in one and the same of the fields. */
  | {
      readonly kind: 'terms';
      readonly fields: readonly IndexField[];
      readonly anyOf: readonly (readonly string[])[];
    }
  /** None of the alternatives holds, read as for `terms`. */
  | {
      readonly kind: 'not-terms';
      readonly fields: readonly IndexField[];
      readonly noneOf: readonly (readonly string[])[];
    }
  | { readonly kind: 'availability'; readonly anyOf: readonly Availability[] }
  | { readonly kind: 'product'; readonly anyOf: readonly string[] }
  | { readonly kind: 'not-product'; readonly noneOf: readonly string[] }
  /** One of the alternatives holds. */
  | { readonly kind: 'any'; readonly of: readonly IndexFilter[] };

export interface QueryTerm {
  readonly term: string;
  /** > 0; 1 for the shopper's own word, less for a synonym or translation. */
  readonly weight: number;
  /** Terms of one group are one word of the shopper (the word, its synonyms, its translations): together they count once
   *  for "all words occur". */
  readonly group: number;
}

export interface IndexScope {
  /** Only variants with an offer in this market exist for the search. */
  readonly market: string;
  readonly filters: readonly IndexFilter[];
}

export interface IndexHit {
  readonly productId: string;
  /** The matching variant of lowest price. */
  readonly variantId: string;
  /** Of the source: BM25F with boosts for `terms`, cosine in [-1, 1] for `text`, 0 for `given`, the price (negated when ascending) for `price`;
   *  the dot product for `taste` and the sum for `neighbours`, within what float32 rounds. */
  readonly score: number;
  /** For `terms`: share of the query's word groups that occur, in [0, 1]. */
  readonly coverage?: number;
}

/** A named source of one search; every one gives its own list, best first, ties by productId. */
export type IndexSource = CatalogueSource | BehaviourSource;

/** From what the catalogue tells. */
export type CatalogueSource =
  | { readonly source: 'terms'; readonly query: readonly QueryTerm[]; readonly limit: number }
  /** A zero vector says nothing: its list is empty. */
  | { readonly source: 'text'; readonly vector: Float32Array; readonly limit: number }
  /** Scores of exactly these products that pass the filters (0), so that other rooms' candidates are filtered alike. */
  | { readonly source: 'given'; readonly productIds: readonly string[] }
  /** All that pass, by price in the market. */
  | {
      readonly source: 'price';
      readonly order: 'ascending' | 'descending';
      readonly limit: number;
      readonly offset?: number;
    };

/** From what behaviour has taught (`setBehaviour`); empty before. */
export type BehaviourSource =
  /** Products with a taste, by its dot product with a shopper's vector. A zero vector says nothing: its list is empty. */
  | { readonly source: 'taste'; readonly vector: Float32Array; readonly limit: number }
  /** Products that follow from a history, by the sum of weight · what having that product says of them; none of the history itself. */
  | {
      readonly source: 'neighbours';
      /** Weights are finite and > 0; a product named twice counts with the sum. */
      readonly history: readonly { readonly productId: string; readonly weight: number }[];
      readonly limit: number;
    };

/** Of a taste, at most: what an index sets aside before anything is learned. */
export const MOST_TASTE_DIMENSIONS = 64;

/** What behaviour has taught of products, as typed arrays that the index may keep and that do not change any more. */
export interface IndexedBehaviour {
  readonly taste?: {
    /** None twice. */
    readonly productIds: readonly string[];
    /** In [1, `MOST_TASTE_DIMENSIONS`]. */
    readonly dimensions: number;
    /** (products, dimensions), row-major, finite. A product whose row is zero has no taste. */
    readonly factors: Float32Array;
  };
  /** Sparse rows: what having the product of a row says of others. */
  readonly neighbours?: {
    /** None twice; rows and `neighbours` are positions in it. */
    readonly productIds: readonly string[];
    /** Length: rows + 1. */
    readonly starts: Int32Array;
    /** None twice in a row. */
    readonly neighbours: Int32Array;
    /** Parallel to `neighbours`; finite, > 0. */
    readonly weights: Float32Array;
  };
}

export interface FacetCount {
  readonly value: string;
  /** Products (not variants) that pass the scope and have the value on a passing variant. */
  readonly count: number;
}

/** What the index knows of a product without the store: for features of hundreds of candidates. */
export interface IndexedFacts {
  readonly productId: string;
  readonly priceMinor: number;
  readonly availability: Availability;
  readonly attributes: Attributes;
  readonly categoryKeys: readonly string[];
  readonly vector: Float32Array;
  /** As in the document: terms in order, repetitions kept, so that it can be told where in a title words match. */
  readonly titles: readonly (readonly string[])[];
}

/**
 * The searchable image of the catalogue; rebuildable from the store at any time.
 * Results are exact and total orders: the same call gives the same answer on every driver.
 */
export interface ProductIndex {
  /** One list per source, in the order asked. */
  search(
    scope: IndexScope,
    sources: readonly IndexSource[],
    signal: AbortSignal,
  ): Promise<readonly (readonly IndexHit[])[]>;
  /** Products that pass each scope, exactly. */
  count(scopes: readonly IndexScope[], signal: AbortSignal): Promise<readonly number[]>;
  /** Values with counts, highest first, ties by value; at most `limit` per attribute. `category` counts category keys, `price` is not a facet. */
  facets(
    scope: IndexScope,
    attributes: readonly string[],
    limit: number,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, readonly FacetCount[]>>;
  /** Lowest, highest price and quartiles [min, q1, median, q3, max] of passing products, minor units, each a price that occurs
   *  (the lower one between two); undefined when none pass. */
  priceRange(
    scope: IndexScope,
    signal: AbortSignal,
  ): Promise<readonly [number, number, number, number, number] | undefined>;
  /** Facts of products known in the market, in the order asked, unknown ones left out. The variant of lowest price passing the filters stands for the product. */
  facts(
    scope: IndexScope,
    productIds: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly IndexedFacts[]>;
  upsert(documents: Iterable<IndexDocument>): Promise<void>;
  delete(productIds: readonly string[]): Promise<void>;
  /** Builds a whole new image beside the present one, then switches: a search sees the old or the new, never a mixture. */
  replaceAll(documents: Iterable<IndexDocument> | AsyncIterable<IndexDocument>): Promise<void>;
  /**
   * Takes the place of all that was said of behaviour before; `{}` forgets it. Holds for products that come later, too, and through
   * `replaceAll`. While it is being written a driver may give empty lists for the sources of behaviour, never a mixture; if it
   * fails, they stay empty until it is set again. Products that the index does not hold do no harm.
   *
   * @throws {AssistantError} INVALID_ARGUMENT when columns do not fit together or hold what they must not; nothing has changed then.
   */
  setBehaviour(behaviour: IndexedBehaviour): Promise<void>;
  /** Products held. */
  size(): number;
  close(): Promise<void>;
}
