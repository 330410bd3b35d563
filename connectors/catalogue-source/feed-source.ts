import type { CatalogueSource, SourceItem } from '../../src/ports/catalogue-source.ts';
import type {
  FeedEvidence,
  Listing,
  ListingInterpreter,
  ListingReading,
} from '../../src/ports/listing-interpreter.ts';
import type { FeedFile } from './feed-file.ts';

/** What a format makes of its rows: the listings of one product, a row it cannot read, or a finished product. */
export type FeedEntry =
  | { readonly kind: 'listings'; readonly listings: readonly Listing[] }
  | { readonly kind: 'document'; readonly document: unknown; readonly line: number }
  | Extract<SourceItem, { kind: 'rejected' | 'skipped' }>;

/** A file in a known format. */
export interface Feed {
  readonly format: string;
  readonly file: FeedFile;
  /** How often the file is read through: twice when listings of a group may stand apart. */
  readonly passes: 1 | 2;
  readonly decimalSign?: '.' | ',';
  entries(signal: AbortSignal): AsyncIterable<FeedEntry>;
  /** Known at the earliest when the first entry came. */
  language?(): string | undefined;
}

/** Listings that decide the market and language of a feed. */
const SAMPLE = 200;

/** A catalogue source of a feed: waits for the first entries, lets the interpreter begin, then streams. */
export function createFeedSource(
  feed: Feed,
  interpreter: ListingInterpreter,
  market: FeedEvidence['market'],
): CatalogueSource {
  const { totalBytes } = feed.file;
  let begunAt = feed.file.readBytes();
  return {
    format: feed.format,
    progress: () => ({
      readBytes: Math.min(Math.round((feed.file.readBytes() - begunAt) / feed.passes), totalBytes),
      totalBytes,
    }),
    async *read(signal) {
      begunAt = feed.file.readBytes();
      const waiting: FeedEntry[] = [];
      let sampled = 0;
      let reading: ListingReading | undefined;
      for await (const entry of feed.entries(signal)) {
        signal.throwIfAborted();
        if (reading !== undefined) {
          yield* toItems(entry, reading);
          continue;
        }
        waiting.push(entry);
        sampled += entry.kind === 'listings' ? entry.listings.length : 1;
        if (sampled < SAMPLE) continue;
        reading = begin(feed, waiting, interpreter, market);
        for (const early of waiting.splice(0)) yield* toItems(early, reading);
      }
      if (waiting.length === 0) return;
      reading = begin(feed, waiting, interpreter, market);
      for (const entry of waiting) yield* toItems(entry, reading);
    },
  };
}

function begin(
  feed: Feed,
  entries: readonly FeedEntry[],
  interpreter: ListingInterpreter,
  market: FeedEvidence['market'],
): ListingReading {
  const language = feed.language?.();
  return interpreter.begin({
    sample: entries.flatMap((entry) => (entry.kind === 'listings' ? entry.listings : [])),
    ...(market === undefined ? {} : { market }),
    ...(language === undefined ? {} : { language }),
    ...(feed.decimalSign === undefined ? {} : { decimalSign: feed.decimalSign }),
  });
}

function* toItems(entry: FeedEntry, reading: ListingReading): Generator<SourceItem> {
  if (entry.kind === 'listings') yield* reading.read(entry.listings);
  else if (entry.kind === 'document') yield reading.accept(entry.document, entry.line);
  else yield entry;
}
