import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/domain/random.ts';
import { drawNormal } from '../../src/experiments/draw.ts';
import { probabilitiesOfGreatest } from '../../src/experiments/probabilities-of-greatest.ts';

const belief = fc.record({
  mean: fc.double({ min: -1, max: 1, noNaN: true }),
  spread: fc.double({ min: 0.05, max: 2, noNaN: true }),
});

describe('probabilitiesOfGreatest', () => {
  it('knows that one of two is the greater with Φ(difference / √(sum of squares))', () => {
    const [first = 0] = probabilitiesOfGreatest([
      { mean: 1, spread: 0.6 },
      { mean: 0, spread: 0.8 },
    ]);
    expect(first).toBeCloseTo(0.8413, 3);
  });

  it('divides evenly between equals, certain or not', () => {
    for (const spread of [0, 1]) {
      const equal = { mean: 0.3, spread };
      for (const chance of probabilitiesOfGreatest([equal, equal, equal]))
        expect(chance).toBeCloseTo(1 / 3, 6);
    }
  });

  it('agrees with counting draws', () => {
    const beliefs = [
      { mean: 0.2, spread: 0.1 },
      { mean: 0.1, spread: 0.3 },
      { mean: 0, spread: 0.5 },
    ];
    const random = createRandom(5);
    const wins = [0, 0, 0];
    for (let draw = 0; draw < 20_000; draw += 1) {
      const values = beliefs.map(({ mean, spread }) => mean + spread * drawNormal(random));
      const best = values.indexOf(Math.max(...values));
      wins[best] = (wins[best] ?? 0) + 1 / 20_000;
    }
    for (const [arm, chance] of probabilitiesOfGreatest(beliefs).entries())
      expect(Math.abs(chance - (wins[arm] ?? 0))).toBeLessThan(0.015);
  });

  it('gives chances that add up to 1, more to a greater mean', () => {
    fc.assert(
      fc.property(fc.array(belief, { minLength: 1, maxLength: 12 }), (beliefs) => {
        const chances = probabilitiesOfGreatest(beliefs);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
        const [first, ...others] = beliefs;
        if (first === undefined) return;
        const raised = probabilitiesOfGreatest([{ ...first, mean: first.mean + 0.5 }, ...others]);
        expect(raised[0]).toBeGreaterThanOrEqual((chances[0] ?? 0) - 1e-9);
      }),
    );
  });
});
