/** Features cut into bins, so that a split is looked for among at most 255 places; among fewer where rows are few. */
export interface BinnedFeatures {
  /** By feature: the bin of each row. */
  readonly columns: readonly Uint8Array[];
  /** By feature: the highest value of each bin but the last, ascending; a row is in the first bin whose limit it does not pass. */
  readonly limits: readonly Float32Array[];
}

const MOST_BINS = 255;
const LEAST_BINS = 32;
/** A bin for so many rows. */
const ROWS_PER_BIN = 40;

/** Bins hold about equally many distinct values, and one each while there are few. Cost: O(features · rows · log rows). */
export function binFeatures(values: Float32Array, width: number): BinnedFeatures {
  const rows = width === 0 ? 0 : values.length / width;
  const most = Math.min(MOST_BINS, Math.max(LEAST_BINS, Math.ceil(rows / ROWS_PER_BIN)));
  const limits: Float32Array[] = [];
  const columns: Uint8Array[] = [];
  for (let feature = 0; feature < width; feature += 1) {
    const column = Float32Array.from({ length: rows }, (_, row) => values[row * width + feature] ?? 0);
    const limit = findLimits(column, most);
    limits.push(limit);
    columns.push(Uint8Array.from(column, (value) => findBin(limit, value)));
  }
  return { columns, limits };
}

function findLimits(column: Float32Array, most: number): Float32Array {
  const distinct = Float32Array.from(new Set(column)).sort();
  const bins = Math.min(most, distinct.length);
  return Float32Array.from(
    { length: Math.max(0, bins - 1) },
    (_, bin) => distinct[Math.floor(((bin + 1) * distinct.length) / bins) - 1] ?? 0,
  );
}

/** The first bin whose limit is not below the value. */
function findBin(limits: Float32Array, value: number): number {
  let low = 0;
  let high = limits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((limits[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
