import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runSearchCases } from '../../eval/suites/search-cases.ts';

const files = ['en', 'de', 'fr', 'es'].map((language) =>
  fileURLToPath(new URL(`../../eval/cases/search/${language}.jsonl`, import.meta.url)),
);

/** Now .976: one or two cases may fall before somebody has to look. */
const LEAST_PRECISION = 0.95;
const LEAST_IN_A_LANGUAGE = 0.9;

it('finds in the demo shop what its written queries mean, in every language, better than one source alone', async () => {
  const { cases, metrics, baselines, failures } = await runSearchCases(files);
  const told = failures.map(({ id, say }) => `${id} ${say}`).join('\n');

  expect(cases).toBeGreaterThanOrEqual(45);
  expect(metrics.precision, told).toBeGreaterThanOrEqual(LEAST_PRECISION);
  expect(Object.keys(metrics.byLanguage).sort()).toEqual(['de', 'en', 'es', 'fr']);
  for (const [language, precision] of Object.entries(metrics.byLanguage))
    expect(precision, `${language}\n${told}`).toBeGreaterThanOrEqual(LEAST_IN_A_LANGUAGE);
  expect(metrics.precision).toBeGreaterThan(Math.max(baselines.terms.precision, baselines.text.precision));
}, 60_000);
