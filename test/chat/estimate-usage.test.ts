import { expect, it } from 'vitest';
import { estimateUsage } from '../../src/chat/estimate-usage.ts';

const rates = (activeParametersBillion: number) => ({
  inputPriceMicros: 250_000,
  outputPriceMicros: 2_000_000,
  activeParametersBillion,
});
const wattHours = (billion: number) =>
  estimateUsage({ inputTokens: 0, outputTokens: 300 }, rates(billion)).energyWh.mid;

it('gives the watt-hours of 300 tokens that the EcoLogits method gives', () => {
  expect(wattHours(8)).toBeCloseTo(0.027, 3);
  expect(wattHours(70)).toBeCloseTo(0.197, 2);
});

it('prices tokens by the million and keeps low, mid and high in order', () => {
  const usage = estimateUsage({ inputTokens: 2_000, outputTokens: 500 }, rates(8));
  expect(usage.costMicros).toBe(500 + 1_000);
  expect(usage.energyWh.low).toBeLessThan(usage.energyWh.mid);
  expect(usage.energyWh.mid).toBeLessThan(usage.energyWh.high);
});
