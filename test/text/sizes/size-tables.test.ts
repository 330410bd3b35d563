import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concept } from '../../../src/text/lexicon/index.ts';
import { convertSize, SIZE_TABLES } from '../../../src/text/sizes/size-tables.ts';
import type { SizeName } from '../../../src/text/sizes/written-size.ts';

const EVERYBODY: ReadonlySet<string> = new Set();

describe('the tables of sizes', () => {
  it('name kinds of things and genders of the lexicon', () => {
    for (const { types, except, gender, columns } of SIZE_TABLES) {
      for (const type of [...types, ...except]) expect(concept('type', type)).toBeDefined();
      for (const known of [gender, ...columns.map((column) => column.gender)])
        if (known !== undefined) expect(concept('gender', known)).toBeDefined();
    }
  });

  it('lead back to the same size, or to one that shares a row with a neighbour', () => {
    const cells = SIZE_TABLES.filter(({ cups }) => cups.length === 0).flatMap((table) =>
      table.rows.flatMap((row, at) =>
        table.columns.flatMap(({ system, gender }, column) =>
          (row[column] ?? []).map((figure) => ({ table, at, column, figure, system, gender })),
        ),
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...cells), ({ table, at, column, figure, system, gender }) => {
        const genders = gender === undefined ? EVERYBODY : new Set([gender]);
        const name: SizeName = system === undefined ? { figure } : { figure, system };
        const found = convertSize(name, table, genders).flatMap(({ names }) => names);
        const near = table.rows.slice(Math.max(0, at - 2), at + 3).flatMap((row) => row[column] ?? []);
        const back = found
          .filter((other) => other.system !== system)
          .map((other) =>
            convertSize(other, table, genders)
              .flatMap(({ names }) => names)
              .filter((again) => again.system === system)
              .map((again) => again.figure),
          );
        for (const figures of back) expect(figures.some((again) => near.includes(again))).toBe(true);
      }),
    );
  });

  it('read a number without a system as a European size where that exists', () => {
    const [shoes] = SIZE_TABLES.filter(({ id }) => id === 'shoes');
    const systems = (figure: string) =>
      shoes === undefined ? [] : convertSize({ figure }, shoes, EVERYBODY).map(({ system }) => system);

    expect(new Set(systems('42'))).toEqual(new Set(['eu']));
    expect(new Set(systems('8'))).toEqual(new Set(['uk', 'us']));
  });
});
