/** An element that is there; typed arrays have no holes. */
export const at = (array: Int32Array | Float32Array | Float64Array | Uint8Array, index: number): number =>
  array[index] ?? 0;
