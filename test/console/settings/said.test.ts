import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesSaid } from '../../../src/console/settings/said.ts';

const said = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2')), {
  selector: ([what]) => what,
});

describe('what changed', () => {
  it('is named once: what came, what is another, what went', () => {
    const before = [
      ['Monday', 'closed'],
      ['Time zone', 'UTC'],
      ['Sunday', '09:00 to 12:00'],
    ] as const;
    const after = [
      ['Time zone', 'Asia/Tokyo'],
      ['Sunday', '09:00 to 12:00'],
      ['Tuesday', 'closed'],
    ] as const;
    expect(changesSaid(before, after)).toEqual([
      { what: 'Time zone', was: 'UTC', is: 'Asia/Tokyo' },
      { what: 'Tuesday', is: 'closed' },
      { what: 'Monday', was: 'closed' },
    ]);
  });

  it('leads from the one to the other, and is nothing where they are the same', () => {
    fc.assert(
      fc.property(said, said, (before, after) => {
        const built = new Map<string, string>(before);
        for (const { what, is } of changesSaid(before, after))
          if (is === undefined) built.delete(what);
          else built.set(what, is);
        expect(Object.fromEntries(built)).toEqual(Object.fromEntries(after));
        expect(changesSaid(after, after)).toEqual([]);
      }),
    );
  });
});
