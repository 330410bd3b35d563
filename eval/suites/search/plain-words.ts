import type { LabelledProduct } from './read-labelled-set.ts';
import type { Search } from './search-runs.ts';

const K1 = 1.2;
const B = 0.75;

/**
 * The baseline anybody can rebuild: BM25 over titles, words of lower-case ASCII letters and digits, nothing stemmed, nothing
 * left out. A word said twice counts twice.
 *
 * @see Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009, with the idf ln(1 + (N - n + 1/2) / (n + 1/2)).
 */
export function createPlainWords(products: readonly LabelledProduct[]): Search {
  const postings = new Map<string, Map<number, number>>();
  const lengths = products.map(({ title }, row) => {
    const words = splitPlainly(title);
    for (const word of words) {
      const rows = postings.get(word) ?? new Map<number, number>();
      postings.set(word, rows);
      rows.set(row, (rows.get(row) ?? 0) + 1);
    }
    return words.length;
  });
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / products.length;
  const idOf = (row: number) => products[row]?.productId ?? '';

  return async (query, { limit, among }) => {
    const scores = new Map<number, number>();
    for (const word of splitPlainly(query)) {
      const rows = postings.get(word) ?? new Map<number, number>();
      const idf = Math.log(1 + (products.length - rows.size + 0.5) / (rows.size + 0.5));
      for (const [row, frequency] of rows) {
        const norm = K1 * (1 - B + (B * (lengths[row] ?? 0)) / averageLength);
        scores.set(row, (scores.get(row) ?? 0) + (idf * frequency * (K1 + 1)) / (frequency + norm));
      }
    }
    const wanted = among === undefined ? undefined : new Set(among);
    return [...scores]
      .map(([row, score]) => ({ productId: idOf(row), score }))
      .filter(({ productId }) => wanted?.has(productId) ?? true)
      .sort((left, right) => right.score - left.score || (left.productId < right.productId ? -1 : 1))
      .slice(0, limit)
      .map(({ productId }) => productId);
  };
}

function splitPlainly(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
