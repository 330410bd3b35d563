import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOfList } from '../../../src/chat/desk/trial-changes.ts';

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });

describe('what makes one list of another', () => {
  it('names what comes in, goes out and changes places, with the places', () => {
    expect(changeOfList(['a', 'b', 'c', 'd'], ['b', 'a', 'e', 'd'])).toMatchObject({
      in: [{ productId: 'e', place: 3 }],
      out: [{ productId: 'c', place: 3 }],
      moved: [
        { productId: 'b', from: 2, to: 1 },
        { productId: 'a', from: 1, to: 2 },
      ],
    });
  });

  it('leaves alone what only moves up because another one is gone', () => {
    expect(changeOfList(['a', 'b', 'c'], ['b', 'c'])).toMatchObject({
      in: [],
      out: [{ productId: 'a', place: 1 }],
      moved: [],
    });
  });

  it('counts the first places most', () => {
    const top = changeOfList(['a', 'b', 'c', 'd'], ['x', 'b', 'c', 'd']).change;
    const end = changeOfList(['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'x']).change;
    // By hand: (1 + 1/2 + 1/3 + 1/4) / 4 and (1/4) / 4.
    expect(top).toBeCloseTo(25 / 48, 10);
    expect(end).toBeCloseTo(1 / 16, 10);
  });

  it('is 0 of the same list alone, 1 of lists with nothing in common, and the same both ways', () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const { change } = changeOfList(before, after);
        expect(change).toBeCloseTo(changeOfList(after, before).change, 10);
        expect(change === 0).toBe(before.join() === after.join());
        const isDisjoint = before.length + after.length > 0 && !before.some((id) => after.includes(id));
        expect(Math.abs(change - 1) < 1e-9).toBe(isDisjoint);
      }),
    );
  });

  it('accounts for every product of both lists', () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const { in: comes, out, moved } = changeOfList(before, after);
        const stays = before.filter((id) => !out.some(({ productId }) => productId === id));
        const named = new Set([...stays, ...comes.map(({ productId }) => productId)]);
        expect(named).toEqual(new Set(after));
        for (const { productId, from, to } of moved)
          expect([before[from - 1], after[to - 1]]).toEqual([productId, productId]);
      }),
    );
  });
});
