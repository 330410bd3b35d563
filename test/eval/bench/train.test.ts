import { expect, it } from 'vitest';
import { generateHistories } from '../../../eval/bench/generate-histories.ts';
import { benchTrain } from '../../../eval/bench/train.ts';

it('generates the same shoppers for the same seed, of known products', () => {
  const generate = (seed: number) =>
    [...generateHistories({ products: 50, shoppers: 30, events: 8, seed })].map((history) => [
      ...history.keys(),
    ]);
  expect(generate(1)).toEqual(generate(1));
  expect(generate(2)).not.toEqual(generate(1));
  for (const product of generate(1).flat()) {
    expect(product).toBeGreaterThanOrEqual(0);
    expect(product).toBeLessThan(50);
  }
});

it('learns and asks in a process of its own', () => {
  const { run } = benchTrain({ products: 300, interactions: 4_000, seed: 1, others: true });
  expect(run.interactions).toBe(4_000);
  expect(run.weights).toBeGreaterThan(300);
  expect(run.fitPeakMb).toBeGreaterThanOrEqual(run.matrixPeakMb);
  expect(run.p99Ms).toBeGreaterThanOrEqual(run.p50Ms);
});
