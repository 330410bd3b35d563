import { INDEX_FIELDS, type IndexDocument, type IndexField } from '../../../src/ports/product-index.ts';
import { countTerms } from '../bm25f.ts';

/** Distinct terms of each field with how often they occur, parallel lists. */
export type Words = Readonly<
  Record<IndexField, { readonly terms: readonly string[]; readonly counts: readonly number[] }>
>;

export function toWords(terms: IndexDocument['terms']): Words {
  return mapFields((field) => {
    const counts = countTerms(terms[field]);
    return { terms: [...counts.keys()], counts: [...counts.values()] };
  });
}

/** What BM25F needs of the whole catalogue. One entry per distinct term. */
export interface WordStatistics {
  /** Products. */
  readonly documents: number;
  /** Products in which the term occurs, in whatever field. */
  frequencyOf(term: string): number;
  averageLengths(): Record<IndexField, number>;
  add(words: Words): void;
  remove(words: Words): void;
}

export function createWordStatistics(): WordStatistics {
  let documents = 0;
  const totals = mapFields(() => 0);
  const frequencies = new Map<string, number>();
  function count(words: Words, step: 1 | -1): void {
    documents += step;
    for (const field of INDEX_FIELDS) totals[field] += step * lengthOf(words, field);
    for (const term of new Set(INDEX_FIELDS.flatMap((field) => words[field].terms))) {
      const frequency = (frequencies.get(term) ?? 0) + step;
      if (frequency > 0) frequencies.set(term, frequency);
      else frequencies.delete(term);
    }
  }
  return {
    get documents() {
      return documents;
    },
    frequencyOf: (term) => frequencies.get(term) ?? 0,
    averageLengths: () => mapFields((field) => totals[field] / Math.max(1, documents)),
    add: (words) => count(words, 1),
    remove: (words) => count(words, -1),
  };
}

/** Occurrences in the field. */
export function lengthOf(words: Words, field: IndexField): number {
  return words[field].counts.reduce((sum, count) => sum + count, 0);
}

export function mapFields<T>(partOf: (field: IndexField) => T): Record<IndexField, T> {
  return {
    title: partOf('title'),
    brand: partOf('brand'),
    category: partOf('category'),
    attributes: partOf('attributes'),
    description: partOf('description'),
  };
}
