import { INDEX_FIELDS, type QueryTerm } from '../../../src/ports/product-index.ts';
import {
  boostScore,
  type CountedTerm,
  fieldFrequency,
  groupInverseDocumentFrequency,
  MAX_TERM_FREQUENCY,
  type WordScoring,
} from '../bm25f.ts';
import { hasBit } from './bits.ts';
import type { Passing } from './evaluate-scope.ts';
import type { Segment } from './segment.ts';
import { FREQUENCY_BITS } from './segment-builder.ts';

/** Bits of the title's frequency, the first field. */
const TITLE_MASK = MAX_TERM_FREQUENCY;

interface KnownGroup {
  readonly terms: readonly CountedTerm[];
  readonly idf: number;
}

/** A query made ready for all segments. */
export interface PreparedQuery {
  readonly groups: readonly KnownGroup[];
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
    .map((terms) => ({ terms, idf: groupInverseDocumentFrequency(documents, terms) }));
  const averageLengths = INDEX_FIELDS.map(
    (_, field) => segments.reduce((sum, segment) => sum + (fieldTotals(segment)[field] ?? 0), 0) / documents,
  );
  return { groups: known, groupCount: groups.length, averageLengths, scoring };
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

/**
 * Scores the passing products of one segment that hold a term of the query; O(postings of the terms).
 *
 * @param visit Hears each product row with its score and the share of the query's groups that occur.
 */
export function scoreTerms(
  { segment, products }: Passing,
  { groups, groupCount, averageLengths, scoring }: PreparedQuery,
  visit: (row: number, score: number, coverage: number) => void,
): void {
  const rows = segment.productIds.length;
  const scores = new Float64Array(rows);
  const bestOfGroup = new Float64Array(rows);
  const lastGroup = new Uint32Array(rows);
  const lastTitleGroup = new Uint32Array(rows);
  const matched = new Uint32Array(rows);
  const inTitle = new Uint32Array(rows);
  const weights = INDEX_FIELDS.map((field) => scoring.fieldWeights[field]);

  function pseudoFrequency(row: number, packed: number): number {
    let sum = 0;
    for (let field = 0, rest = packed; rest !== 0; field += 1, rest >>>= FREQUENCY_BITS) {
      const frequency = rest & MAX_TERM_FREQUENCY;
      if (frequency === 0) continue;
      const length = segment.fieldLengths[field * rows + row] ?? 0;
      sum += fieldFrequency(scoring, weights[field] ?? 0, frequency, length, averageLengths[field] ?? 1);
    }
    return sum;
  }

  function addTerm(term: CountedTerm, idf: number, group: number): void {
    const { postings } = segment;
    const number = postings.terms.get(term.term);
    if (number === undefined) return;
    const end = postings.start[number + 1] ?? 0;
    for (let entry = postings.start[number] ?? 0; entry < end; entry += 1) {
      const row = postings.rows[entry] ?? 0;
      if (!hasBit(products, row)) continue;
      const packed = postings.frequencies[entry] ?? 0;
      if (lastGroup[row] !== group) {
        lastGroup[row] = group;
        bestOfGroup[row] = 0;
        matched[row] = (matched[row] ?? 0) + 1;
      }
      if ((packed & TITLE_MASK) !== 0 && lastTitleGroup[row] !== group) {
        lastTitleGroup[row] = group;
        inTitle[row] = (inTitle[row] ?? 0) + 1;
      }
      const frequency = pseudoFrequency(row, packed);
      const value = (term.weight * idf * frequency) / (scoring.k1 + frequency);
      const best = bestOfGroup[row] ?? 0;
      if (value <= best) continue;
      bestOfGroup[row] = value;
      scores[row] = (scores[row] ?? 0) + value - best;
    }
  }

  groups.forEach(({ terms, idf }, index) => {
    for (const term of terms) addTerm(term, idf, index + 1);
  });
  for (let row = 0; row < rows; row += 1) {
    const groupsMatched = matched[row] ?? 0;
    if (groupsMatched === 0) continue;
    const matches = { known: groups.length, matched: groupsMatched, inTitle: inTitle[row] ?? 0 };
    visit(row, boostScore(scores[row] ?? 0, scoring, matches), groupsMatched / groupCount);
  }
}
