import { expect, it } from 'vitest';
import { createRandom } from '../../../src/domain/random.ts';
import { readTeaching } from '../../../src/ranking/lessons/teaching.ts';
import { cellOf, measureHabits, pairOutcome } from '../../../src/ranking/lessons/turning-habit.ts';
import { AIMLESS, many, puts, teaching } from './corrections.ts';

const read = (teachings: readonly Parameters<typeof readTeaching>[0][]) => teachings.map(readTeaching);

it('tells what happened to a pair, and by whom', () => {
  const [lifted] = read(many(1, puts('p2', 0)));
  const [swapped] = read(many(1, puts('p1', 0)));
  expect(lifted && pairOutcome(lifted, 0, 2)).toEqual({ raised: 1, lowered: 0, takenOut: 0 });
  expect(lifted && pairOutcome(lifted, 0, 1)).toEqual({ raised: 0, lowered: 0, takenOut: 0 });
  expect(swapped && pairOutcome(swapped, 0, 1)).toEqual({ raised: 0.5, lowered: 0.5, takenOut: 0 });
  expect(lifted && pairOutcome(lifted, 15, 16)).toBeUndefined();
});

it('finds how often an agent lifts from a place, as it was', () => {
  const random = createRandom(3);
  const lifts = AIMLESS['lifts one to the top'] ?? puts('p0', 0);
  const teachings = read(Array.from({ length: 400 }, (_, number) => teaching(number, lifts, { random })));
  const { raises, takesOut } = measureHabits(teachings);
  const [first] = teachings;
  for (const [upper, lower] of [
    [0, 7],
    [2, 5],
    [3, 6],
  ] as const)
    expect(first && raises[cellOf(first, upper, lower)]).toBeCloseTo(1 / 8, 1);
  expect(first && takesOut[cellOf(first, 0, 7)]).toBeLessThan(0.01);
});

it('is the same for the same corrections made twice', () => {
  const teachings = read(many(20, puts('p4', 1)));
  expect([...measureHabits([...teachings, ...teachings]).raises].map((each) => each.toFixed(9))).toEqual(
    [...measureHabits(teachings).raises].map((each) => each.toFixed(9)),
  );
});
