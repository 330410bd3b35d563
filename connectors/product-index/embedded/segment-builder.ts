import type { IndexDocument, IndexedVariant } from '../../../src/ports/product-index.ts';
import { assertVector } from '../assert-vector.ts';
import { createGrowingColumn, createUint32 } from './growing-column.ts';
import { createOffersBuilder } from './offers-builder.ts';
import { createPostingsBuilder } from './postings-builder.ts';
import { quantizeVectors } from './quantized-vectors.ts';
import { CATEGORY, createLiveness, type Segment } from './segment.ts';
import { createValuesBuilder } from './values-builder.ts';

/** Takes documents and lays them out as columns. Of a product given twice the later counts. */
export interface SegmentBuilder {
  /** @throws {AssistantError} INVALID_ARGUMENT for a vector of other dimensions than the first, or with NaN or infinity. */
  add(document: IndexDocument): void;
  /**
   * Once, at the end. The columns are put in order one kind after the other, some 0.3 s each at 100,000 products.
   *
   * @param pause Awaited in between.
   */
  build(pause: () => Promise<void>): Promise<Segment>;
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
  const categories = createValuesBuilder();
  const offers = createOffersBuilder();
  const vectors: Float32Array[] = [];
  let dimensions: number | undefined;

  function addVariant(row: number, variant: IndexedVariant): void {
    productOfVariant.push(row);
    offers.add(variantIds.length, variant.offers);
    values.add(variant.attributes);
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
      categories.add({ [CATEGORY]: document.categoryKeys });
      for (const variant of document.variants) addVariant(row, variant);
    },
    async build(pause) {
      variantStart.push(variantIds.length);
      const ofWords = words.build();
      await pause();
      const ofVariants = { values: values.build(), offers: offers.build(variantIds.length) };
      await pause();
      const joined = joinVectors(vectors, dimensions ?? 0);
      await pause();
      return {
        productIds,
        rowOf,
        variantIds,
        variantStart: variantStart.toColumn(),
        productOfVariant: productOfVariant.toColumn(),
        ...ofVariants,
        categories: categories.build(),
        ...ofWords,
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
