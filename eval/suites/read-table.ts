import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { AssistantError } from '../../src/errors/assistant-error.ts';

type Row = Readonly<Record<string, string | undefined>>;

/**
 * Rows of a file with a head, plain or gzip; quoted fields may hold anything.
 *
 * @throws {AssistantError} INVALID_ARGUMENT when one of the columns is missing.
 */
export async function readTable(
  file: string,
  columns: readonly string[],
  { delimiter = ',' }: { readonly delimiter?: string } = {},
): Promise<Row[]> {
  const bytes = await readFile(file);
  const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const rows: Row[] = parse(text, { columns: true, bom: true, skip_empty_lines: true, delimiter });
  const missing = columns.filter((column) => !Object.hasOwn(rows[0] ?? {}, column));
  if (missing.length === 0) return rows;
  throw new AssistantError('INVALID_ARGUMENT', `${file} has no column ${missing.join(', ')}`);
}
