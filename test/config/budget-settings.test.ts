import { expect, it } from 'vitest';
import { loadConfig, settingsSchema } from '../../src/config/config.ts';

const problemOf = (environment: Readonly<Record<string, string>>): string => {
  try {
    loadConfig(environment);
  } catch (error) {
    return String(error);
  }
  return 'none';
};

it('bounds everything that can be spent without being asked to', () => {
  const settings = loadConfig({});
  const budgets = Object.entries(settings).filter(([name]) => /^BUDGET_.*_(?:TOKENS|MICROS)$/.test(name));
  expect(budgets).toHaveLength(8);
  for (const [, limit] of budgets) {
    expect(limit).toBeGreaterThan(0);
    expect(limit).toBeLessThan(1e9);
  }
});

it('lets no part have more than the whole', () => {
  const settings = loadConfig({});
  for (const unit of ['TOKENS', 'MICROS'] as const) {
    const limits = [
      settings[`BUDGET_CONVERSATION_${unit}`],
      settings[`BUDGET_ADDRESS_DAY_${unit}`],
      settings[`BUDGET_DAY_${unit}`],
      settings[`BUDGET_MONTH_${unit}`],
    ];
    expect(limits).toEqual(limits.toSorted((left, right) => left - right));
  }
});

it('takes 0 for nothing at all, and the prices and parameters of single models', () => {
  const settings = loadConfig({
    FLOORWALKER_BUDGET_DAY_TOKENS: '0',
    FLOORWALKER_CHAT_MODEL_RATES: '{"openai:small": {"inputPriceMicros": 50000}}',
  });
  expect(settings.BUDGET_DAY_TOKENS).toBe(0);
  expect(settings.CHAT_MODEL_RATES).toEqual({ 'openai:small': { inputPriceMicros: 50_000 } });
});

it.each([
  ['BUDGET_DAY_TOKENS', '-1'],
  ['BUDGET_DAY_TOKENS', 'unlimited'],
  ['BUDGET_SCARCE_ABOVE', '1.5'],
  ['CHAT_MODEL_RATES', 'cheap'],
  ['CHAT_MODEL_RATES', '{"openai:small": {"inputPrice": 1}}'],
])('refuses %s=%s', (name, value) => {
  expect(settingsSchema.shape).toHaveProperty(name);
  expect(problemOf({ [`FLOORWALKER_${name}`]: value })).toContain(`FLOORWALKER_${name}`);
});
