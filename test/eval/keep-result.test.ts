import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepResult } from '../../eval/keep-result.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const RESULT = { suite: 'attack', data: {}, seconds: 1, rssMb: 1, seed: 7, metrics: { successes: 0 } };
const NOW_MS = Date.UTC(2026, 4, 3, 23, 59);

it('keeps a result under its day and model, with the versions of the prompts', async () => {
  const folder = join(temporaryDirectory(), 'results');
  const file = await keepResult(RESULT, { folder, nowMs: NOW_MS, model: 'openai:vendor/model-1.5' });
  expect(file).toBe(join(folder, 'attack-2026-05-03-openai-vendor-model-1.5.json'));
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  expect(kept).toMatchObject({
    model: 'openai:vendor/model-1.5',
    date: '2026-05-03T23:59:00.000Z',
    ...RESULT,
  });
  expect(kept.prompts).toMatchObject({ understand: expect.any(Number), 'plan-set': expect.any(Number) });
});

it('keeps the last result of a day', async () => {
  const folder = temporaryDirectory();
  await keepResult(RESULT, { folder, nowMs: NOW_MS });
  const file = await keepResult({ ...RESULT, metrics: { successes: 3 } }, { folder, nowMs: NOW_MS });
  expect(file).toBe(join(folder, 'attack-2026-05-03-embedded.json'));
  expect(JSON.parse(readFileSync(file, 'utf8')).metrics).toEqual({ successes: 3 });
});
