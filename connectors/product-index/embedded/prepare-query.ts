import { INDEX_FIELDS, type QueryTerm } from '../../../src/ports/product-index.ts';
import { type CountedTerm, groupInverseDocumentFrequency, type WordScoring } from '../bm25f.ts';
import { hasBit } from './bits.ts';
import type { Segment } from './segment.ts';

/** A word of the shopper with what stands for it. */
export interface KnownGroup {
  readonly terms: readonly CountedTerm[];
  readonly idf: number;
  /** No product gets more for this group: idf times the highest weight, as f / (k1 + f) stays below 1. */
  readonly ceiling: number;
  /** Of all its terms. */
  readonly postings: number;
}

/** A query made ready for all segments. */
export interface PreparedQuery {
  /** Highest ceiling first. */
  readonly groups: readonly KnownGroup[];
  /** By position of a group: the ceilings from it to the last, added up. */
  readonly ceilings: Float64Array;
  /** Groups of the query, known or not. */
  readonly groupCount: number;
  readonly averageLengths: readonly number[];
  readonly scoring: WordScoring;
}

/** Counts what the formula of `boostScore` needs over all segments: frequencies of terms, average lengths of fields. */
export function prepareQuery(
  segments: readonly Segment[],
  query: readonly QueryTerm[],
  scoring: WordScoring,
): PreparedQuery {
  const documents = segments.reduce((sum, { live }) => sum + live.count, 0);
  const groups = [...Map.groupBy(query, ({ group }) => group).values()];
  const known = groups
    .map((terms) =>
      terms.flatMap(({ term, weight }): CountedTerm[] => {
        const documentFrequency = segments.reduce((sum, segment) => sum + countDocuments(segment, term), 0);
        return documentFrequency === 0 ? [] : [{ term, weight, documentFrequency }];
      }),
    )
    .filter((terms) => terms.length > 0)
    .map((terms) => toKnownGroup(documents, terms))
    .sort((left, right) => right.ceiling - left.ceiling);
  const averageLengths = INDEX_FIELDS.map(
    (_, field) => segments.reduce((sum, segment) => sum + (fieldTotals(segment)[field] ?? 0), 0) / documents,
  );
  return { groups: known, ceilings: sumsToTheEnd(known), groupCount: groups.length, averageLengths, scoring };
}

function countDocuments({ postings, live, productIds }: Segment, term: string): number {
  const number = postings.terms.get(term);
  if (number === undefined) return 0;
  const rows = postings.rows.subarray(postings.start[number], postings.start[number + 1]);
  if (live.count === productIds.length) return rows.length;
  return rows.reduce((sum, row) => sum + (hasBit(live.products, row) ? 1 : 0), 0);
}

function fieldTotals({ live, fieldLengths, productIds }: Segment): readonly number[] {
  live.fieldTotals ??= INDEX_FIELDS.map((_, field) => {
    let total = 0;
    for (let row = 0; row < productIds.length; row += 1) {
      if (hasBit(live.products, row)) total += fieldLengths[field * productIds.length + row] ?? 0;
    }
    return total;
  });
  return live.fieldTotals;
}

function toKnownGroup(documents: number, terms: readonly CountedTerm[]): KnownGroup {
  const idf = groupInverseDocumentFrequency(documents, terms);
  return {
    terms,
    idf,
    ceiling: idf * Math.max(...terms.map(({ weight }) => weight)),
    postings: terms.reduce((sum, { documentFrequency }) => sum + documentFrequency, 0),
  };
}

function sumsToTheEnd(groups: readonly KnownGroup[]): Float64Array {
  const sums = Float64Array.from(groups, ({ ceiling }) => ceiling);
  for (let position = sums.length - 2; position >= 0; position -= 1) {
    sums[position] = (sums[position] ?? 0) + (sums[position + 1] ?? 0);
  }
  return sums;
}
