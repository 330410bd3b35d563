/** Numbers of four bytes, one after the other, without knowing beforehand how many. */
export interface GrowingColumn<Column> {
  length(): number;
  push(value: number): void;
  /** All of them, in a buffer that is at most an eighth larger. Call once. */
  finish(): Column;
}

const FIRST_CAPACITY = 1_024;
const BYTES = 4;
const FULL_ENOUGH = 8 / 9;

/**
 * Cost: amortised constant per number; doubled in place, 4 bytes each and nothing besides.
 *
 * @param capacity How many there will be, where it is known: then nothing is ever copied. Memory that is not written to is not
 *   taken from the machine.
 */
export function createGrowingColumn<Column extends Int32Array | Float32Array>(
  type: new (buffer: ArrayBuffer, offset?: number, length?: number) => Column,
  capacity: number = FIRST_CAPACITY,
): GrowingColumn<Column> {
  let length = 0;
  let buffer = new ArrayBuffer(Math.max(1, capacity) * BYTES);
  let column = new type(buffer);
  const resize = (numbers: number): void => {
    buffer = buffer.transfer(numbers * BYTES);
    column = new type(buffer);
  };
  return {
    length: () => length,
    push(value) {
      if (length === column.length) resize(length * 2);
      column[length] = value;
      length += 1;
    },
    finish() {
      // Cutting copies all of it; a little that is never touched costs nothing.
      if (length < column.length * FULL_ENOUGH) resize(length);
      return new type(buffer, 0, length);
    },
  };
}
