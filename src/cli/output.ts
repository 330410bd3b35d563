export interface Output {
  /** The result: one JSON object on standard output with `--json`, else prose on it. */
  result(value: unknown, prose: string): void;
  /** Progress and remarks: standard error, and only there. */
  note(text: string): void;
}

export function createOutput(options: {
  readonly json: boolean;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}): Output {
  return {
    result: (value, prose) => options.stdout.write(`${options.json ? JSON.stringify(value) : prose}\n`),
    note: (text) => options.stderr.write(`${text}\n`),
  };
}

/** Columns of a table, padded; the first row is the head. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
