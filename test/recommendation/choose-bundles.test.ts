import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BundlePiece, chooseBundles } from '../../src/recommendation/choose-bundles.ts';
import { areCompatible } from '../../src/recommendation/compatible-attributes.ts';

const piece = (productId: string, priceMinor = 10, leaf = productId): BundlePiece => ({
  productId,
  priceMinor,
  leaf,
});

/** Affinities by "a b", the same from both sides. */
const affinities = (table: Readonly<Record<string, number>>) => (left: string, right: string) =>
  table[`${left} ${right}`] ?? table[`${right} ${left}`] ?? 0;

const choose = (
  pieces: readonly BundlePiece[],
  table: Readonly<Record<string, number>>,
  changes: Partial<Parameters<typeof chooseBundles<BundlePiece>>[0]> = {},
) =>
  chooseBundles({
    anchor: piece('tent'),
    pieces,
    affinity: affinities(table),
    isCompatible: () => true,
    limit: 3,
    ...changes,
  }).map(({ pieces: chosen }) => chosen.map(({ productId }) => productId).join(' '));

describe('chooseBundles', () => {
  it('finds the combination that belongs together most, not the best single companions', () => {
    const table = { 'tent mat': 1, 'tent lamp': 1.5, 'tent bag': 1, 'mat bag': 3 };
    const pieces = [piece('lamp', 20), piece('mat', 10), piece('bag', 10)];
    expect(choose(pieces, table, { budgetMinor: 35 })[0]).toBe('tent mat bag');
  });

  it('keeps the budget to the last cent', () => {
    const table = { 'tent mat': 1, 'tent lamp': 2 };
    const pieces = [piece('mat', 10), piece('lamp', 11)];
    expect(choose(pieces, table, { budgetMinor: 20 })).toEqual(['tent mat']);
    expect(choose(pieces, table, { budgetMinor: 19 })).toEqual([]);
  });

  it('puts no two things of one leaf category together', () => {
    const table = { 'tent mat': 1, 'tent mat-2': 1, 'mat mat-2': 5 };
    const pieces = [piece('mat', 10, 'mats'), piece('mat-2', 10, 'mats')];
    expect(choose(pieces, table)).toEqual(['tent mat', 'tent mat-2']);
  });

  it('takes nothing in that has nothing to do with the product itself', () => {
    expect(choose([piece('mat'), piece('bag')], { 'tent mat': 1, 'mat bag': 9 })).toEqual(['tent mat']);
  });

  it('offers no bundle beside one that holds it', () => {
    const table = { 'tent mat': 1, 'tent bag': 1 };
    expect(choose([piece('mat'), piece('bag')], table)).toEqual(['tent mat bag']);
  });

  it('gives bundles of two to four compatible things within the budget, the best first', () => {
    const anyPieces = fc.uniqueArray(
      fc.record({
        productId: fc.stringMatching(/^p\d$/),
        priceMinor: fc.nat(50),
        leaf: fc.constantFrom('a', 'b', 'c', ''),
      }),
      { selector: ({ productId }) => productId, maxLength: 8 },
    );
    fc.assert(
      fc.property(anyPieces, fc.nat(120), fc.integer({ min: 1, max: 7 }), (pieces, budgetMinor, prime) => {
        const weigh = (left: string, right: string) =>
          ((left.length + right.charCodeAt(1) * prime) % 5) + (left.charCodeAt(1) % 2);
        const affinity = (left: string, right: string) => weigh(left, right) + weigh(right, left);
        const isCompatible = (left: BundlePiece, right: BundlePiece) =>
          areCompatible({ size: [`EU ${left.priceMinor}`] }, { size: [`EU ${right.priceMinor}`] });
        const bundles = chooseBundles({
          anchor: piece('tent', 5),
          pieces,
          budgetMinor,
          affinity,
          isCompatible,
          limit: 3,
        });
        expect(bundles.length).toBeLessThanOrEqual(3);
        for (const bundle of bundles) {
          const leaves = bundle.pieces.map(({ leaf }) => leaf).filter((leaf) => leaf !== '');
          expect(bundle.pieces.length).toBeGreaterThanOrEqual(2);
          expect(bundle.pieces.length).toBeLessThanOrEqual(4);
          expect(bundle.totalMinor).toBe(bundle.pieces.reduce((sum, { priceMinor }) => sum + priceMinor, 0));
          expect(bundle.totalMinor).toBeLessThanOrEqual(budgetMinor);
          expect(new Set(leaves).size).toBe(leaves.length);
        }
        const sums = bundles.map((bundle) => bundle.affinity);
        expect(sums).toEqual(sums.toSorted((left, right) => right - left));
      }),
    );
  });
});

describe('areCompatible', () => {
  it.each([
    [{ gender: ['women'] }, { gender: ['men'] }, false],
    [{ gender: ['women'] }, { gender: ['unisex'] }, true],
    [{ voltage: ['230 V'] }, { voltage: ['110 V', '230 V'] }, true],
    [{ voltage: ['230 V'] }, { voltage: ['110 V'] }, false],
    [{ size: ['EU 42'] }, { size: ['US 9'] }, false],
    [{ size: ['EU 42'] }, { size: ['M'] }, true],
    [{ gender: ['women'] }, {}, true],
    [{ color: ['red'] }, { color: ['blue'] }, true],
  ])('compares %j with %j', (left, right, compatible) => {
    expect(areCompatible(left, right)).toBe(compatible);
    expect(areCompatible(right, left)).toBe(compatible);
  });
});
