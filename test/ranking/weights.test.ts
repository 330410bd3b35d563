import { describe, expect, it } from 'vitest';
import { createWeightTable, SHIPPED_WEIGHTS } from '../../src/ranking/weight-table.ts';
import { RANK_INTENTS, rankingWeights } from '../../src/ranking/weights.ts';

describe('rankingWeights', () => {
  it('gives every signal a weight, for every intent', () => {
    const signals = Object.keys(rankingWeights('new')).sort();
    for (const intent of RANK_INTENTS) {
      expect(Object.keys(rankingWeights(intent)).sort()).toEqual(signals);
      expect(SHIPPED_WEIGHTS.of(intent)).toEqual(rankingWeights(intent));
    }
  });

  it('takes a change, zero included', () => {
    expect(rankingWeights('new', { terms: 0 })).toEqual({ ...rankingWeights('new'), terms: 0 });
  });

  it('spreads relevance over its signals in the learned proportions, a signal named beside it going first', () => {
    const before = rankingWeights('recommend');
    const after = rankingWeights('recommend', { relevance: 0.6, phrase: 7 });
    expect(after.terms).toBeCloseTo(2 * before.terms, 12);
    expect(after.alike).toBeCloseTo(2 * before.alike, 12);
    expect(after).toMatchObject({ phrase: 7, taste: before.taste });
    expect(after).not.toHaveProperty('relevance');
  });

  it.each([-0.1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (terms) => {
    expect(() => rankingWeights('new', { terms })).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });
});

describe('createWeightTable', () => {
  it('fills what is not changed from the shipped weights, an intent going before every list', () => {
    const table = createWeightTable({ every: { wish: 0.5 }, search: { wish: 0.7, taste: 0 } });
    expect(table.of('refined')).toEqual({ ...rankingWeights('refined'), wish: 0.5 });
    expect(table.of('search')).toEqual({ ...rankingWeights('search'), wish: 0.7, taste: 0 });
  });

  it('changes its version with any weight, and with nothing else', () => {
    expect(SHIPPED_WEIGHTS.version).toMatch(/^[0-9a-f]{8}$/);
    expect(createWeightTable({ more: {} }).version).toBe(SHIPPED_WEIGHTS.version);
    expect(createWeightTable({ more: { diversity: 0.15 } }).version).not.toBe(SHIPPED_WEIGHTS.version);
  });

  it('refuses a weight below 0, for whatever intent', () => {
    expect(() => createWeightTable({ similar: { taste: -1 } })).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', details: { signal: 'taste', weight: -1 } }),
    );
  });
});
