import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resolveWordScoring } from '../../../../connectors/product-index/bm25f.ts';
import { scoreWords, toKnownQuery } from '../../../../connectors/product-index/qdrant/score-words.ts';
import {
  scoreBoundFactor,
  toSparseQuery,
  toSparseWords,
} from '../../../../connectors/product-index/qdrant/sparse-words.ts';
import {
  createWordStatistics,
  mapFields,
  toWords,
} from '../../../../connectors/product-index/qdrant/word-statistics.ts';

const word = fc.constantFrom('warm', 'scarf', 'wool', 'red', 'lamp', 'oak');
const words = fc.array(word, { maxLength: 12 });
const terms = fc.record({
  title: words,
  brand: words,
  category: words,
  attributes: words,
  description: words,
});
const query = fc.array(
  fc.record({
    term: word,
    weight: fc.constantFrom(1, 0.8, 0.35),
    group: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 6 },
);
const scoring = resolveWordScoring({});

it('never lets an exact score exceed the bound, however the lengths of the catalogue changed since', () => {
  fc.assert(
    fc.property(
      fc.array(terms, { minLength: 1, maxLength: 12 }),
      fc.double({ min: 0.2, max: 20, noNaN: true }),
      query,
      (catalogue, length, asked) => {
        const reference = mapFields(() => length);
        const statistics = createWordStatistics();
        const products = catalogue.map(toWords);
        for (const product of products) statistics.add(product);
        const known = toKnownQuery(asked, statistics);
        const factor = scoreBoundFactor(known, reference, scoring);
        for (const product of products) {
          const bound = factor * dot(toSparseQuery(known), toSparseWords(product, reference, scoring));
          const { score = 0 } = scoreWords(product, known, scoring) ?? {};
          expect(score).toBeLessThanOrEqual(bound);
        }
      },
    ),
    { numRuns: 300 },
  );
});

interface Sparse {
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

function dot(left: Sparse, right: Sparse): number {
  const weights = new Map(left.indices.map((index, position) => [index, left.values[position] ?? 0]));
  return right.indices.reduce(
    (sum, index, position) => sum + (weights.get(index) ?? 0) * (right.values[position] ?? 0),
    0,
  );
}
