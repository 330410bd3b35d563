import { expect, it } from 'vitest';
import { createRandom } from '../../src/domain/random.ts';
import { crossFit } from '../../src/experiments/cross-fit.ts';

const choices = Array.from({ length: 90 }, (_, id) => ({ id }));

it('predicts every choice by a model that has not seen it', () => {
  const seen = crossFit(
    choices,
    2,
    (others) => (choice) => (others.some(({ id }) => id === choice.id) ? 1 : 0),
    { random: createRandom(1) },
  );
  expect(seen.flatMap((row) => [...row])).toEqual(new Array(180).fill(0));
});

it('learns each of three models from about two thirds', () => {
  const sizes: number[] = [];
  crossFit(
    choices,
    1,
    (others) => {
      sizes.push(others.length);
      return () => 0;
    },
    { random: createRandom(1) },
  );
  expect(sizes).toHaveLength(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(180);
});

it('asks for every arm', () => {
  const [row] = crossFit(choices, 3, () => (_choice, arm) => arm / 10, { random: createRandom(1) });
  expect([...(row ?? [])]).toEqual([0, 0.1, 0.2]);
});
