import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/domain/random.ts';
import { drawBeta, drawNormal } from '../../src/experiments/draw.ts';

const COUNT = 50_000;

function momentsOf(draw: (random: () => number) => number) {
  const random = createRandom(7);
  const values = Array.from({ length: COUNT }, () => draw(random));
  const mean = values.reduce((sum, value) => sum + value, 0) / COUNT;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / COUNT };
}

describe('drawNormal', () => {
  it('has mean 0 and variance 1', () => {
    const { mean, variance } = momentsOf(drawNormal);
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });
});

describe('drawBeta', () => {
  it.each([
    [47, 12_198],
    [1, 1],
    [0.5, 2],
  ])('has the mean and variance of Beta(%d, %d)', (successes, failures) => {
    const total = successes + failures;
    const spread = (successes * failures) / (total ** 2 * (total + 1));
    const { mean, variance } = momentsOf((random) => drawBeta(successes, failures, random));
    expect(Math.abs(mean - successes / total)).toBeLessThan(4 * Math.sqrt(spread / COUNT));
    expect(Math.abs(variance / spread - 1)).toBeLessThan(0.06);
  });
});
