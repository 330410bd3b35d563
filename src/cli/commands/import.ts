import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { openCatalogueSource } from '../../../connectors/catalogue-source/open-catalogue-source.ts';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { loadShop } from '../../assembly/load-shop.ts';
import { removeDemoOrders } from '../../assembly/remove-demo-orders.ts';
import { createCatalogueStore } from '../../catalog/catalogue-store.ts';
import type { ImportReport } from '../../catalog/import-report.ts';
import { listingInterpreter } from '../../catalog/interpret-listings.ts';
import { writeProductBook } from '../../catalog/product-book.ts';
import { importCatalogue } from '../../catalog/publish-catalogue.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { type ImportEventsReport, importEvents } from '../../recommendation/import-events.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { counted, describeRows } from '../describe-rows.ts';
import type { CommandContext } from '../program.ts';
import { createProgressBar } from '../progress.ts';
import { addImportDocumentsCommand } from './import-documents.ts';
import { addImportOrdersCommand } from './import-orders.ts';
import { addImportSynonymsCommand } from './synonyms.ts';

const FORMATS = ['auto', 'google', 'shopify', 'jsonl', 'json', 'csv'] as const;

interface CatalogOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly format: (typeof FORMATS)[number];
  readonly map?: string;
  readonly market?: string;
  readonly force?: boolean;
}

export function addImportCommands(program: Command, context: CommandContext): void {
  const group = program
    .command('import')
    .description('Bring a catalogue, behaviour, documents or synonyms in');
  addDataOption(
    group
      .command('catalog <file>')
      .description('Stream a catalogue in, check it, and publish it whole or not at all'),
  )
    .addOption(new Option('--format <format>', 'what the file is').choices(FORMATS).default('auto'))
    .option('--map <file>', 'JSON that tells which column is which field, for CSV and JSON of any shape')
    .option(
      '--market <country>',
      'market of the prices, ISO 3166-1 alpha-2 (default: told by currency and language)',
      toCountry,
    )
    .option('--force', 'publish although most rows were rejected or most products would disappear')
    .action(async (file: string, options: CatalogOptions) => await importCatalogFile(file, options, context));
  addDataOption(
    group
      .command('events <file>')
      .description('Bring behaviour in: Segment-style events, one JSON object a line'),
  )
    .option(
      '--consented',
      'every shopper in the file allowed personalization; else each event must say so itself',
    )
    .action(async (file: string, options: EventOptions) => await importEventFile(file, options, context));
  addImportOrdersCommand(group, context);
  addImportSynonymsCommand(group, context);
  addImportDocumentsCommand(group, context);
}

interface EventOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly consented?: boolean;
}

async function importEventFile(file: string, options: EventOptions, context: CommandContext): Promise<void> {
  const directory = dataDirectory(options, context);
  const database = await openSqliteDatabase({ directory });
  try {
    const store = createCatalogueStore(database);
    const report = await importEvents({
      database,
      file,
      isKnownProduct: async (id) => (await store.products([id])).has(id),
      consented: options.consented === true,
      clock: context.clock,
      signal: context.signal,
    });
    context.output(options).result(report, describeEvents(report, directory));
  } finally {
    await database.close();
  }
}

function toCountry(text: string): string {
  if (!/^[A-Za-z]{2}$/.test(text))
    throw new InvalidArgumentError('a market is a country code of two letters, like US or DE.');
  return text.toUpperCase();
}

async function importCatalogFile(
  file: string,
  options: CatalogOptions,
  context: CommandContext,
): Promise<void> {
  const { clock, signal } = context;
  const output = context.output(options);
  const settings = context.settings();
  const map = options.map === undefined ? undefined : readMap(options.map);
  const directory = dataDirectory(options, context);
  const database = await openSqliteDatabase({ directory });
  const bar = createProgressBar(context);
  try {
    const source = await openCatalogueSource({
      file,
      format: options.format,
      interpreter: listingInterpreter,
      signal,
      ...(map === undefined ? {} : { map }),
      ...(options.market === undefined ? {} : { market: options.market }),
    });
    const report = await importCatalogue({
      source,
      database,
      origin: 'import',
      clock,
      onProgress: bar.draw,
      force: options.force === true,
      signal,
    });
    bar.done();
    if (!report.unchanged) {
      await removeDemoOrders(database);
      output.note('Learning the words of the catalogue ...');
      const shop = await loadShop({
        database,
        directory,
        settings,
        clock,
        note: output.note,
        signal,
        waitForVectors: true,
      });
      await shop.close();
      await writeProductBook(database, signal);
    }
    output.result(report, describeReport(report, directory));
  } finally {
    bar.done();
    await database.close();
  }
}

function readMap(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new AssistantError(
      'INVALID_ARGUMENT',
      `The map ${file} cannot be read: ${cause instanceof Error ? cause.message : 'unknown fault'}`,
      { cause },
    );
  }
}

function describeReport(report: ImportReport, directory: string): string {
  const { products, variants, rejected, rejectedTotal, warnings, skippedTotal } = report;
  const change = report.unchanged
    ? 'nothing changed'
    : `${report.added} added, ${report.changed} changed, ${report.removed} removed`;
  const all = [
    `${counted(products, 'product')} (${counted(variants, 'variant')}) for ${report.markets.join(', ')} in ${report.seconds.toFixed(1)} s: ${change}`,
  ];
  if (skippedTotal > 0)
    all.push(`${counted(skippedTotal, 'row')} left out: the shop itself keeps them from sale`);
  if (rejectedTotal > 0)
    all.push(`${counted(rejectedTotal, 'row')} rejected:`, describeRows(rejected, rejectedTotal));
  if (warnings.length > 0) {
    const total = Object.values(report.warningsByCode).reduce((sum, count) => sum + count, 0);
    all.push(`${counted(total, 'value')} left out of products:`, describeRows(warnings, total));
  }
  all.push(`See it with: floorwalker serve --data ${directory}`);
  return all.join('\n');
}

function describeEvents(report: ImportEventsReport, directory: string): string {
  const { accepted, interactions, rejected, rejectedTotal } = report;
  return [
    `${counted(accepted, 'event')} accepted (${counted(interactions, 'new interaction')})`,
    ...(rejectedTotal === 0
      ? []
      : [`${counted(rejectedTotal, 'line')} rejected:`, describeRows(rejected, rejectedTotal)]),
    `Learn from them with: floorwalker train --data ${directory}`,
  ].join('\n');
}
