import type { IndexHit, IndexSource } from '../../../src/ports/product-index.ts';
import type { WordScoring } from '../bm25f.ts';
import { forEachBit, hasBit } from './bits.ts';
import { cheapestVariant, type Passing, priceMinorOf } from './evaluate-scope.ts';
import { prepareQuery, scoreTerms } from './score-terms.ts';
import { scoreVectors } from './score-vectors.ts';
import type { Segment } from './segment.ts';
import { createTopProducts, type ScoredProduct } from './top-products.ts';

/** The list of one source over what passes. */
export function searchSource(
  segments: readonly Segment[],
  passing: readonly Passing[],
  source: IndexSource,
  scoring: WordScoring,
): IndexHit[] {
  switch (source.source) {
    case 'terms': {
      const top = createTopProducts(source.limit);
      const query = prepareQuery(segments, source.query, scoring);
      for (const part of passing) {
        scoreTerms(part, query, (row, score, coverage) => {
          top.offer(score, part, row, coverage);
        });
      }
      return top.list().map((product) => ({ ...toHit(product), coverage: product.coverage }));
    }
    case 'text': {
      if (source.vector.every((value) => value === 0)) return [];
      const top = createTopProducts(source.limit);
      for (const part of passing) {
        scoreVectors(part, source.vector, (row, score) => {
          top.offer(score, part, row);
        });
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
        forEachBit(part.products, (row) => {
          top.offer(sign * priceMinorOf(part, cheapestVariant(part, row)), part, row);
        });
      }
      return top.list().slice(offset).map(toHit);
    }
  }
}

function toHit({ productId, score, passing, row }: ScoredProduct): IndexHit {
  return { productId, variantId: passing.segment.variantIds[cheapestVariant(passing, row)] ?? '', score };
}
