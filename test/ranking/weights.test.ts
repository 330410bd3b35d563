import { describe, expect, it } from 'vitest';
import {
  RANKING_WEIGHTS,
  type RankIntent,
  rankingWeights,
  WEIGHTS_VERSION,
} from '../../src/ranking/weights.ts';

describe('rankingWeights', () => {
  it('accepts its own table and names its version', () => {
    for (const intent of Object.keys(RANKING_WEIGHTS) as RankIntent[]) {
      expect(rankingWeights(intent)).toEqual(RANKING_WEIGHTS[intent]);
    }
    expect(WEIGHTS_VERSION).toMatch(/^[0-9a-f]{8}$/);
  });

  it('takes a change, zero included', () => {
    expect(rankingWeights('new', { terms: 0 })).toEqual({ ...RANKING_WEIGHTS.new, terms: 0 });
  });

  it.each([-0.1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (terms) => {
    expect(() => rankingWeights('new', { terms })).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });
});
