import { describe, expect, it } from 'vitest';
import { groupFaults } from '../../../src/console/catalogue/group-faults.ts';
import type { CatalogueFault } from '../../../src/domain/desk/catalogue-health.ts';

const fault = (attribute: string, category: string, products = 1): CatalogueFault => ({
  ...{ kind: 'missing-attribute', attribute, category: [category], products, examples: [] },
  cost: { shownShare: 0, othersShownShare: 0 },
});
const saidOf = (faults: readonly CatalogueFault[], opened: readonly string[] = []) =>
  groupFaults(faults, new Set(opened)).map(({ fault: { attribute, category }, others, isRepeated }) => [
    `${attribute} ${category}`,
    isRepeated,
    others,
  ]);

describe('faults that are called the same', () => {
  it('stand below each other, in the order of the first of each', () => {
    expect(saidOf([fault('size', 'mugs'), fault('care', 'mugs'), fault('size', 'vases')])).toEqual([
      ['size mugs', false, undefined],
      ['size vases', true, undefined],
      ['care mugs', false, undefined],
    ]);
  });

  it('are one row with the number of the others and of their products where they are many, and all of them once opened', () => {
    const many = ['mugs', 'vases', 'bowls', 'plates'].map((category, at) => fault('size', category, at + 1));
    const others = { faults: 3, products: 9 };
    expect(saidOf(many)).toEqual([['size mugs', false, others]]);
    expect(saidOf(many, ['size is not told'])).toEqual([
      ['size mugs', false, others],
      ['size vases', true, undefined],
      ['size bowls', true, undefined],
      ['size plates', true, undefined],
    ]);
  });
});
