import {
  INDEX_FIELDS,
  type IndexField,
  type IndexFilter,
  type ReadQuantity,
} from '../../../src/ports/product-index.ts';
import { MAX_TERM_FREQUENCY } from '../bm25f.ts';
import { type Bits, complement, createBits, fullBits, setBit, unite } from './bits.ts';
import { FREQUENCY_BITS } from './postings-builder.ts';
import { valuesInRange } from './quantity-column.ts';
import { AVAILABILITIES, CATEGORY, type Segment } from './segment.ts';

/** Answers kept by a segment; the oldest goes first. A bit set of 75,000 variants takes 9 kB. */
const KEPT_FILTERS = 256;

/** What a filter does not say itself. */
export interface FilterContext {
  readonly market: string;
  readonly readQuantity: ReadQuantity;
}

/** Variant rows that pass a filter, dead and unsold ones included. The answer is kept and must not be changed. */
export function evaluateFilter(segment: Segment, filter: IndexFilter, context: FilterContext): Bits {
  const kept = segment.live.filters;
  const key = `${context.market} ${JSON.stringify(filter)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const bits = evaluate(segment, filter, context);
  const oldest = kept.keys().next();
  if (kept.size >= KEPT_FILTERS && oldest.done !== true) kept.delete(oldest.value);
  kept.set(key, bits);
  return bits;
}

function evaluate(segment: Segment, filter: IndexFilter, context: FilterContext): Bits {
  const { market } = context;
  const variants = segment.variantIds.length;
  switch (filter.kind) {
    case 'attribute':
      return withValues(segment, filter.attribute, filter.anyOf);
    case 'not-attribute':
      return complement(withValues(segment, filter.attribute, filter.noneOf), variants);
    case 'range':
      return withNumbers(segment, valuesInRange(segment, filter, context.readQuantity));
    case 'category':
      return inCategories(segment, filter.anyOf);
    case 'not-category':
      return complement(inCategories(segment, filter.noneOf), variants);
    case 'terms':
      return withTerms(segment, filter.fields, filter.anyOf);
    case 'not-terms':
      return complement(withTerms(segment, filter.fields, filter.noneOf), variants);
    case 'product':
      return ofProducts(segment, filter.anyOf);
    case 'not-product':
      return complement(ofProducts(segment, filter.noneOf), variants);
    case 'price':
      return withPrice(segment, market, filter.minMinor, filter.maxMinor);
    case 'availability': {
      const kinds = new Set(filter.anyOf.map((availability) => AVAILABILITIES.indexOf(availability)));
      const availabilities = segment.offers.get(market)?.availabilities;
      const bits = createBits(variants);
      for (let variant = 0; variant < variants; variant += 1) {
        if (kinds.has(availabilities?.[variant] ?? -1)) setBit(bits, variant);
      }
      return bits;
    }
    case 'any': {
      const bits = createBits(variants);
      for (const alternative of filter.of) unite(bits, evaluateFilter(segment, alternative, context));
      return bits;
    }
  }
}

function withPrice(
  segment: Segment,
  market: string,
  minMinor = Number.NEGATIVE_INFINITY,
  maxMinor = Number.POSITIVE_INFINITY,
): Bits {
  const bits = createBits(segment.variantIds.length);
  const prices = segment.offers.get(market)?.pricesMinor ?? new Float64Array();
  // Word by word: a bit at a time would be read and written back thirty-two times as often.
  for (let word = 0, variant = 0; variant < prices.length; word += 1) {
    let passing = 0;
    for (let bit = 0; bit < 32 && variant < prices.length; bit += 1, variant += 1) {
      const price = prices[variant] ?? Number.NaN;
      if (price >= minMinor && price <= maxMinor) passing |= 1 << bit;
    }
    bits[word] = passing;
  }
  return bits;
}

function withValues(segment: Segment, attribute: string, anyOf: readonly string[]): Bits {
  const numbers = segment.values.numbers.get(attribute);
  return withNumbers(
    segment,
    anyOf.flatMap((text) => numbers?.get(text) ?? []),
  );
}

/** Variant rows with one of the values, told by their numbers. */
function withNumbers({ values, variantIds }: Segment, numbers: readonly number[]): Bits {
  const bits = createBits(variantIds.length);
  const { start, rows } = values.rowsOf;
  for (const number of numbers) {
    for (const variant of rows.subarray(start[number], start[number + 1])) setBit(bits, variant);
  }
  return bits;
}

function inCategories(segment: Segment, anyOf: readonly string[]): Bits {
  const bits = createBits(segment.variantIds.length);
  const { numbers, rowsOf } = segment.categories;
  for (const key of anyOf) {
    const number = numbers.get(CATEGORY)?.get(key);
    if (number === undefined) continue;
    for (const row of rowsOf.rows.subarray(rowsOf.start[number], rowsOf.start[number + 1])) {
      setVariants(segment, bits, row);
    }
  }
  return bits;
}

function ofProducts(segment: Segment, productIds: readonly string[]): Bits {
  const bits = createBits(segment.variantIds.length);
  for (const productId of productIds) {
    const row = segment.rowOf.get(productId);
    if (row !== undefined) setVariants(segment, bits, row);
  }
  return bits;
}

function withTerms(
  segment: Segment,
  fields: readonly IndexField[],
  anyOf: readonly (readonly string[])[],
): Bits {
  const bits = createBits(segment.variantIds.length);
  for (const terms of anyOf) {
    if (terms.length === 0 && fields.length > 0) return fullBits(segment.variantIds.length);
    const inFields = fieldsOfAll(segment, terms, fieldMask(fields));
    for (let row = 0; row < inFields.length; row += 1) {
      if (inFields[row] !== 0) setVariants(segment, bits, row);
    }
  }
  return bits;
}

/** By product row: the fields, as a mask, in which every one of the terms occurs. */
function fieldsOfAll(
  { postings, productIds }: Segment,
  terms: readonly string[],
  allowed: number,
): Uint8Array {
  let remaining = new Uint8Array(productIds.length).fill(allowed);
  for (const term of terms) {
    const next = new Uint8Array(productIds.length);
    const number = postings.terms.get(term);
    if (number === undefined) return next;
    for (let entry = postings.start[number] ?? 0; entry < (postings.start[number + 1] ?? 0); entry += 1) {
      const row = postings.rows[entry] ?? 0;
      next[row] = (remaining[row] ?? 0) & occupiedFields(postings.frequencies[entry] ?? 0);
    }
    remaining = next;
  }
  return remaining;
}

function fieldMask(fields: readonly IndexField[]): number {
  return INDEX_FIELDS.reduce(
    (mask, field, position) => mask | (fields.includes(field) ? 1 << position : 0),
    0,
  );
}

/** Fields with a frequency above zero, as a mask. */
function occupiedFields(packed: number): number {
  let mask = 0;
  for (let position = 0; position < INDEX_FIELDS.length; position += 1) {
    if (((packed >>> (position * FREQUENCY_BITS)) & MAX_TERM_FREQUENCY) !== 0) mask |= 1 << position;
  }
  return mask;
}

function setVariants({ variantStart }: Segment, bits: Bits, row: number): void {
  for (let variant = variantStart[row] ?? 0; variant < (variantStart[row + 1] ?? 0); variant += 1) {
    setBit(bits, variant);
  }
}
