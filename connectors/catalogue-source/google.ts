import type { Listing } from '../../src/ports/listing-interpreter.ts';
import { groupListings, openTable, tooLong } from './delimited.ts';
import type { Delimiter } from './delimited-rows.ts';
import type { FeedFile } from './feed-file.ts';
import type { Feed, FeedEntry } from './feed-source.ts';
import { type GoogleValue, toGoogleListing } from './google-listing.ts';
import { readGoogleXml } from './google-xml.ts';

/** A Google Merchant feed in XML (RSS 2.0 or Atom). Read twice: items of one `item_group_id` may stand apart. */
export function googleXmlFeed(file: FeedFile): Feed {
  let language: string | undefined;

  async function* listings(reading: AbortSignal): AsyncGenerator<Listing> {
    const items = readGoogleXml(file, reading, (declared) => {
      language ??= declared;
    });
    for await (const item of items) yield toGoogleListing(item);
  }
  return {
    format: 'google',
    file,
    passes: 2,
    decimalSign: '.',
    language: () => language,
    entries: (reading) => groupListings(() => listings(reading), true),
  };
}

/** "Image Link", "image_link" and "g:image link" are one attribute. */
export const googleName = (column: string): string =>
  column
    .trim()
    .toLowerCase()
    .replace(/^g:/, '')
    .replace(/\(.*\)$/, '')
    .trim()
    .replace(/[\s-]+/g, '_');

/** A Google Merchant feed as a table (TSV or CSV). */
export async function googleTableFeed(
  file: FeedFile,
  delimiter: Delimiter,
  signal: AbortSignal,
): Promise<Feed> {
  const table = await openTable(file, delimiter, signal);
  const names = table.columns.map((column) => [column, googleName(column)] as const);

  async function* listings(reading: AbortSignal): AsyncGenerator<Listing | FeedEntry> {
    for await (const row of table.rows(reading)) {
      if (row.tooLong) {
        yield tooLong(row.line);
        continue;
      }
      const values = new Map<string, GoogleValue[]>();
      for (const [column, name] of names) {
        const cell = row.cell(column);
        if (cell !== undefined) values.set(name, [...(values.get(name) ?? []), cell]);
      }
      yield toGoogleListing({ line: row.line, values });
    }
  }
  const grouped = names.some(([, name]) => name === 'item_group_id');
  return {
    format: 'google',
    file,
    passes: grouped ? 2 : 1,
    decimalSign: '.',
    entries: (reading) => groupListings(() => listings(reading), grouped),
  };
}
