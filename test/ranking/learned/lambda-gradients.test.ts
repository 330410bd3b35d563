import { describe, expect, it } from 'vitest';
import { lambdaGradients } from '../../../src/ranking/learned/lambda-gradients.ts';
import { rankingQuality } from '../../../src/ranking/learned/ranking-quality.ts';
import { createTrainingSet, selectQueries } from '../../../src/ranking/learned/training-set.ts';
import { plantedSet } from './support.ts';

const rowsOf = (...gains: readonly number[]) => gains.map((gain) => ({ values: [0], gain }));

describe('lambda gradients', () => {
  it('pull the better of a pair up by the NDCG of an exchange, as the pull of a single pair is scaled', () => {
    const set = createTrainingSet(['only'], [{ rows: rowsOf(0, 1), idealGain: 1 }]);
    const { slopes, curvatures } = lambdaGradients(set, Float64Array.of(0, 0));
    const change = 1 - 1 / Math.log2(3);
    const scaled = (change / 2) * (Math.log2(1 + change) / change);

    expect(slopes[0]).toBeCloseTo(scaled);
    expect(slopes[1]).toBeCloseTo(-scaled);
    expect(curvatures[0]).toBeCloseTo(scaled / 2);
  });

  it('pull less the surer the order is, and not at all among equals or without gain', () => {
    const pair = createTrainingSet(['only'], [{ rows: rowsOf(1, 0), idealGain: 1 }]);
    const pull = (lead: number) => Math.abs(lambdaGradients(pair, Float64Array.of(lead, 0)).slopes[0] ?? 0);
    const equals = createTrainingSet(
      ['only'],
      [
        { rows: rowsOf(1, 1), idealGain: 1.6 },
        { rows: rowsOf(0, 0), idealGain: 0 },
      ],
    );

    expect(pull(1)).toBeGreaterThan(pull(3));
    expect([...lambdaGradients(equals, new Float64Array(4)).slopes]).toEqual([0, 0, 0, 0]);
  });

  it('add up to nothing within a query', () => {
    const set = plantedSet(([first = 0]) => Math.round(first * 3), { queries: 5 });
    const scores = Float64Array.from(set.gains, (_, row) => (row * 7) % 5);
    const { slopes, curvatures } = lambdaGradients(set, scores);

    for (let query = 0; query < 5; query += 1) {
      const sum = slopes.subarray(query * 20, query * 20 + 20).reduce((total, slope) => total + slope, 0);
      expect(sum).toBeCloseTo(0);
    }
    expect(curvatures.every((curvature) => curvature >= 0)).toBe(true);
  });
});

describe('a training set', () => {
  it('refuses a malformed row', () => {
    for (const row of [
      { values: [0, 0], gain: 1 },
      { values: [Number.NaN], gain: 1 },
      { values: [0], gain: -1 },
    ]) {
      expect(() => createTrainingSet(['only'], [{ rows: [row], idealGain: 1 }])).toThrow(
        expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
      );
    }
  });

  it('gives the queries that are asked for with their rows', () => {
    const set = createTrainingSet(
      ['only'],
      [
        { rows: rowsOf(1, 2), idealGain: 3 },
        { rows: rowsOf(5), idealGain: 5 },
      ],
    );

    expect(selectQueries(set, (query) => query === 1)).toEqual(
      createTrainingSet(['only'], [{ rows: rowsOf(5), idealGain: 5 }]),
    );
  });

  it('measures NDCG by the ideal that is told, a query without gain as 0', () => {
    const set = createTrainingSet(
      ['only'],
      [
        { rows: rowsOf(0, 1), idealGain: 2 },
        { rows: rowsOf(0), idealGain: 0 },
      ],
    );

    expect(rankingQuality(set, Float64Array.of(1, 0, 0), 10)).toBeCloseTo(1 / Math.log2(3) / 2 / 2);
    expect(rankingQuality(set, Float64Array.of(0, 1, 0), 1)).toBeCloseTo(0.25);
  });
});
