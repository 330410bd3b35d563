import { describe, expect, it } from 'vitest';
import { commonQueries, summariseWay } from '../../../eval/bench/search/summarise-ways.ts';

const times = { p50Ms: 1, p95Ms: 2, maxMs: 3 };
const run = (filtered: readonly number[], plain: readonly number[]) => ({
  name: 'own',
  filtered: { times, gains: filtered },
  plain: { times, gains: plain },
  holding: 1,
});

describe('commonQueries', () => {
  it('is as many as the slowest had the time for', () => {
    expect(commonQueries([run([1, 1, 1], [1, 1]), run([1, 1, 1], [1, 1, 1])])).toBe(2);
  });
});

describe('summariseWay', () => {
  const reference = run([1, 0.5, 0], [1, 1, 1]);

  it('judges all ways by the same first queries', () => {
    const { filtered } = summariseWay(run([0.5, 0.5, 0.9], [0, 0, 0]), reference, { queries: 2, tricks: [] });
    expect(filtered['ndcg@10']).toBe(0.5);
    expect(filtered.referenceMinusThis.mean).toBeCloseTo(0.25, 12);
  });

  it('takes the mean of the queries of each trick', () => {
    const tricks = ['none', 'plural', 'none'] as const;
    const { filtered } = summariseWay(run([1, 0.5, 0], []), reference, { queries: 3, tricks });
    expect(filtered.byTrick).toEqual({ none: 0.5, plural: 0.5 });
  });

  it('finds no difference between a way and itself', () => {
    const { plain } = summariseWay(reference, reference, { queries: 3, tricks: [] });
    expect(plain.referenceMinusThis).toEqual({ mean: 0, low: 0, high: 0 });
  });
});
