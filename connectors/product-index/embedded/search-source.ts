import type { CatalogueSource, IndexHit } from '../../../src/ports/product-index.ts';
import { assertQueryVector } from '../assert-vector.ts';
import type { WordScoring } from '../bm25f.ts';
import { hasBit } from './bits.ts';
import { createDotKernel, type DotKernel } from './dot-kernel.ts';
import { cheapestVariant, forEachProduct, type Passing } from './evaluate-scope.ts';
import { prepareQuery } from './prepare-query.ts';
import { scoreTerms } from './score-terms.ts';
import { scoreVectors } from './score-vectors.ts';
import type { Segment } from './segment.ts';
import { createTopProducts, type ScoredProduct } from './top-products.ts';
import { createWordAccumulator, type WordAccumulator } from './word-accumulator.ts';

/** @returns A function that gives the list of one source over what passes. It keeps the memory it works in. */
export function createSourceSearch(scoring: WordScoring): SearchSource {
  let kernel: DotKernel | undefined;
  const kernelFor = (stride: number): DotKernel => {
    if (kernel?.stride !== stride) kernel = createDotKernel(stride);
    return kernel;
  };
  let accumulator = createWordAccumulator(0);
  const accumulatorFor = (rows: number): WordAccumulator => {
    if (accumulator.met.length < rows) accumulator = createWordAccumulator(rows);
    return accumulator;
  };
  return (segments, passing, source) =>
    searchSource({ segments, passing, scoring, kernelFor, accumulatorFor }, source);
}

export type SearchSource = (
  segments: readonly Segment[],
  passing: readonly Passing[],
  source: CatalogueSource,
) => IndexHit[];

interface SearchContext {
  readonly segments: readonly Segment[];
  readonly passing: readonly Passing[];
  readonly scoring: WordScoring;
  readonly kernelFor: (stride: number) => DotKernel;
  readonly accumulatorFor: (rows: number) => WordAccumulator;
}

function searchSource(
  { segments, passing, scoring, kernelFor, accumulatorFor }: SearchContext,
  source: CatalogueSource,
): IndexHit[] {
  switch (source.source) {
    case 'terms': {
      const top = createTopProducts(source.limit);
      const query = prepareQuery(segments, source.query, scoring);
      for (const part of passing) {
        scoreTerms({
          passing: part,
          query,
          accumulator: accumulatorFor(part.segment.productIds.length),
          top,
        });
      }
      return top.list().map((product) => ({ ...toHit(product), coverage: product.coverage }));
    }
    case 'text': {
      if (source.vector.every((value) => value === 0)) return [];
      for (const { dimensions } of segments) assertQueryVector(source.vector, dimensions);
      const top = createTopProducts(source.limit);
      for (const part of passing) {
        scoreVectors(part, source.vector, kernelFor(part.segment.quantized.stride), top);
      }
      return top.list().map(toHit);
    }
    case 'given': {
      const top = createTopProducts(source.productIds.length);
      for (const part of passing) {
        for (const productId of new Set(source.productIds)) {
          const row = part.segment.rowOf.get(productId);
          if (row !== undefined && hasBit(part.products, row)) top.offer(0, part, row);
        }
      }
      return top.list().map(toHit);
    }
    case 'price': {
      const offset = source.offset ?? 0;
      const sign = source.order === 'ascending' ? -1 : 1;
      const top = createTopProducts(offset + source.limit);
      for (const part of passing) {
        forEachProduct(part, (row, priceMinor) => {
          top.offer(sign * priceMinor, part, row);
        });
      }
      return top.list().slice(offset).map(toHit);
    }
  }
}

export function toHit({ productId, score, passing, row }: ScoredProduct): IndexHit {
  return { productId, variantId: passing.segment.variantIds[cheapestVariant(passing, row)] ?? '', score };
}
