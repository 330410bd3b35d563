import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misspell } from '../../../eval/bench/search/misspell.ts';
import { createRandom } from '../../../src/domain/random.ts';

const word = fc.stringMatching(/^[a-z]{5,12}$/);

/** Edits without swaps: a swap is two of them. */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...left].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...right].entries()) {
      const cost = Math.min(
        (previous[column + 1] ?? 0) + 1,
        (current[column] ?? 0) + 1,
        (previous[column] ?? 0) + (letter === other ? 0 : 1),
      );
      current.push(cost);
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}

describe('misspell', () => {
  it('makes one slip, never in the first letter', () => {
    fc.assert(
      fc.property(word, fc.integer(), (written, seed) => {
        const slipped = misspell(written, createRandom(seed));
        expect(slipped[0]).toBe(written[0]);
        expect(editDistance(written, slipped)).toBeLessThanOrEqual(2);
        expect(Math.abs(slipped.length - written.length)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('changes the longest word and no other', () => {
    expect(misspell('red umbrella', createRandom(3))).toMatch(/^red (?!umbrella$)u\p{L}+$/u);
  });

  it('leaves words alone that are too short to be recognised after a slip', () => {
    expect(misspell('red mug', createRandom(1))).toBe('red mug');
  });
});
