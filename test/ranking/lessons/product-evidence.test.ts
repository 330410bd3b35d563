import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evidenceOfAll, productEvidence } from '../../../src/ranking/lessons/product-evidence.ts';
import { readTeaching } from '../../../src/ranking/lessons/teaching.ts';
import { measureHabits } from '../../../src/ranking/lessons/turning-habit.ts';
import { type Act, anyTeachings, bans, many, puts } from './corrections.ts';

function evidence(count: number, act: Act, productId: string) {
  const read = many(count, act).map(readTeaching);
  return productEvidence(read, productId, measureHabits(read));
}

it('grows with the root of the corrections, for what was lifted and against what was put down', () => {
  expect(evidence(16, puts('p5', 0), 'p5')(0)).toBeCloseTo(4, 1);
  expect(evidence(64, puts('p5', 0), 'p5')(0)).toBeCloseTo(8, 1);
  expect(evidence(64, puts('p0', 7), 'p0')(0)).toBeCloseTo(-8, 1);
  expect(evidence(64, bans('p7'), 'p7')(0)).toBeCloseTo(-8, 1);
});

it('is none about products that made way, stayed, or were never shown', () => {
  for (const productId of ['p0', 'p3', 'p6', 'p15', 'nothing'])
    expect(evidence(64, puts('p5', 0), productId)(0)).toBe(0);
});

it('fades as the addition explains what was done, and turns where it goes beyond', () => {
  const lifted = evidence(64, puts('p5', 3), 'p5');
  expect(lifted(0.005)).toBeGreaterThan(0);
  expect(lifted(0.1)).toBe(0);
  expect(lifted(-0.1)).toBeCloseTo(lifted(0), 9);
});

it('is at most the root of the corrections, and the same for all products at once', () => {
  fc.assert(
    fc.property(anyTeachings(['anna']), (teachings) => {
      const read = teachings.map(readTeaching);
      const habits = measureHabits(read);
      for (const [productId, value] of evidenceOfAll(read, habits)) {
        const own = read.filter(({ productIds }) => productIds.includes(productId));
        expect(Math.abs(value)).toBeLessThanOrEqual(Math.sqrt(own.length) + 1e-9);
        expect(productEvidence(read, productId, habits)(0)).toBeCloseTo(value, 9);
      }
    }),
  );
});
