import { afterAll, beforeAll, expect, it } from 'vitest';
import { judgeConstraints } from '../../eval/suites/constraints.ts';
import type { OpenService } from '../../src/assembly/open-service.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { demoService } from '../support/demo-service.ts';

/** `npm run eval -- constraints --sets 1000` tries a thousand. */
const SETS = 20;

let service: OpenService;
beforeAll(async () => {
  service = await demoService();
});
afterAll(() => service.close());

it('keeps every limit and every number it promises, whatever is asked for', async () => {
  const { counts, failures } = await judgeConstraints(service, { sets: SETS, seed: 7, nowMs: DEMO_CLOCK_MS });
  expect(failures).toEqual([]);
  expect(counts).toMatchObject({ sets: SETS, wrongChips: 0, brokenLimits: 0, repeated: 0, missing: 0 });
  // Nothing passes because nothing was tried.
  for (const tried of [counts.chips, counts.widening, counts.pages, counts.facets])
    expect(tried).toBeGreaterThan(SETS);
});
