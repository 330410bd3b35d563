import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Market } from '../domain/market.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { CatalogueSource } from '../ports/catalogue-source.ts';
import type { Database } from '../ports/database.ts';
import { createCatalogueStore } from './catalogue-store.ts';
import { FeedTally } from './feed-tally.ts';
import type { ImportReport } from './import-report.ts';

export type { ImportReport } from './import-report.ts';

import {
  BATCH,
  clearStage,
  completeStage,
  type Losses,
  type StagedRow,
  stage,
  toStagedRow,
} from './staging.ts';
import { compareStage, switchCatalogue } from './switch-catalogue.ts';

export interface ImportOptions {
  readonly source: CatalogueSource;
  readonly database: Database;
  readonly origin: 'demo' | 'import';
  /** When named: its languages are the market's, in this order. */
  readonly market?: Market;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Publishes in spite of many rejected rows or a large removal. */
  readonly force?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
}

export interface ImportProgress {
  readonly products: number;
  readonly rejected: number;
  readonly readBytes: number;
  readonly totalBytes?: number;
}

const importing = new WeakSet<Database>();

/**
 * Streams a catalogue in and publishes it whole or not at all. It is staged beside the published one and switched in
 * one transaction; whatever ends the process before leaves the old catalogue. The imported markets are replaced,
 * other markets' offers and other languages' texts stay; the first import of a shop's own catalogue removes the demo.
 *
 * @throws {AssistantError} CATALOGUE_REFUSED, with the rows at fault in `details`, when no product is valid; or,
 *   without `force`, when more than half of the rows are rejected or more than 60 % of over 100 products would
 *   disappear. CONFLICT when another import runs. FEED_UNSAFE and CATALOGUE_REFUSED of the source.
 */
export async function importCatalogue(options: ImportOptions): Promise<ImportReport> {
  const { database } = options;
  if (importing.has(database))
    throw new AssistantError('CONFLICT', 'Another import is running; wait until it ends');
  importing.add(database);
  try {
    await clearStage(database);
    return await importStaged(options);
  } finally {
    try {
      await clearStage(database);
    } finally {
      importing.delete(database);
    }
  }
}

async function importStaged(options: ImportOptions): Promise<ImportReport> {
  const { database, origin, clock, signal } = options;
  const startedMs = clock();
  const store = createCatalogueStore(database);
  const present = await store.version();
  if (origin === 'demo' && present?.origin === 'import') {
    throw new AssistantError(
      'CATALOGUE_REFUSED',
      'The shop has its own catalogue; the demo does not replace it',
    );
  }
  const tally = await stageFeed(options);
  refuseFaultyFeed(tally, options.force ?? false);

  const markets = marketsOf(tally, options.market);
  const continues = present !== undefined && present.origin === origin;
  if (continues) {
    const losses = await completeStage(database, new Set(markets.map(({ country }) => country)), signal);
    refuseLargeRemoval(losses, options.force ?? false);
  }
  const difference = await compareStage(database);
  const others = continues
    ? (await store.markets()).filter((row) => markets.every(({ country }) => country !== row.country))
    : [];
  const next = [...others, ...markets].map((market) => ({ ...market, origin }));
  const unchanged =
    continues &&
    difference.added + difference.changed + difference.removedIds.length === 0 &&
    sameMarkets(next, await store.markets());
  const report: ImportReport = {
    ...(present === undefined ? {} : { version: present.version }),
    unchanged,
    products: tally.products,
    variants: tally.variants,
    added: difference.added,
    changed: difference.changed,
    removed: difference.removedIds.length,
    rejected: tally.rejected.rows,
    rejectedTotal: tally.rejected.total,
    rejectedByCode: tally.rejected.byCode(),
    skipped: tally.skipped.rows,
    skippedTotal: tally.skipped.total,
    warnings: tally.warnings.rows,
    warningsByCode: tally.warnings.byCode(),
    markets: markets.map(({ country }) => country),
    seconds: (clock() - startedMs) / 1000,
  };
  if (unchanged) return report;
  signal.throwIfAborted();
  const atMs = clock();
  const version = await switchCatalogue(database, {
    origin,
    markets: next,
    removedIds: difference.removedIds,
    atMs,
    report,
  });
  return { ...report, version, seconds: (clock() - startedMs) / 1000 };
}

/** Products read before others may run: a few milliseconds. */
const UNINTERRUPTED = 25;

async function stageFeed({ source, database, signal, onProgress }: ImportOptions): Promise<FeedTally> {
  const tally = new FeedTally();
  let rows: StagedRow[] = [];
  let position = 0;
  const flush = async () => {
    await stage(database, rows);
    rows = [];
    onProgress?.({ products: tally.products, rejected: tally.rejected.total, ...source.progress() });
  };
  for await (const item of source.read(signal)) {
    const product = tally.take(item);
    if (product !== undefined) {
      rows.push(toStagedRow(product, position));
      position += 1;
      if (position % UNINTERRUPTED === 0) await letOthersRun();
    }
    if (rows.length >= BATCH) await flush();
  }
  await flush();
  return tally;
}

function refuseFaultyFeed(tally: FeedTally, force: boolean): void {
  const details = {
    products: tally.products,
    rejectedTotal: tally.rejected.total,
    rejectedByCode: tally.rejected.byCode(),
    rejected: tally.rejected.rows,
    skippedTotal: tally.skipped.total,
  };
  if (tally.products === 0) {
    throw new AssistantError(
      'CATALOGUE_REFUSED',
      `No valid product was found${firstReason(tally)}; nothing was changed`,
      {
        details,
      },
    );
  }
  if (!force && tally.rejected.total > tally.variants) {
    throw new AssistantError(
      'CATALOGUE_REFUSED',
      `${tally.rejected.total} of ${tally.rejected.total + tally.variants} rows are at fault${firstReason(tally)}; nothing was changed. Correct the feed, or import the rest with --force`,
      { details },
    );
  }
}

function firstReason(tally: FeedTally): string {
  const [first] = tally.rejected.rows;
  return first === undefined ? '' : ` (line ${first.line}: ${first.reason})`;
}

const LARGE_CATALOGUE = 100;
const LARGE_REMOVAL = 0.6;

function refuseLargeRemoval({ before, lost }: Losses, force: boolean): void {
  if (force || before <= LARGE_CATALOGUE || lost <= LARGE_REMOVAL * before) return;
  throw new AssistantError(
    'CATALOGUE_REFUSED',
    `${lost} of ${before} products would disappear; nothing was changed. If that is meant, import again with --force`,
    { details: { before, lost } },
  );
}

function marketsOf(tally: FeedTally, named: Market | undefined): Market[] {
  return tally
    .markets()
    .map((market) =>
      named?.country === market.country
        ? { ...market, languages: [...new Set([...named.languages, ...market.languages])] }
        : market,
    );
}

function sameMarkets(left: readonly Market[], right: readonly Market[]): boolean {
  const written = (markets: readonly Market[]) =>
    markets
      .map(({ country, currency, languages }) => JSON.stringify([country, currency, languages]))
      .sort()
      .join('\n');
  return written(left) === written(right);
}
