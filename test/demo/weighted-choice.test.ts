import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWeightedChoice } from '../../src/demo/weighted-choice.ts';
import { createRandom } from '../../src/domain/random.ts';

describe('createWeightedChoice', () => {
  it('draws in proportion to the weights', () => {
    const choice = createWeightedChoice(['rare', 'common'], (entry) => (entry === 'rare' ? 1 : 3));
    const random = createRandom(1);
    const drawn = Array.from({ length: 4_000 }, () => choice.draw(random));
    expect(drawn.filter((entry) => entry === 'rare').length / drawn.length).toBeCloseTo(0.25, 1);
  });

  it('draws nothing when nothing has a weight', () => {
    expect(createWeightedChoice([], () => 1).draw(createRandom(1))).toBeUndefined();
    expect(createWeightedChoice(['a'], () => 0).draw(createRandom(1))).toBeUndefined();
  });

  it('never draws an entry of weight 0', () => {
    const weights = fc.array(fc.constantFrom(0, 0, 1, 2.5), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (given, lot) => {
        const index = createWeightedChoice([...given.keys()], (key) => given[key] ?? 0).draw(() => lot);
        if (index !== undefined) expect(given[index]).toBeGreaterThan(0);
      }),
    );
  });
});
