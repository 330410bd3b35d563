import { describe, expect, it } from 'vitest';
import { summariseWay } from '../../../eval/bench/search/summarise-ways.ts';

const times = { p50Ms: 1, p95Ms: 2, maxMs: 3 };
const run = (filtered: readonly number[], plain: readonly number[]) => ({
  name: 'own',
  filtered: { times, gains: filtered },
  plain: { times, gains: plain },
  holding: 1,
});

describe('summariseWay', () => {
  const reference = run([1, 0.5, 0], [1, 1, 1]);

  it('judges by the queries there was time for, and compares by the same ones', () => {
    const { queries, filtered } = summariseWay(run([0.5, 0.5, 0.9], [0, 0]), reference, []);
    expect(queries).toBe(2);
    expect(filtered['ndcg@10']).toBe(0.5);
    expect(filtered.referenceMinusThis.mean).toBeCloseTo(0.25, 12);
  });

  it('takes the mean of the queries of each trick', () => {
    const tricks = ['none', 'plural', 'none'] as const;
    const { filtered } = summariseWay(run([1, 0.5, 0], [1, 1, 1]), reference, tricks);
    expect(filtered.byTrick).toEqual({ none: 0.5, plural: 0.5 });
  });

  it('finds no difference between a way and itself', () => {
    const { plain } = summariseWay(reference, reference, []);
    expect(plain.referenceMinusThis).toEqual({ mean: 0, low: 0, high: 0 });
  });
});
