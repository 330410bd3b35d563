import type { Availability } from '../../../src/domain/product.ts';
import { type Bits, clearBit, createBits, fullBits, hasBit, intersect } from './bits.ts';
import type { GroupedRows } from './grouped-rows.ts';
import type { QuantityColumn } from './quantity-column.ts';
import type { QuantizedVectors } from './quantized-vectors.ts';

/** Occurrences of terms: `rows` and `frequencies` run side by side, by term, product rows ascending. */
interface Postings extends GroupedRows {
  /** Number of a term in `start`. */
  readonly terms: ReadonlyMap<string, number>;
  /** Frequencies of the term in the five fields, six bits each, the first field lowest. */
  readonly frequencies: Uint32Array;
}

/** Titles in the order of their words; numbers are those of `Postings.terms`, and {@link TITLE_END} closes each language's. */
interface Titles extends GroupedRows {
  /** By number. */
  readonly texts: readonly string[];
}

export const TITLE_END = 0xffff_ffff;

/** Values of rows by attribute, told both ways. */
export interface RowValues {
  /** Names of attributes. */
  readonly attributes: readonly string[];
  /** By value: where its attribute stands in `attributes`. */
  readonly attributeOf: Uint32Array;
  /** By value. */
  readonly texts: readonly string[];
  /** attribute → value → number of the value. */
  readonly numbers: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Values of a row, in the document's order. */
  readonly ofRow: GroupedRows;
  /** Rows of a value, ascending. */
  readonly rowsOf: GroupedRows;
}

/** The one attribute of `Segment.categories`. */
export const CATEGORY = 'category';

export const AVAILABILITIES: readonly Availability[] = ['in-stock', 'out-of-stock', 'preorder'];

/** Offers of one market by variant row. */
export interface OfferColumns {
  /** Minor units; NaN without an offer. */
  readonly pricesMinor: Float64Array;
  /** Index into {@link AVAILABILITIES}. */
  readonly availabilities: Uint8Array;
  readonly sold: Bits;
}

/**
 * Products as columns. Product rows count documents, variant rows count their variants in the same order.
 * Immutable but for `live`: a deleted or replaced product only loses its bit until segments are merged.
 */
export interface Segment {
  readonly productIds: readonly string[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly variantIds: readonly string[];
  /** Variants of product row p: `variantStart[p] .. variantStart[p + 1]`. */
  readonly variantStart: Uint32Array;
  readonly productOfVariant: Uint32Array;
  /** Attributes of variant rows. */
  readonly values: RowValues;
  /** Category keys of product rows. */
  readonly categories: RowValues;
  readonly offers: ReadonlyMap<string, OfferColumns>;
  readonly postings: Postings;
  /** `rows` are numbers of terms, by product row. */
  readonly titles: Titles;
  /** (field, product row), row-major: terms of the field. */
  readonly fieldLengths: Uint32Array;
  readonly dimensions: number;
  /** (product row, dimension), row-major. */
  readonly vectors: Float32Array;
  /** Told from `vectors`. */
  readonly quantized: QuantizedVectors;
  readonly live: Liveness;
}

/** Which rows of a segment still stand. */
export interface Liveness {
  /** Product rows. */
  readonly products: Bits;
  count: number;
  /** Variant rows on sale in a market, without those of dead products; filled when first asked for. */
  readonly onSale: Map<string, Bits>;
  /** By field: terms of all living products; absent until asked for. */
  fieldTotals: number[] | undefined;
  /** Answers of filters by their text; independent of what lives. */
  readonly filters: Map<string, Bits>;
  /** Quantities by attribute, read when first asked for; independent of what lives. */
  readonly quantities: Map<string, QuantityColumn>;
}

/** @param superseded Product rows that are dead from the start, none twice. */
export function createLiveness(products: number, superseded: readonly number[]): Liveness {
  const living = fullBits(products);
  for (const row of superseded) clearBit(living, row);
  return {
    products: living,
    count: products - superseded.length,
    onSale: new Map(),
    fieldTotals: undefined,
    filters: new Map(),
    quantities: new Map(),
  };
}

/** Takes a product out. @returns False when the segment does not hold it, or no longer. */
export function bury(segment: Segment, productId: string): boolean {
  const row = segment.rowOf.get(productId);
  if (row === undefined || !hasBit(segment.live.products, row)) return false;
  clearBit(segment.live.products, row);
  segment.live.count -= 1;
  const { onSale, fieldTotals } = segment.live;
  const [first = 0, end = 0] = segment.variantStart.subarray(row, row + 2);
  for (const variants of onSale.values()) {
    for (let variant = first; variant < end; variant += 1) clearBit(variants, variant);
  }
  fieldTotals?.forEach((total, field) => {
    fieldTotals[field] = total - (segment.fieldLengths[field * segment.productIds.length + row] ?? 0);
  });
  return true;
}

/** Variant rows of living products with an offer in the market. */
export function variantsOnSale(segment: Segment, market: string): Bits {
  const known = segment.live.onSale.get(market);
  if (known !== undefined) return known;
  const offers = segment.offers.get(market);
  if (offers === undefined) return createBits(segment.variantIds.length);
  const bits = offers.sold.slice();
  if (segment.live.count < segment.productIds.length) intersect(bits, livingVariants(segment));
  segment.live.onSale.set(market, bits);
  return bits;
}

function livingVariants(segment: Segment): Bits {
  const bits = fullBits(segment.variantIds.length);
  for (let variant = 0; variant < segment.variantIds.length; variant += 1) {
    if (!hasBit(segment.live.products, segment.productOfVariant[variant] ?? 0)) clearBit(bits, variant);
  }
  return bits;
}
