/** Rows by key: those of key k are `rows[start[k] .. start[k + 1])`, in the order they were given. */
export interface GroupedRows {
  readonly start: Uint32Array;
  readonly rows: Uint32Array;
}

/**
 * Groups entries by key with a stable counting sort; O(entries + keys).
 *
 * @param keys One per entry, each in [0, keyCount).
 * @returns For every key where its entries stand (`start`), and the entry numbers in that order.
 */
export function groupEntries(
  keys: Uint32Array,
  keyCount: number,
): { readonly start: Uint32Array; readonly order: Uint32Array } {
  const start = new Uint32Array(keyCount + 1);
  for (const key of keys) start[key + 1] = (start[key + 1] ?? 0) + 1;
  for (let key = 0; key < keyCount; key += 1) start[key + 1] = (start[key + 1] ?? 0) + (start[key] ?? 0);
  const next = start.slice();
  const order = new Uint32Array(keys.length);
  for (let entry = 0; entry < keys.length; entry += 1) {
    const key = keys[entry] ?? 0;
    const position = next[key] ?? 0;
    order[position] = entry;
    next[key] = position + 1;
  }
  return { start, order };
}

/** `column` in another order. */
export function reorder(column: Uint32Array, order: Uint32Array): Uint32Array {
  const reordered = new Uint32Array(order.length);
  for (let position = 0; position < order.length; position += 1) {
    reordered[position] = column[order[position] ?? 0] ?? 0;
  }
  return reordered;
}
