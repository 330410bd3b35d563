import {
  INDEX_FIELDS,
  type IndexDocument,
  type IndexField,
  type QueryTerm,
} from '../../src/ports/product-index.ts';
import {
  boostScore,
  countTerms,
  fieldFrequency,
  groupInverseDocumentFrequency,
  type WordScoring,
} from './bm25f.ts';

export interface ScoredWords {
  readonly score: number;
  readonly coverage: number;
}

/**
 * Scores every document that holds a term of the query, straight from the formula of `boostScore`; frequencies and
 * lengths are counted anew each time.
 */
export function scoreDocuments(
  documents: readonly IndexDocument[],
  query: readonly QueryTerm[],
  scoring: WordScoring,
): Map<string, ScoredWords> {
  const scores = new Map<string, ScoredWords>();
  const groups = [...Map.groupBy(query, ({ group }) => group).values()];
  const counted = documents.map(({ productId, terms }) => ({
    productId,
    frequencies: mapFields((field) => countTerms(terms[field])),
  }));
  const lengthOf = (counts: ReadonlyMap<string, number>) =>
    counts.values().reduce((sum, count) => sum + count, 0);
  const averages = mapFields(
    (field) =>
      counted.reduce((sum, { frequencies }) => sum + lengthOf(frequencies[field]), 0) / counted.length,
  );
  const frequencyOf = (term: string) =>
    counted.filter(({ frequencies }) => INDEX_FIELDS.some((field) => frequencies[field].has(term))).length;
  const known = groups
    .map((terms) =>
      terms
        .map(({ term, weight }) => ({ term, weight, documentFrequency: frequencyOf(term) }))
        .filter(({ documentFrequency }) => documentFrequency > 0),
    )
    .filter((terms) => terms.length > 0)
    .map((terms) => ({ terms, idf: groupInverseDocumentFrequency(counted.length, terms) }));

  for (const { productId, frequencies } of counted) {
    const pseudoFrequency = (term: string) =>
      INDEX_FIELDS.reduce((sum, field) => {
        const frequency = frequencies[field].get(term) ?? 0;
        if (frequency === 0) return sum;
        const length = lengthOf(frequencies[field]);
        return sum + fieldFrequency(scoring, scoring.fieldWeights[field], frequency, length, averages[field]);
      }, 0);
    const occurs = (term: string) => INDEX_FIELDS.some((field) => frequencies[field].has(term));
    const matched = known.filter(({ terms }) => terms.some(({ term }) => occurs(term)));
    if (matched.length === 0) continue;
    const score = matched.reduce((sum, { terms, idf }) => {
      const best = Math.max(
        ...terms.map(({ term, weight }) => {
          const frequency = pseudoFrequency(term);
          return (weight * idf * frequency) / (scoring.k1 + frequency);
        }),
      );
      return sum + best;
    }, 0);
    const inTitle = known.filter(({ terms }) => terms.some(({ term }) => frequencies.title.has(term))).length;
    scores.set(productId, {
      score: boostScore(score, scoring, { known: known.length, matched: matched.length, inTitle }),
      coverage: matched.length / groups.length,
    });
  }
  return scores;
}

function mapFields<T>(partOf: (field: IndexField) => T): Record<IndexField, T> {
  return {
    title: partOf('title'),
    brand: partOf('brand'),
    category: partOf('category'),
    attributes: partOf('attributes'),
    description: partOf('description'),
  };
}
