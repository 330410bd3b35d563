import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileWords } from '../../src/text/near-words.ts';
import { slipCost } from '../../src/text/slip-cost.ts';

const slipsOf = (length: number) => (length < 4 ? 0 : length < 6 ? 1 : 2);

/** Letters put in, left out or exchanged and neighbours swapped, each counting one: the obvious way. */
function countSlips(left: string, right: string): number {
  const table = Array.from({ length: left.length + 1 }, (_, row) =>
    Array.from({ length: right.length + 1 }, (__, column) => (row === 0 ? column : row)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const line = table[row];
      if (line !== undefined)
        line[column] = Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (same ? 0 : 1),
          swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        );
    }
  }
  return at(left.length, right.length);
}

it('finds what a comparison with every word finds', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 11 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (words, written) => {
      const counted = words.map((each, place) => [each, place] as const);
      const found = fileWords(counted, slipsOf).near(written, 3);
      const slips = slipsOf(written.length);
      const must = words.filter((each) => {
        const allowed = Math.min(slips, slipsOf(each.length));
        return countSlips(written, each) <= allowed && slipCost(written, each, 3) <= 3;
      });
      const names = found.map((near) => near.word);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining(must));
      for (const near of found) {
        expect(near.cost).toBe(slipCost(written, near.word, 3));
        expect(near.count).toBe(words.indexOf(near.word));
      }
    }),
  );
});

it('finds a slip behind the beginning that words are filed under', () => {
  const { near } = fileWords([['rechargeable', 7]], slipsOf);
  expect(near('rechargeabel', 2).map(({ word }) => word)).toEqual(['rechargeable']);
});

it('finds nothing in an empty shop', () => {
  expect(fileWords([], slipsOf).near('jacket', 3)).toEqual([]);
});
