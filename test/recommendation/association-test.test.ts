import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attractionProbability,
  discoveryThreshold,
  liftOf,
  likelihoodRatio,
  upperTail,
} from '../../src/recommendation/association-test.ts';

describe('likelihoodRatio', () => {
  it('gives the figure of the first example of Dunning 1993', () => {
    // "the swiss": k(AB) 110, k(A ~B) 2442, k(~A B) 111, k(~A ~B) 29114.
    const table = { together: 110, first: 2_552, second: 221, trials: 31_777 };
    expect(likelihoodRatio(table)).toBeCloseTo(270.72, 2);
  });

  it('is 0 for what is together exactly as often as by chance', () => {
    expect(likelihoodRatio({ together: 2, first: 10, second: 20, trials: 100 })).toBeCloseTo(0, 12);
  });

  it('does not depend on which of the two is named first, and is never negative', () => {
    const tables = fc
      .tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(500))
      .map(([together, onlyFirst, onlySecond, neither]) => ({
        together,
        first: together + onlyFirst,
        second: together + onlySecond,
        trials: together + onlyFirst + onlySecond + neither,
      }))
      .filter(({ trials }) => trials > 0);
    fc.assert(
      fc.property(tables, (table) => {
        const turned = { ...table, first: table.second, second: table.first };
        expect(likelihoodRatio(table)).toBeGreaterThanOrEqual(0);
        expect(likelihoodRatio(turned)).toBeCloseTo(likelihoodRatio(table), 6);
      }),
    );
  });
});

describe('attractionProbability', () => {
  it('is small for what attracts and near 1 for what repels', () => {
    const alone = { first: 100, second: 100, trials: 1_000 };
    expect(attractionProbability({ ...alone, together: 40 })).toBeLessThan(1e-6);
    expect(attractionProbability({ ...alone, together: 0 })).toBeGreaterThan(0.999);
    expect(liftOf({ ...alone, together: 40 })).toBe(4);
  });

  it('calls nothing that never happens attractive', () => {
    expect(liftOf({ together: 0, first: 0, second: 3, trials: 10 })).toBe(0);
  });
});

describe('upperTail', () => {
  it.each([
    [0, 0.5],
    [1.6448536, 0.05],
    [-1.6448536, 0.95],
    [6, 9.865876e-10],
    [10, 7.619853e-24],
  ])('gives P(Z > %d) as the tables do', (z, probability) => {
    expect(upperTail(z) / probability).toBeCloseTo(1, 5);
  });
});

describe('discoveryThreshold', () => {
  it('finds the step-up of an example worked by hand', () => {
    // Limits of 5 tests at 0.05: 0.01, 0.02, 0.03, 0.04, 0.05. The fourth passes and takes the third with it.
    expect(discoveryThreshold([0.039, 0.001, 0.031, 0.008, 0.6], { tests: 5, falseShare: 0.05 })).toBe(0.039);
  });

  it('counts tests without a probability as failures', () => {
    expect(discoveryThreshold([0.001, 0.01], { tests: 1_000, falseShare: 0.05 })).toBe(-1);
    expect(discoveryThreshold([], { tests: 10, falseShare: 0.05 })).toBe(-1);
  });
});
