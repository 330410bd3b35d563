import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { Listing } from '../../src/ports/listing-interpreter.ts';
import { type Delimiter, readDelimitedRows } from './delimited-rows.ts';
import type { FeedFile } from './feed-file.ts';
import type { Feed, FeedEntry } from './feed-source.ts';
import { groupRows } from './group-rows.ts';
import { guessMap } from './guess-map.ts';
import { columnsOf, type FeedMap, toListing } from './map.ts';

/** A table with a header: columns by name, and its rows. */
export interface Table {
  readonly columns: readonly string[];
  rows(signal: AbortSignal): AsyncIterable<TableRow>;
}

export interface TableRow {
  readonly line: number;
  /** The cell of a column; undefined when it is empty, or the row has no such cell. */
  cell(column: string): string | undefined;
  /** More cells than columns: the row cannot be read. */
  readonly tooLong: boolean;
}

/** @throws {AssistantError} CATALOGUE_REFUSED when there is no header. */
export async function openTable(file: FeedFile, delimiter: Delimiter, signal: AbortSignal): Promise<Table> {
  const columns = await readHeader(file, delimiter, signal);
  const positions = new Map<string, number>();
  for (const [position, name] of columns.entries()) if (!positions.has(name)) positions.set(name, position);
  return {
    columns,
    async *rows(reading) {
      let first = true;
      for await (const { line, cells } of readDelimitedRows(file, delimiter, reading)) {
        // Files that were put together from several repeat their header.
        const isHeader = first || cells.every((cell, position) => cell.trim() === columns[position]);
        first = false;
        if (isHeader) continue;
        yield {
          line,
          tooLong:
            cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== ''),
          cell: (column) => {
            const cell = cells[positions.get(column) ?? cells.length];
            return cell === undefined || cell.trim() === '' ? undefined : cell;
          },
        };
      }
    },
  };
}

async function readHeader(file: FeedFile, delimiter: Delimiter, signal: AbortSignal): Promise<string[]> {
  for await (const { cells } of readDelimitedRows(file, delimiter, signal)) {
    const columns = cells.map((cell) => cell.trim());
    if (columns.every((column) => column === '')) break;
    return columns;
  }
  throw new AssistantError('CATALOGUE_REFUSED', `${file.path} has no header row`);
}

export const tooLong = (line: number): FeedEntry => ({
  kind: 'rejected',
  value: {
    line,
    code: 'too-many-cells',
    reason: 'The row has more cells than the header; quote cells that hold the delimiter',
  },
});

/** A CSV or TSV file read by a map, or by its usual column names when there is none. */
export async function delimitedFeed(
  file: FeedFile,
  delimiter: Delimiter,
  map: FeedMap | undefined,
  signal: AbortSignal,
): Promise<Feed> {
  const table = await openTable(file, delimiter, signal);
  const chosen = map ?? guessMap(table.columns);
  refuseUnknownColumns(chosen, table.columns);
  const grouped = chosen.groupId !== undefined || chosen.variantId !== undefined;

  async function* listings(reading: AbortSignal): AsyncGenerator<Listing | FeedEntry> {
    for await (const row of table.rows(reading)) {
      if (row.tooLong) yield tooLong(row.line);
      else yield toListing(chosen, row.line, (column) => asList(row.cell(column)));
    }
  }
  return {
    format: 'csv',
    file,
    passes: grouped ? 2 : 1,
    ...(chosen.decimalSign === undefined ? {} : { decimalSign: chosen.decimalSign }),
    entries: (reading) => groupListings(() => listings(reading), grouped),
  };
}

const asList = (cell: string | undefined): string[] => (cell === undefined ? [] : [cell]);

/** Listings of a group as one entry; other entries pass. */
export async function* groupListings(
  read: () => AsyncIterable<Listing | FeedEntry>,
  grouped: boolean,
): AsyncGenerator<FeedEntry> {
  if (!grouped) {
    for await (const item of read()) yield 'kind' in item ? item : { kind: 'listings', listings: [item] };
    return;
  }
  const groups = groupRows(read, (item) => ('kind' in item ? undefined : item.groupId?.trim()));
  for await (const group of groups) {
    const listings: Listing[] = [];
    for (const item of group) {
      if ('kind' in item) yield item;
      else listings.push(item);
    }
    if (listings.length > 0) yield { kind: 'listings', listings };
  }
}

function refuseUnknownColumns(map: FeedMap, columns: readonly string[]): void {
  const unknown = columnsOf(map).filter((name) => !columns.includes(name));
  if (unknown.length === 0) return;
  throw new AssistantError(
    'CATALOGUE_REFUSED',
    `The map names columns that the file does not have: ${unknown.join(', ')}. The columns are: ${columns.slice(0, 100).join(', ')}`,
    { details: { unknown, columns: columns.slice(0, 100) } },
  );
}
