import { expect, it } from 'vitest';
import { createRandom } from '../../../src/domain/random.ts';
import { pairedBootstrap } from '../../../src/ranking/learned/paired-bootstrap.ts';

it('holds the mean between its ends, and is the same for the same seed', () => {
  const differences = Float64Array.from({ length: 200 }, (_, at) => (at % 5) / 10);
  const interval = pairedBootstrap(differences, createRandom(7));

  expect(interval.low).toBeLessThan(interval.mean);
  expect(interval.high).toBeGreaterThan(interval.mean);
  expect(pairedBootstrap(differences, createRandom(7))).toEqual(interval);
});
