type Column = Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A typed array that takes one value after the other; doubles when it is full. */
export interface GrowingColumn<C extends Column> {
  push(value: number): void;
  readonly length: number;
  /** The values so far, in an array of exactly their number. */
  toColumn(): C;
}

export function createGrowingColumn<C extends Column>(create: (length: number) => C): GrowingColumn<C> {
  let column = create(1024);
  let length = 0;
  return {
    push(value) {
      if (length === column.length) {
        const wider = create(column.length * 2);
        wider.set(column);
        column = wider;
      }
      column[length] = value;
      length += 1;
    },
    get length() {
      return length;
    },
    toColumn() {
      const exact = create(length);
      exact.set(column.subarray(0, length));
      return exact;
    },
  };
}

export const createUint32 = (length: number): Uint32Array<ArrayBuffer> => new Uint32Array(length);
export const createFloat64 = (length: number): Float64Array<ArrayBuffer> => new Float64Array(length);
