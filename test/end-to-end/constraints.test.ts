import { afterAll, beforeAll, expect, it } from 'vitest';
import { judgeConstraints } from '../../eval/suites/constraints.ts';
import type { OpenService } from '../../src/assembly/open-service.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { demoService, talk } from '../support/demo-service.ts';

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

it.each([
  ['a scarf'],
  ['something blue under 15'],
  ['your cheapest lamps', 'show them'],
  ['mugs, cheapest first'],
])('shows all there is by "more", everything once: %s', async (...says) => {
  const { say } = await talk(service);
  let turn = await say(says[0] ?? '');
  for (const text of says.slice(1)) turn = await say(text);
  const { total = 0 } = turn;
  const seen: string[] = [];
  while (turn.products.length > 0 && seen.length <= total) {
    seen.push(...turn.products.map(({ productId }) => productId));
    turn = await say('more');
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(total);
  expect(total).toBeGreaterThan(8);
});
