import { isAssistantError } from '../errors/assistant-error.ts';

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

/** What a person reads when a command fails: the sentence, never a stack; a foreign error is named as such. */
export function describeFailure(error: unknown): { readonly code: string; readonly message: string } {
  if (isAssistantError(error)) return { code: error.code, message: error.message };
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return { code: error.code, message: error.message };
  return {
    code: 'INTERNAL',
    message: error instanceof Error ? `Unexpected failure: ${error.message}` : 'Unexpected failure',
  };
}

/** Columns of a table, padded; the first row is the head. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
