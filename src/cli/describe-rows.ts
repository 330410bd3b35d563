import { formatTable } from './output.ts';

export interface FeedRow {
  readonly line: number;
  readonly id?: string;
  readonly reason: string;
}

/** Rows printed for a person; all of them stand in `--json`. */
const PRINTED_ROWS = 20;

/** A table of rows with what is said about each; the column of ids only when there are any. */
export function describeRows(rows: readonly FeedRow[], total = rows.length): string {
  const printed = rows.slice(0, PRINTED_ROWS);
  const named = printed.some(({ id }) => id !== undefined);
  const cells = printed.map(({ line, id = '', reason }) =>
    named ? [`${line}`, id, reason] : [`${line}`, reason],
  );
  const table = formatTable([named ? ['LINE', 'ID', 'REASON'] : ['LINE', 'REASON'], ...cells]);
  const more = total - printed.length;
  return more > 0 ? `${table}\n... and ${more} more; --json lists them` : table;
}

/** "1 row", "2 rows". */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
