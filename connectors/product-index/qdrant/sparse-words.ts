import type { Schemas } from '@qdrant/js-client-rest';
import { INDEX_FIELDS, type IndexField } from '../../../src/ports/product-index.ts';
import type { WordScoring } from '../bm25f.ts';
import { countOccurrences, type KnownQuery } from './score-words.ts';
import type { Words } from './word-statistics.ts';

/** Average lengths of fields that weights were computed with, > 0 each. */
export type ReferenceLengths = Readonly<Record<IndexField, number>>;

/** Keeps a product with a weightless word among the results. */
const LEAST_WEIGHT = 1e-6;
/** The server adds float32 numbers. */
const ROUNDING = 1 + 1e-4;

/**
 * The sparse vector of a product: f / (k1 + f) per term, f being its pseudo-frequency at the reference lengths.
 *
 * A term's place is a 32-bit hash: two terms in one place add up, which lets a product be looked at in vain and never missed.
 */
export function toSparseWords(
  words: Words,
  reference: ReferenceLengths,
  scoring: WordScoring,
): Schemas['SparseVector'] {
  return toSparse(
    [...countOccurrences(words, reference, scoring)].map(([term, frequency]) => [
      term,
      Math.max(LEAST_WEIGHT, frequency / (scoring.k1 + frequency)),
    ]),
  );
}

/** The sparse vector of a query: weight · idf per term. The idf is ours, since it is shared by a group: no modifier. */
export function toSparseQuery({ known }: KnownQuery): Schemas['SparseVector'] {
  return toSparse(
    known.flatMap(({ terms, idf }) =>
      terms.map(({ term, weight }): [string, number] => [term, weight * idf]),
    ),
  );
}

/**
 * How much the exact score of a product can exceed the dot product of the two vectors, as a factor.
 *
 * A group counts its best term and the dot product counts all. Average lengths that grew r-fold since make f, and with it
 * f / (k1 + f), at most r times as large. Every boost at its full share is the rest.
 */
export function scoreBoundFactor(
  { averageLengths }: KnownQuery,
  reference: ReferenceLengths,
  { boosts }: WordScoring,
): number {
  const growth = Math.max(1, ...INDEX_FIELDS.map((field) => averageLengths[field] / reference[field]));
  return growth * (1 + boosts.allTerms + boosts.anyTerm + boosts.title) * ROUNDING;
}

function toSparse(weights: readonly (readonly [string, number])[]): Schemas['SparseVector'] {
  const byPlace = new Map<number, number>();
  for (const [term, weight] of weights) {
    const place = hashTerm(term);
    byPlace.set(place, (byPlace.get(place) ?? 0) + weight);
  }
  return { indices: [...byPlace.keys()], values: [...byPlace.values()] };
}

/** FNV-1a over UTF-8, 32 bits. */
function hashTerm(term: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(term)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
