import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCounterfactual } from '../../src/ranking/counterfactual.ts';

/** What each cause gives each product; a score is their sum. */
type Table = Readonly<Record<string, Readonly<Record<string, number>>>>;

const ordering = (table: Table) => (without: readonly string[]) => {
  const products = new Set(Object.values(table).flatMap((row) => Object.keys(row)));
  return [...products]
    .map((productId) => ({
      productId,
      score: Object.entries(table)
        .filter(([cause]) => !without.includes(cause))
        .reduce((sum, [, row]) => sum + (row[productId] ?? 0), 0),
    }))
    .sort((left, right) => right.score - left.score || (left.productId < right.productId ? -1 : 1));
};

const find = (table: Table, productId?: string) =>
  findCounterfactual({
    causesOf: () => Object.keys(table),
    rescore: ordering(table),
    ...(productId === undefined ? {} : { productId }),
  });

describe('findCounterfactual', () => {
  it('names the one cause that carries the first place, not the one that gives most', () => {
    const table = { walk: { boots: 5, poles: 4.9 }, look: { boots: 1 }, age: { poles: 0.5 } };
    expect(find(table)).toEqual({ removed: ['look'], before: 'boots', after: 'poles' });
  });

  it('takes as many as are needed, and none that is not', () => {
    const table = { one: { boots: 2 }, two: { boots: 2 }, three: { boots: 0.1 }, base: { poles: 1 } };
    expect(find(table)?.removed.toSorted()).toEqual(['one', 'two']);
  });

  it('says that there is no single reason where three do not do', () => {
    const causes = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, { boots: 1 }]));
    expect(find({ ...causes, base: { poles: 0.5 } })).toBeUndefined();
    expect(find({})).toBeUndefined();
  });

  it('looks at the product that is asked about, wherever it stands', () => {
    const table = { walk: { boots: 5 }, look: { poles: 1 } };
    expect(find(table, 'boots')).toMatchObject({ before: 'boots', after: 'poles', removed: ['walk'] });
  });

  it('returns only what is true when it is made again', () => {
    const row = fc.dictionary(fc.constantFrom('p', 'q', 'r'), fc.integer({ min: 0, max: 9 }));
    const tables = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), row);
    fc.assert(
      fc.property(tables, (table) => {
        const found = find(table);
        if (found === undefined) return;
        const rescore = ordering(table);
        expect(found.removed.length).toBeLessThanOrEqual(3);
        expect(rescore([])[0]?.productId).toBe(found.before);
        expect(rescore(found.removed)[0]?.productId).toBe(found.after);
        expect(found.after).not.toBe(found.before);
        for (const removal of found.removed.length > 1 ? found.removed : []) {
          const fewer = found.removed.filter((other) => other !== removal);
          expect(rescore(fewer)[0]?.productId).toBe(found.before);
        }
      }),
    );
  });
});
