/** A set of rows: bit `row & 31` of word `row >>> 5`. Bits past the last row are always clear. */
export type Bits = Uint32Array;

export function createBits(rows: number): Bits {
  return new Uint32Array((rows + 31) >>> 5);
}

export function fullBits(rows: number): Bits {
  const bits = createBits(rows).fill(0xffff_ffff);
  clearTail(bits, rows);
  return bits;
}

export function setBit(bits: Bits, row: number): void {
  const word = row >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (row & 31));
}

export function clearBit(bits: Bits, row: number): void {
  const word = row >>> 5;
  bits[word] = (bits[word] ?? 0) & ~(1 << (row & 31));
}

export function hasBit(bits: Bits, row: number): boolean {
  return (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

/** Keeps in `target` what `other` has too. */
export function intersect(target: Bits, other: Bits): void {
  for (let word = 0; word < target.length; word += 1) target[word] = (target[word] ?? 0) & (other[word] ?? 0);
}

/** Adds to `target` what `other` has. */
export function unite(target: Bits, other: Bits): void {
  for (let word = 0; word < target.length; word += 1) target[word] = (target[word] ?? 0) | (other[word] ?? 0);
}

/** The rows that are not in `bits`, of `rows` in all. */
export function complement(bits: Bits, rows: number): Bits {
  const others = bits.map((word) => ~word);
  clearTail(others, rows);
  return others;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let index = 0; index < bits.length; index += 1) {
    let word = bits[index] ?? 0;
    word -= (word >>> 1) & 0x5555_5555;
    word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
  }
  return count;
}

/** Calls `visit` with every row of the set, ascending. */
export function forEachBit(bits: Bits, visit: (row: number) => void): void {
  for (let index = 0; index < bits.length; index += 1) {
    let word = bits[index] ?? 0;
    while (word !== 0) {
      const lowest = word & -word;
      visit((index << 5) + 31 - Math.clz32(lowest));
      word ^= lowest;
    }
  }
}

function clearTail(bits: Bits, rows: number): void {
  const used = rows & 31;
  if (used === 0) return;
  const last = bits.length - 1;
  bits[last] = (bits[last] ?? 0) & (0xffff_ffff >>> (32 - used));
}
