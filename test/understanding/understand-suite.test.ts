import { expect, it } from 'vitest';
import { runUnderstand } from '../../eval/suites/understand.ts';

const cases = ['en', 'de', 'fr', 'es'].map((language) => `eval/cases/understand/${language}.jsonl`);

it('understands most messages exactly in every language, the held-out ones too', async () => {
  const { metrics } = await runUnderstand({ cases });
  expect(metrics.cases).toBeGreaterThanOrEqual(240);
  expect(metrics.exact).toBeGreaterThanOrEqual(0.93);
  expect(metrics.heldOut.exact).toBeGreaterThanOrEqual(0.8);
  expect(metrics.slotF1).toBeGreaterThanOrEqual(0.95);
  for (const scores of Object.values(metrics.byLocale)) expect(scores.commandF1).toBeGreaterThanOrEqual(0.95);
});
