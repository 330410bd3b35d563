import { INDEX_FIELDS, type IndexDocument, type IndexedVariant } from '../../../src/ports/product-index.ts';
import { assertVector } from '../assert-vector.ts';
import { MAX_TERM_FREQUENCY } from '../bm25f.ts';
import { createBits, setBit } from './bits.ts';
import { groupEntries, reorder } from './grouped-rows.ts';
import { createFloat64, createGrowingColumn, createUint32 } from './growing-column.ts';
import { quantizeVectors } from './quantized-vectors.ts';
import {
  AVAILABILITIES,
  CATEGORY,
  createLiveness,
  type OfferColumns,
  type Segment,
  TITLE_END,
} from './segment.ts';

/** Bits of one field in a packed frequency. */
export const FREQUENCY_BITS = 6;

/** Takes documents and lays them out as columns. Of a product given twice the later counts. */
export interface SegmentBuilder {
  /** @throws {AssistantError} INVALID_ARGUMENT for a vector of other dimensions than the first, or with NaN or infinity. */
  add(document: IndexDocument): void;
  /** Once, at the end. */
  build(): Segment;
}

export function createSegmentBuilder(): SegmentBuilder {
  const productIds: string[] = [];
  const rowOf = new Map<string, number>();
  const superseded: number[] = [];
  const variantIds: string[] = [];
  const variantStart = createGrowingColumn(createUint32);
  const productOfVariant = createGrowingColumn(createUint32);
  const words = createPostingsBuilder();
  const values = createValuesBuilder();
  const offers = createOffersBuilder();
  const vectors: Float32Array[] = [];
  let dimensions: number | undefined;

  function addVariant(row: number, variant: IndexedVariant, categoryKeys: readonly string[]): void {
    productOfVariant.push(row);
    offers.add(variantIds.length, variant.offers);
    values.add(variant.attributes, categoryKeys);
    variantIds.push(variant.variantId);
  }

  return {
    add(document) {
      dimensions ??= document.vector.length;
      assertVector(document, dimensions);
      const row = productIds.length;
      const earlier = rowOf.get(document.productId);
      if (earlier !== undefined) superseded.push(earlier);
      rowOf.set(document.productId, row);
      productIds.push(document.productId);
      vectors.push(document.vector);
      variantStart.push(variantIds.length);
      words.add(row, document);
      for (const variant of document.variants) addVariant(row, variant, document.categoryKeys);
    },
    build() {
      variantStart.push(variantIds.length);
      const joined = joinVectors(vectors, dimensions ?? 0);
      return {
        productIds,
        rowOf,
        variantIds,
        variantStart: variantStart.toColumn(),
        productOfVariant: productOfVariant.toColumn(),
        values: values.build(),
        offers: offers.build(variantIds.length),
        ...words.build(),
        dimensions: dimensions ?? 0,
        vectors: joined,
        quantized: quantizeVectors(joined, dimensions ?? 0, productIds.length),
        live: createLiveness(productIds.length, superseded),
      };
    },
  };
}

function joinVectors(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const joined = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, row) => {
    joined.set(vector, row * dimensions);
  });
  return joined;
}

function createPostingsBuilder() {
  const terms = new Map<string, number>();
  const termNumbers = createGrowingColumn(createUint32);
  const rows = createGrowingColumn(createUint32);
  const frequencies = createGrowingColumn(createUint32);
  const lengths = INDEX_FIELDS.map(() => createGrowingColumn(createUint32));
  const packed = new Map<string, number>();
  const titleStart = createGrowingColumn(createUint32);
  const titleTerms = createGrowingColumn(createUint32);

  function numberOf(term: string): number {
    const number = terms.get(term) ?? terms.size;
    terms.set(term, number);
    return number;
  }

  return {
    add(row: number, document: Pick<IndexDocument, 'terms' | 'titles'>): void {
      packed.clear();
      INDEX_FIELDS.forEach((field, position) => {
        lengths[position]?.push(packField(packed, document.terms[field], position * FREQUENCY_BITS));
      });
      for (const [term, frequency] of packed) {
        termNumbers.push(numberOf(term));
        rows.push(row);
        frequencies.push(frequency);
      }
      titleStart.push(titleTerms.length);
      for (const title of document.titles) {
        for (const term of title) titleTerms.push(numberOf(term));
        titleTerms.push(TITLE_END);
      }
    },
    build(): Pick<Segment, 'postings' | 'fieldLengths' | 'titles'> {
      titleStart.push(titleTerms.length);
      const { start, order } = groupEntries(termNumbers.toColumn(), terms.size);
      const documents = lengths[0]?.length ?? 0;
      const fieldLengths = new Uint32Array(documents * INDEX_FIELDS.length);
      lengths.forEach((column, position) => {
        fieldLengths.set(column.toColumn(), position * documents);
      });
      return {
        postings: {
          terms,
          start,
          rows: reorder(rows.toColumn(), order),
          frequencies: reorder(frequencies.toColumn(), order),
        },
        fieldLengths,
        titles: { start: titleStart.toColumn(), rows: titleTerms.toColumn(), texts: [...terms.keys()] },
      };
    },
  };
}

