import { expect, it } from 'vitest';
import { NO_USAGE } from '../../src/domain/turn.ts';
import { estimateUsage, sumUsage } from '../../src/usage/estimate-usage.ts';

const rates = (activeParametersBillion: number, totalParametersBillion?: number) => ({
  inputPriceMicros: 250_000,
  outputPriceMicros: 2_000_000,
  activeParametersBillion,
  totalParametersBillion,
});

it.each([
  [8, undefined, 0.027],
  [70, undefined, 0.197],
  [37, 671, 1.19],
  [100, 400, 0.96],
])(
  'gives for 300 tokens of %s billion active of %s billion parameters %s Wh, as EcoLogits does',
  (active, total, expected) => {
    const { mid } = estimateUsage({ inputTokens: 0, outputTokens: 300 }, rates(active, total)).energyWh;
    expect(Math.abs(mid / expected - 1)).toBeLessThan(0.01);
  },
);

it('takes a model to be at least as large as the part of it that works', () => {
  const tokens = { inputTokens: 10, outputTokens: 300 };
  expect(estimateUsage(tokens, rates(70, 8))).toEqual(estimateUsage(tokens, rates(70)));
});

it('takes no energy for no parameters beyond that of one processor', () => {
  const { energyWh } = estimateUsage({ inputTokens: 0, outputTokens: 300 }, rates(0));
  expect(energyWh.mid).toBeGreaterThan(0);
  expect(energyWh.mid).toBeLessThan(0.027);
});

it('prices tokens by the million and keeps low, mid and high in order', () => {
  const usage = estimateUsage({ inputTokens: 2_000, outputTokens: 500 }, rates(8));
  expect(usage.costMicros).toBe(500 + 1_000);
  expect(usage.energyWh.low).toBeLessThan(usage.energyWh.mid);
  expect(usage.energyWh.mid).toBeLessThan(usage.energyWh.high);
});

it('sums calls, none being nothing', () => {
  const usage = estimateUsage({ inputTokens: 2_000, outputTokens: 500 }, rates(8));
  expect(sumUsage([])).toEqual(NO_USAGE);
  expect(sumUsage([usage, usage])).toMatchObject({
    inputTokens: 4_000,
    outputTokens: 1_000,
    costMicros: 3_000,
  });
});
