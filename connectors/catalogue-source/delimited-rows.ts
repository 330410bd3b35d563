import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { FeedFile } from './feed-file.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface DelimitedRow {
  /** 1-based line of the file where the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Most columns a feed has; a real one has about a hundred. */
const MAX_COLUMNS = 2_000;
/** Longest row, in UTF-16 units: beyond it a quote was left open or the file is no table. */
const MAX_ROW = 4 * 1024 ** 2;

/**
 * Reads rows of delimited text (RFC 4180): quoted cells with line breaks and doubled quotes, any line end, empty lines
 * left out. A quote inside an unquoted cell ('5" pot') is a character like any other.
 *
 * @throws {AssistantError} CATALOGUE_REFUSED with the line when a quote is not closed (what follows cannot be trusted),
 *   or a row has more than 2,000 cells or 4 Mi characters.
 */
export async function* readDelimitedRows(
  file: FeedFile,
  delimiter: Delimiter,
  signal: AbortSignal,
): AsyncGenerator<DelimitedRow> {
  const parser = parse({
    delimiter,
    info: true,
    max_record_size: MAX_ROW,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  // What goes wrong while feeding comes out of the parser, where it is awaited.
  const feeding = pipeline(file.text(signal), parser).catch(() => undefined);
  let lastLine = 0;
  let countedTwice = 0;
  try {
    for await (const { info, record } of parser as AsyncIterable<{
      info: { lines: number };
      record: string[];
    }>) {
      // The parser counts "\r\n" inside quotes as two lines.
      countedTwice += record.reduce((sum, cell) => sum + countPairs(cell), 0);
      lastLine = info.lines - countedTwice;
      const line = lastLine - record.reduce((sum, cell) => sum + countBreaks(cell), 0);
      const open = record.some((cell) => cell.startsWith('"') && cell.includes('\n'));
      if (open) throw refused(`A quote in line ${line} is not closed before line ${lastLine}`);
      if (record.length > MAX_COLUMNS) throw refused(`Line ${line} has ${record.length} columns`);
      yield { line, cells: record };
    }
  } catch (error) {
    throw asRefusal(error, lastLine);
  } finally {
    parser.destroy();
    await feeding;
  }
}

const countPairs = (cell: string) => (cell.includes('\r\n') ? cell.split('\r\n').length - 1 : 0);
const countBreaks = (cell: string) =>
  cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n?|\n/g)?.length ?? 0) : 0;

function asRefusal(error: unknown, lastLine: number): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof AssistantError) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return refused(
      `A quote that opens after line ${lastLine} is never closed; double the quotes inside a cell ("")`,
      error,
    );
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return refused(`The row after line ${lastLine} has more than ${MAX_ROW} characters`, error);
  return String(error.code).startsWith('CSV_')
    ? refused(`After line ${lastLine}: ${error.message}`, error)
    : error;
}

function refused(message: string, cause?: unknown): AssistantError {
  return new AssistantError('CATALOGUE_REFUSED', message, cause === undefined ? {} : { cause });
}

/**
 * The delimiter of a table by its first rows: the one that splits the header into most cells, counted outside quotes;
 * ties go to the one whose count is the same in the second row, then to the order of `DELIMITERS`.
 *
 * @returns undefined when none occurs: one column, or no table.
 */
export function detectDelimiter(head: string): Delimiter | undefined {
  const [header = '', second = ''] = head
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((row) => row.trim() !== '');
  const count = (row: string, delimiter: string) => row.split(delimiter).length - 1;
  let best: Delimiter | undefined;
  for (const delimiter of DELIMITERS) {
    const own = count(header, delimiter);
    if (own === 0) continue;
    const most = best === undefined ? 0 : count(header, best);
    const steadier =
      own === most && best !== undefined && count(second, best) !== own && count(second, delimiter) === own;
    if (own > most || steadier) best = delimiter;
  }
  return best;
}
