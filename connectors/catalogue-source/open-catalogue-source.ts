import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { CatalogueSource } from '../../src/ports/catalogue-source.ts';
import type { FeedEvidence, ListingInterpreter } from '../../src/ports/listing-interpreter.ts';
import { delimitedFeed } from './delimited.ts';
import { type Delimiter, detectDelimiter } from './delimited-rows.ts';
import { detectFormat, type FeedFormat } from './detect-format.ts';
import { type FeedFile, openFeedFile } from './feed-file.ts';
import { createFeedSource, type Feed } from './feed-source.ts';
import { googleTableFeed, googleXmlFeed } from './google.ts';
import { jsonFeed, jsonLinesFeed } from './json.ts';
import { type FeedMap, parseMap } from './map.ts';
import { shopifyFeed } from './shopify.ts';

export interface CatalogueSourceOptions {
  readonly file: string;
  readonly format: 'auto' | 'google' | 'shopify' | 'jsonl' | 'json' | 'csv';
  /** The content of a map file (CONTRACT: `--map`); only for csv, json and jsonl. */
  readonly map?: unknown;
  /** Market the feed is for: a country code, or with currency and language. Told by the feed itself when absent. */
  readonly market?: string | NonNullable<FeedEvidence['market']>;
  /** Gives listings their meaning: `listingInterpreter` of the catalogue. */
  readonly interpreter: ListingInterpreter;
  readonly signal?: AbortSignal;
}

/**
 * Opens a feed of any known format, plain or gzipped. With `auto` the format is told by the content; a map makes a
 * Google or Shopify table an ordinary one.
 *
 * @throws {AssistantError} VALIDATION_FAILED for a bad map; CATALOGUE_REFUSED when the file cannot be read, is of no known
 *   format, or its columns cannot be told; FEED_UNSAFE for a bomb.
 */
export async function openCatalogueSource(options: CatalogueSourceOptions): Promise<CatalogueSource> {
  const signal = options.signal ?? new AbortController().signal;
  const map = options.map === undefined ? undefined : parseMap(options.map);
  const file = await openFeedFile(options.file, { encoding: map?.encoding });
  const head = await file.head(signal);
  const market = typeof options.market === 'string' ? { country: options.market } : options.market;
  const feed = await openFeed(file, head, chooseFormat(options.format, head, file.path, map), map, signal);
  return createFeedSource(feed, options.interpreter, market);
}

function chooseFormat(
  format: CatalogueSourceOptions['format'],
  head: string,
  path: string,
  map: FeedMap | undefined,
): FeedFormat {
  if (format === 'google') return head.trimStart().startsWith('<') ? 'google-xml' : 'google-table';
  if (format !== 'auto') {
    if (map !== undefined && format === 'shopify') throw mapNotUsed(format);
    return format;
  }
  const detected = detectFormat(head, path);
  if (map === undefined) return detected;
  if (detected === 'google-xml') throw mapNotUsed('google');
  return detected === 'google-table' || detected === 'shopify' ? 'csv' : detected;
}

function mapNotUsed(format: string): AssistantError {
  return new AssistantError(
    'VALIDATION_FAILED',
    `The format ${format} has its own columns; a map is for csv, json and jsonl`,
  );
}

async function openFeed(
  file: FeedFile,
  head: string,
  format: FeedFormat,
  map: FeedMap | undefined,
  signal: AbortSignal,
): Promise<Feed> {
  const delimiter = (): Delimiter => detectDelimiter(head) ?? ',';
  switch (format) {
    case 'google-xml':
      return googleXmlFeed(file);
    case 'google-table':
      return await googleTableFeed(file, delimiter(), signal);
    case 'shopify':
      return await shopifyFeed(file, signal);
    case 'json':
      return await jsonFeed(file, map, signal);
    case 'jsonl':
      return await jsonLinesFeed(file, map, signal);
    case 'csv':
      return await delimitedFeed(file, delimiter(), map, signal);
  }
}
