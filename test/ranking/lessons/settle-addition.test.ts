import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MOST_BY_ALL,
  MOST_BY_ONE,
  settleAddition,
  surenessOf,
} from '../../../src/ranking/lessons/settle-addition.ts';

const steady = (evidence: number) => () => evidence;

/** Any evidence at all, also such that rises where the score does. */
const anyEvidence = fc
  .array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 8 })
  .map((values) => (added: number) => values[Math.abs(Math.round(added * 40)) % values.length] ?? 0);

describe('settleAddition', () => {
  it('adds nothing for what chance may do, and grows from there without a jump', () => {
    expect(settleAddition([steady(3.3)])).toBe(0);
    expect(settleAddition([steady(-3.2)])).toBe(0);
    expect(settleAddition([steady(3.31)])).toBeCloseTo(0.00016, 5);
    expect(settleAddition([])).toBe(0);
  });

  it('asks more of more agents, and believes many who agree a little', () => {
    expect(settleAddition([steady(5), steady(0), steady(0), steady(0)])).toBe(0);
    expect(settleAddition(Array.from({ length: 10 }, () => steady(2)))).toBeGreaterThan(0.1);
  });

  it('stops where nothing is left to be explained', () => {
    const until = (limit: number) => (added: number) => (added < limit ? 8 : -8);
    expect(settleAddition([until(0.02)])).toBeCloseTo(0.02, 2);
    expect(settleAddition([until(9)])).toBeGreaterThan(0.07);
  });

  it('is odd: evidence against moves as far down as evidence for moves up', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { maxLength: 6 }), (evidence) => {
        const down = settleAddition(evidence.map((each) => steady(-each)));
        expect(settleAddition(evidence.map(steady)) + down).toBeCloseTo(0, 9);
      }),
    );
  });

  it('moves by no more than the bound when one agent comes or goes, and never further than all may', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { maxLength: 12 }), anyEvidence, (others, own) => {
        const [without, all] = [settleAddition(others), settleAddition([...others, own])];
        expect(Math.abs(all - without)).toBeLessThanOrEqual(MOST_BY_ONE + 1e-9);
        expect(Math.abs(all)).toBeLessThanOrEqual(MOST_BY_ALL);
      }),
      { numRuns: 2_000 },
    );
  });
});

it('tells how sure it is in what chance hardly does', () => {
  expect(surenessOf([])).toBe(0);
  expect(surenessOf([6.6])).toBeCloseTo(2, 9);
  expect(surenessOf([-3.3, 0, 0, 0])).toBeCloseTo(-0.5, 9);
  expect(surenessOf([1_000])).toBeCloseTo(8 / 3.3, 9);
});
