import { describe, expect, it } from 'vitest';
import { boostScore, countTerms, resolveWordScoring } from '../../../connectors/product-index/bm25f.ts';
import { createMemoryProductIndex } from '../../../connectors/product-index/memory.ts';
import type { QueryTerm } from '../../../src/ports/product-index.ts';
import { document } from '../../support/index-documents.ts';

const { signal } = new AbortController();
const plain = {
  k1: 1.2,
  b: 0.75,
  fieldWeights: { title: 3, description: 1 },
  boosts: { allTerms: 0, anyTerm: 0, title: 0 },
};

async function scores(query: readonly QueryTerm[]): Promise<Record<string, number>> {
  const index = createMemoryProductIndex(plain);
  await index.replaceAll([
    document('a', { terms: { title: ['scarf'], description: ['warm', 'warm', 'wool'] } }),
    document('b', { terms: { title: ['warm', 'lamp', 'shade'], description: ['oak'] } }),
    document('c', { terms: { title: ['desk', 'lamp'], description: ['oak', 'steel'] } }),
  ]);
  const [hits = []] = await index.search(
    { market: 'US', filters: [] },
    [{ source: 'terms', query, limit: 10 }],
    signal,
  );
  return Object.fromEntries(hits.map(({ productId, score }) => [productId, score]));
}

describe('BM25F', () => {
  it('gives the score worked by hand', async () => {
    // "warm": N = 3, n = 2. Average lengths: title (1 + 3 + 2) / 3 = 2, description (3 + 1 + 2) / 3 = 2.
    const idf = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
    const inDescription = (1 * 2) / (0.25 + (0.75 * 3) / 2);
    const inTitle = (3 * 1) / (0.25 + (0.75 * 3) / 2);
    const found = await scores([{ term: 'warm', weight: 1, group: 0 }]);

    expect(found).toEqual({
      a: expect.closeTo((idf * inDescription) / (1.2 + inDescription), 10),
      b: expect.closeTo((idf * inTitle) / (1.2 + inTitle), 10),
    });
  });

  it('takes the best term of a group, not their sum', async () => {
    const alone = await scores([{ term: 'scarf', weight: 1, group: 0 }]);
    const together = await scores([
      { term: 'scarf', weight: 1, group: 0 },
      { term: 'wool', weight: 0.5, group: 0 },
    ]);

    expect(together).toEqual(alone);
  });

  it('lets a rare synonym weigh no more than the word it stands for', async () => {
    const frequent = await scores([{ term: 'warm', weight: 1, group: 0 }]);
    const withRare = await scores([
      { term: 'warm', weight: 1, group: 0 },
      { term: 'steel', weight: 0.8, group: 0 },
    ]);

    expect(withRare.c).toBeLessThan(Math.max(...Object.values(frequent)));
  });

  it('adds boosts as shares of the score', () => {
    const scoring = resolveWordScoring({ boosts: { allTerms: 0.3, anyTerm: 0.5, title: 0.5 } });

    expect(boostScore(10, scoring, { known: 2, matched: 1, inTitle: 1 })).toBeCloseTo(15);
    expect(boostScore(10, scoring, { known: 2, matched: 2, inTitle: 0 })).toBeCloseTo(18);
  });

  it('counts a repeated term 63 times at most', () => {
    expect(countTerms(Array.from({ length: 90 }, () => 'sale'))).toEqual(new Map([['sale', 63]]));
  });
});
