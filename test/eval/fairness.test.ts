import { describe, expect, it } from 'vitest';
import { calibrationUnit } from '../../eval/suites/fairness/calibration-unit.ts';
import { simulateLoop } from '../../eval/suites/fairness/simulate-loop.ts';
import { simulateSellers } from '../../eval/suites/fairness/simulate-sellers.ts';

describe('fairness simulations', () => {
  it('give nearly every seller what is due for a few hundredths of relevance', () => {
    const without = simulateSellers(1_000, 0, 1);
    const withDial = simulateSellers(10_000, 0.1, 1);
    expect(without.inBounds).toBeLessThan(0.1);
    expect(withDial.inBounds).toBeGreaterThanOrEqual(0.95);
    expect(withDial.ndcg).toBeGreaterThanOrEqual(0.97);
  }, 60_000);

  it('keep a shop that learns from its own lists from narrowing, which it does without exploring', () => {
    const without = simulateLoop(50, {}, 1);
    const exploring = simulateLoop(50, { surprise: 0.6, tail: 0.4 }, 1);
    expect(without.change).toBeLessThanOrEqual(-0.2);
    expect(exploring.change).toBeGreaterThanOrEqual(-0.05);
    expect(exploring.clicks).toBeGreaterThanOrEqual(without.clicks);
  }, 60_000);

  it('turn a history of 70 to 30 into seven and three', () => {
    expect(calibrationUnit().full).toMatchObject({ lamps: 7 });
    expect(calibrationUnit().full.divergence).toBeLessThanOrEqual(0.01);
  });
});
