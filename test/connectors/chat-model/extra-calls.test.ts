import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createExtraCalls } from '../../../connectors/chat-model/extra-calls.ts';

it('gives what it was filled with, then one for every twenty calls', () => {
  const extra = createExtraCalls({ share: 0.05, most: 1 });
  expect([extra.take(), extra.take()]).toEqual([true, false]);
  for (let call = 0; call < 19; call += 1) extra.earn();
  expect(extra.take()).toBe(false);
  extra.earn();
  expect([extra.take(), extra.take()]).toEqual([true, false]);
});

it('never gives more than its share of the calls and what it began with', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { maxLength: 300 }),
      fc.integer({ min: 1, max: 20 }),
      (steps, most) => {
        const extra = createExtraCalls({ share: 0.1, most });
        let taken = 0;
        let earned = 0;
        for (const isCall of steps) {
          if (isCall) {
            extra.earn();
            earned += 1;
          } else if (extra.take()) taken += 1;
        }
        expect(taken).toBeLessThanOrEqual(most + earned * 0.1 + 1e-6);
      },
    ),
  );
});
