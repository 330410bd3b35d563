import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedBy, replaceAt, withoutAt } from '../../../src/console/settings/rows.ts';

describe('rows of a form', () => {
  it('are moved one place, and stay where there is none', () => {
    expect(movedBy(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(movedBy(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
    expect(movedBy(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  });

  it('come back to where they were, and lose only the one that is taken out', () => {
    const list = fc.array(fc.integer(), { minLength: 2 });
    fc.assert(
      fc.property(list, fc.nat(), (rows, place) => {
        const at = place % (rows.length - 1);
        expect(movedBy(movedBy(rows, at, 1), at + 1, -1)).toEqual(rows);
        expect(withoutAt(rows, at)).toEqual([...rows.slice(0, at), ...rows.slice(at + 1)]);
        expect(replaceAt(rows, at, 7)[at]).toBe(7);
      }),
    );
  });
});
