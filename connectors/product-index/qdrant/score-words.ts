import {
  INDEX_FIELDS,
  type IndexField,
  type IndexHit,
  type QueryTerm,
} from '../../../src/ports/product-index.ts';
import { boostScore, fieldFrequency, groupInverseDocumentFrequency, type WordScoring } from '../bm25f.ts';
import { lengthOf, type WordStatistics, type Words } from './word-statistics.ts';

/** A query with what the catalogue knows of its words. */
export interface KnownQuery {
  /** Word groups of the query, known or not. */
  readonly groups: number;
  /** Groups of which some term occurs in the catalogue. */
  readonly known: readonly { readonly terms: readonly QueryTerm[]; readonly idf: number }[];
  readonly averageLengths: Readonly<Record<IndexField, number>>;
}

export function toKnownQuery(query: readonly QueryTerm[], statistics: WordStatistics): KnownQuery {
  const groups = [...Map.groupBy(query, ({ group }) => group).values()];
  const known = groups.flatMap((group) => {
    const terms = group
      .map((term) => ({ ...term, documentFrequency: statistics.frequencyOf(term.term) }))
      .filter(({ documentFrequency }) => documentFrequency > 0);
    return terms.length === 0
      ? []
      : [{ terms, idf: groupInverseDocumentFrequency(statistics.documents, terms) }];
  });
  return { groups: groups.length, known, averageLengths: statistics.averageLengths() };
}

/**
 * The exact score of one product: the formula at `boostScore`.
 *
 * @returns undefined when no word of the query occurs in it.
 */
export function scoreWords(
  words: Words,
  { groups, known, averageLengths }: KnownQuery,
  scoring: WordScoring,
): Pick<IndexHit, 'score' | 'coverage'> | undefined {
  const occurrences = countOccurrences(words, averageLengths, scoring);
  const matched = known.filter(({ terms }) => terms.some(({ term }) => occurrences.has(term)));
  if (matched.length === 0) return undefined;
  const score = matched.reduce((sum, { terms, idf }) => {
    const parts = terms.map(({ term, weight }) => {
      const frequency = occurrences.get(term) ?? 0;
      return (weight * idf * frequency) / (scoring.k1 + frequency);
    });
    return sum + Math.max(...parts);
  }, 0);
  const title = new Set(words.title.terms);
  const inTitle = known.filter(({ terms }) => terms.some(({ term }) => title.has(term))).length;
  return {
    score: boostScore(score, scoring, { known: known.length, matched: matched.length, inTitle }),
    coverage: matched.length / groups,
  };
}

/** The pseudo-frequency of every term of a product: the sum of its field parts. */
export function countOccurrences(
  words: Words,
  averageLengths: Readonly<Record<IndexField, number>>,
  scoring: WordScoring,
): Map<string, number> {
  const occurrences = new Map<string, number>();
  for (const field of INDEX_FIELDS) {
    const length = lengthOf(words, field);
    words[field].terms.forEach((term, position) => {
      const part = fieldFrequency(
        scoring,
        scoring.fieldWeights[field],
        words[field].counts[position] ?? 0,
        length,
        averageLengths[field],
      );
      occurrences.set(term, (occurrences.get(term) ?? 0) + part);
    });
  }
  return occurrences;
}
