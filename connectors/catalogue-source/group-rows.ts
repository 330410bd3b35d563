/**
 * Brings the rows of a group together, wherever they stand, in order of each group's last row.
 *
 * Reads the rows twice: once to count the rows of every group, once to hand a group out as soon as its last row came.
 * Memory: about 100 bytes a group for the counts, and the rows of groups that are open; a feed whose groups stand
 * together holds one group at a time.
 *
 * @param read The rows from the beginning, the same with every call.
 * @param keyOf The group of a row; undefined for a row by itself.
 */
export async function* groupRows<T>(
  read: () => AsyncIterable<T>,
  keyOf: (row: T) => string | undefined,
): AsyncGenerator<readonly T[]> {
  const awaited = new Map<string, number>();
  for await (const row of read()) {
    const key = keyOf(row);
    if (key !== undefined) awaited.set(key, (awaited.get(key) ?? 0) + 1);
  }
  const open = new Map<string, T[]>();
  for await (const row of read()) {
    const key = keyOf(row);
    if (key === undefined) {
      yield [row];
      continue;
    }
    const rows = open.get(key) ?? [];
    rows.push(row);
    if (rows.length >= (awaited.get(key) ?? 0)) {
      open.delete(key);
      yield rows;
    } else if (rows.length === 1) {
      open.set(key, rows);
    }
  }
  // Only when the file grew shorter between the readings.
  yield* open.values();
}