/** Adds the terms of a field to the packed frequencies. @returns How many of them count. */
function packField(packed: Map<string, number>, terms: readonly string[], shift: number): number {
  let length = 0;
  for (const term of terms) {
    const before = packed.get(term) ?? 0;
    if (((before >>> shift) & MAX_TERM_FREQUENCY) === MAX_TERM_FREQUENCY) continue;
    packed.set(term, before + (1 << shift));
    length += 1;
  }
  return length;
}

function createValuesBuilder() {
  const texts: string[] = [];
  const numbers = new Map<string, Map<string, number>>();
  const attributes: string[] = [];
  const attributeOf = createGrowingColumn(createUint32);
  const start = createGrowingColumn(createUint32);
  const ofVariant = createGrowingColumn(createUint32);
  const variants = createGrowingColumn(createUint32);

  function valuesOf(attribute: string): Map<string, number> {
    const known = numbers.get(attribute);
    if (known !== undefined) return known;
    const values = new Map<string, number>();
    numbers.set(attribute, values);
    attributes.push(attribute);
    return values;
  }

  function numberOf(attribute: string, text: string): number {
    const values = valuesOf(attribute);
    const known = values.get(text);
    if (known !== undefined) return known;
    values.set(text, texts.length);
    attributeOf.push(attributes.indexOf(attribute));
    texts.push(text);
    return texts.length - 1;
  }

  function addValues(attribute: string, all: readonly string[]): void {
    for (const text of all) {
      ofVariant.push(numberOf(attribute, text));
      variants.push(start.length - 1);
    }
  }

  return {
    add(variantAttributes: IndexedVariant['attributes'], categoryKeys: readonly string[]): void {
      start.push(ofVariant.length);
      addValues(CATEGORY, categoryKeys);
      for (const [attribute, all] of Object.entries(variantAttributes)) addValues(attribute, all);
    },
    build(): Segment['values'] {
      start.push(ofVariant.length);
      const forward = { start: start.toColumn(), rows: ofVariant.toColumn() };
      const inverted = groupEntries(forward.rows, texts.length);
      return {
        attributes,
        attributeOf: attributeOf.toColumn(),
        texts,
        numbers,
        ofVariant: forward,
        variantsOf: { start: inverted.start, rows: reorder(variants.toColumn(), inverted.order) },
      };
    },
  };
}

function createOffersBuilder() {
  const markets = new Map<
    string,
    { variants: number[]; pricesMinor: ReturnType<typeof growPrices>; kinds: number[] }
  >();
  const growPrices = () => createGrowingColumn(createFloat64);

  return {
    add(variant: number, offers: IndexedVariant['offers']): void {
      for (const [market, offer] of Object.entries(offers)) {
        const columns = markets.get(market) ?? { variants: [], pricesMinor: growPrices(), kinds: [] };
        markets.set(market, columns);
        columns.variants.push(variant);
        columns.pricesMinor.push(offer.priceMinor);
        columns.kinds.push(AVAILABILITIES.indexOf(offer.availability));
      }
    },
    build(variantCount: number): ReadonlyMap<string, OfferColumns> {
      return new Map(
        markets.entries().map(([market, { variants, pricesMinor, kinds }]) => {
          const prices = new Float64Array(variantCount).fill(Number.NaN);
          const availabilities = new Uint8Array(variantCount);
          const sold = createBits(variantCount);
          const known = pricesMinor.toColumn();
          variants.forEach((variant, entry) => {
            prices[variant] = known[entry] ?? Number.NaN;
            availabilities[variant] = kinds[entry] ?? 0;
            setBit(sold, variant);
          });
          return [market, { pricesMinor: prices, availabilities, sold }];
        }),
      );
    },
  };
}
