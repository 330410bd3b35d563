import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  complement,
  countBits,
  createBits,
  forEachBit,
  fullBits,
  hasBit,
  intersect,
  setBit,
  unite,
} from '../../../../connectors/product-index/embedded/bits.ts';

const ROWS = 70;
const anyRows = fc.uniqueArray(fc.nat(ROWS - 1)).map((rows) => new Set(rows));

function toBits(rows: ReadonlySet<number>) {
  const bits = createBits(ROWS);
  for (const row of rows) setBit(bits, row);
  return bits;
}

function toRows(bits: Uint32Array): number[] {
  const rows: number[] = [];
  forEachBit(bits, (row) => rows.push(row));
  return rows;
}

const sorted = (rows: Iterable<number>) => [...rows].sort((left, right) => left - right);

describe('bits', () => {
  it('do what sets do', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (left, right) => {
        const both = toBits(left);
        intersect(both, toBits(right));
        const either = toBits(left);
        unite(either, toBits(right));
        expect(toRows(both)).toEqual(sorted(left.intersection(right)));
        expect(toRows(either)).toEqual(sorted(left.union(right)));
        expect(toRows(complement(toBits(left), ROWS))).toEqual(
          sorted(new Set(toRows(fullBits(ROWS))).difference(left)),
        );
        expect(countBits(toBits(left))).toBe(left.size);
        for (const row of right) expect(hasBit(toBits(left), row)).toBe(left.has(row));
      }),
    );
  });

  it.each([0, 1, 31, 32, 33, 64])('are full with exactly %i rows', (rows) => {
    expect(toRows(fullBits(rows))).toEqual(Array.from({ length: rows }, (_, row) => row));
  });
});
