import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContributionTable } from '../../src/recommendation/contribution-table.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const OWN = [4, 5];

describe('createContributionTable', () => {
  it('tells what spoke for a product, the largest share first, ties by productId', () => {
    const table = createContributionTable(IDS, 3);
    table.begin([1, 2], [5, 4, 3]);
    for (const [source, contribution] of [2, 1, 1].entries()) table.add(1, source, contribution);
    expect(table.total(1)).toBe(4);
    expect(table.because(1, 4)).toEqual([
      { productId: 'f', share: 0.5 },
      { productId: 'd', share: 0.25 },
      { productId: 'e', share: 0.25 },
    ]);
    expect(table.because(2, 1)).toEqual([]);
  });

  it('leaves out what speaks against a product, and all beyond the most that are told', () => {
    const table = createContributionTable(IDS, 1);
    table.begin([0], [3, 4, 5]);
    for (const [source, contribution] of [1, -5, 3].entries()) table.add(0, source, contribution);
    expect(table.total(0)).toBe(4);
    expect(table.because(0, 4)).toEqual([{ productId: 'f', share: 0.75 }]);
  });

  it('knows nothing of the lists before', () => {
    const addition = fc.record({
      product: fc.nat(3),
      source: fc.nat(1),
      contribution: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    const lists = fc.array(fc.array(addition, { maxLength: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(lists, fc.subarray([0, 1, 2, 3]), (all, chosen) => {
        const tell = (table = createContributionTable(IDS, 5), additions = all.at(-1) ?? []) => {
          table.begin(chosen, OWN);
          for (const { product, source, contribution } of additions) table.add(product, source, contribution);
          const told = chosen.map((product) => table.because(product, table.total(product)));
          table.end();
          return told;
        };
        const used = createContributionTable(IDS, 5);
        for (const additions of all.slice(0, -1)) tell(used, additions);
        expect(tell(used)).toEqual(tell());
      }),
    );
  });
});
