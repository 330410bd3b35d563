import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CandidateList } from '../../src/domain/candidate.ts';
import { contentShare, handOver } from '../../src/recommendation/new-arrivals.ts';

const LISTS: CandidateList[] = [
  {
    source: 'taste',
    candidates: [
      { productId: 'fresh', score: 4 },
      { productId: 'known', score: 3 },
    ],
  },
  { source: 'popular', candidates: [{ productId: 'fresh', score: 1 }] },
];
const scoresIn = (lists: readonly CandidateList[], source: string) =>
  lists
    .find((list) => list.source === source)
    ?.candidates.map(({ productId, score }) => [productId, Number(score.toFixed(6))]);

describe('contentShare', () => {
  it('is whole for what nobody has met, even at five, and below a twentieth at a hundred', () => {
    expect(contentShare(0)).toBe(1);
    expect(contentShare(5)).toBe(0.5);
    expect(contentShare(100)).toBeLessThan(0.05);
    expect(contentShare(Number.POSITIVE_INFINITY)).toBe(0);
  });
});

describe('handOver', () => {
  it('weighs behaviour and content of a new product by what is known of it, and keeps the order true', () => {
    const lists = handOver(LISTS, [{ productId: 'fresh', score: 0.8 }], () => 5);
    expect(scoresIn(lists, 'taste')).toEqual([
      ['known', 3],
      ['fresh', 2],
    ]);
    expect(scoresIn(lists, 'new')).toEqual([['fresh', 0.4]]);
    expect(scoresIn(lists, 'popular')).toEqual([['fresh', 1]]);
  });

  it('leaves all as it is where nothing is new, or nothing new is alike', () => {
    expect(handOver(LISTS, [], () => 0)).toEqual(LISTS);
    expect(handOver(LISTS, [{ productId: 'fresh', score: -0.2 }], () => 0)).toEqual(LISTS);
  });

  it('lets content count less with every interaction, never more than likeness', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 1_000 }),
        (score, count) => {
          const contentOf = (interactions: number) =>
            handOver([], [{ productId: 'fresh', score }], () => interactions)[0]?.candidates[0]?.score ?? 0;
          expect(contentOf(count)).toBeLessThanOrEqual(score);
          expect(contentOf(count + 1)).toBeLessThan(contentOf(count));
        },
      ),
    );
  });
});
