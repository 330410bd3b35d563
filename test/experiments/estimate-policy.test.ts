import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/domain/random.ts';
import { estimatePolicy, type PolicyEstimates } from '../../src/experiments/estimate-policy.ts';
import type { LoggedChoice } from '../../src/experiments/logged-choice.ts';
import { logEvenly, PREFERS_LAST, RATES, VALUE_OF_PREFERENCE } from './support.ts';

const estimate = (choices: readonly LoggedChoice[], predicted: readonly number[]) =>
  estimatePolicy(
    choices,
    choices.map(() => Float64Array.from(predicted)),
    createRandom(1),
  );

function estimatesOf(result: PolicyEstimates) {
  if (result.kind === 'refused') throw new TypeError(result.because);
  return result.estimates;
}

const WRONG = [0.6, 0.3, 0.1];

describe('estimatePolicy', () => {
  it('agrees with sums made by hand', () => {
    const choices = logEvenly(900, 3);
    const weights = choices.map(({ arm }) => (PREFERS_LAST[arm] ?? 0) * 3);
    const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
    const gains = total(choices.map(({ reward }, at) => reward * (weights[at] ?? 0)));
    const direct = 0.1 * 0.6 + 0.2 * 0.3 + 0.7 * 0.1;
    const corrections = total(
      choices.map(({ arm, reward }, at) => (weights[at] ?? 0) * (reward - (WRONG[arm] ?? 0))),
    );

    const { ips, snips, dm, dr } = estimatesOf(estimate(choices, WRONG));

    expect(ips.value).toBeCloseTo(gains / 900, 12);
    expect(snips.value).toBeCloseTo(gains / total(weights), 12);
    expect(dm.value).toBeCloseTo(direct, 12);
    expect(dr.value).toBeCloseTo(direct + corrections / 900, 12);
  });

  it('covers the truth with the intervals of ips, snips and dr in most logs, whatever the model says', () => {
    const covered = Array.from({ length: 20 }, (_, seed) =>
      estimatesOf(estimate(logEvenly(600, seed + 50), WRONG)),
    ).flatMap(({ ips, snips, dr }) =>
      [ips, snips, dr].map(
        ({ interval }) =>
          interval !== undefined &&
          interval.low <= VALUE_OF_PREFERENCE &&
          VALUE_OF_PREFERENCE <= interval.high,
      ),
    );
    expect(covered.filter(Boolean).length / covered.length).toBeGreaterThan(0.85);
  });

  it('claims no interval for what leans on the model', () => {
    const estimates = estimatesOf(estimate(logEvenly(900, 3), RATES));
    expect(
      [estimates.dm, estimates['switch-dr'], estimates['dr-os']].map(({ interval }) => interval),
    ).toEqual([undefined, undefined, undefined]);
  });

  it('is moved by a wrong model only where the model is trusted', () => {
    const estimates = estimatesOf(estimate(logEvenly(20_000, 5), WRONG));
    expect(Math.abs(estimates.dm.value - VALUE_OF_PREFERENCE)).toBeGreaterThan(0.2);
    for (const name of ['ips', 'snips', 'dr', 'switch-dr', 'dr-os'] as const)
      expect(Math.abs(estimates[name].value - VALUE_OF_PREFERENCE), name).toBeLessThan(0.03);
  });

  it('refuses when few choices count, and tells how few', () => {
    expect(estimate(logEvenly(150, 1), RATES)).toMatchObject({
      kind: 'refused',
      because: 'few-effective-choices',
    });
    expect(estimate([], RATES)).toEqual({
      kind: 'refused',
      support: { effectiveSampleSize: 0, largestShare: 0 },
      because: 'few-effective-choices',
    });
  });

  it('refuses when one rare choice outweighs the log', () => {
    const even = Float64Array.of(0.5, 0.5);
    const common = Array.from({ length: 10_000 }, () => ({
      arm: 0,
      reward: 0,
      propensity: 0.99999,
      target: even,
    }));
    const rare = { arm: 1, reward: 1, propensity: 0.0001, target: even };
    expect(estimate([...common, rare], RATES)).toMatchObject({
      kind: 'refused',
      because: 'one-choice-decides',
    });
    expect(estimate([...common, { ...rare, propensity: 0.002 }], RATES).kind).toBe('estimated');
  });

  it('refuses a log without propensities', () => {
    const [first, ...rest] = logEvenly(300, 1);
    const broken = { ...first, propensity: 0 };
    expect(() => estimate([{ arm: 0, reward: 0, target: PREFERS_LAST, ...broken }, ...rest], RATES)).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });
});
