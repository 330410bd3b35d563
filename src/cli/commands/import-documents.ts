import { type Command, InvalidArgumentError } from 'commander';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import {
  type DocumentsRead,
  type DocumentsReport,
  publishShopDocuments,
  readShopDocuments,
  shopDocumentsWith,
} from '../../assembly/import-shop-documents.ts';
import { notingOnCommandLine } from '../../assembly/open-identity.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { counted } from '../describe-rows.ts';
import { addAnywayOption, type GateOptions, passGate } from '../pass-gate.ts';
import type { CommandContext } from '../program.ts';

interface DocumentsOptions extends GateOptions {
  readonly language?: string;
  readonly market?: string;
  readonly force?: boolean;
}

/** `import documents`, beside the other things that are brought in. */
export function addImportDocumentsCommand(group: Command, context: CommandContext): void {
  const command = group
    .command('documents <path>')
    .description(
      'Bring in what questions are answered from: a file or a folder of Markdown, HTML, text and PDF; a folder replaces what came from it before',
    );
  addAnywayOption(addDataOption(command))
    .option('--language <code>', 'language of documents that do not say theirs, like en or de', toLanguage)
    .option('--market <country>', 'market they hold in, like US or DE (default: every market)', toCountry)
    .option('--force', 'publish although most files are faulty')
    .action(async (path: string, options: DocumentsOptions) => {
      const directory = dataDirectory(options, context);
      const report = await importPath(path, directory, options, context);
      context.output(options).result(report, describeReport(report, directory));
    });
}

/** Read once, held against the kept cases, then published: what is published is what was tried. */
async function importPath(
  path: string,
  directory: string,
  options: DocumentsOptions,
  context: CommandContext,
): Promise<DocumentsReport> {
  const read = await withDatabase(directory, (database) => readPath(path, database, options, context));
  const { publication } = read;
  const admitted = await passGate(options, context, ({ database }) => shopDocumentsWith(database, read));
  return await withDatabase(directory, async (database) => {
    const subject = publication.folder ?? publication.documents[0]?.documentId ?? path;
    const note = notingOnCommandLine(database, { action: 'document.change', subject }, publication.nowMs);
    return await publishShopDocuments(database, read, async (write) => {
      await note(write);
      await admitted(write);
    });
  });
}

function readPath(
  path: string,
  database: Database,
  { language, market, force = false }: DocumentsOptions,
  context: CommandContext,
): Promise<DocumentsRead> {
  return readShopDocuments({
    ...{ database, path, force, settings: context.settings() },
    nowMs: context.clock(),
    signal: context.signal,
    ...(language === undefined ? {} : { language }),
    ...(market === undefined ? {} : { market }),
  });
}

type Database = Awaited<ReturnType<typeof openSqliteDatabase>>;

async function withDatabase<T>(directory: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openSqliteDatabase({ directory });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function describeReport(report: DocumentsReport, directory: string): string {
  const { documents, passages, languages, added, changed, removed, skipped, rejected } = report;
  const { overDesk, leftToDesk } = report;
  return [
    `${counted(documents, 'document')} (${counted(passages, 'passage')}; ${languages.join(', ')}): ${added} added, ${changed} changed, ${removed} removed`,
    ...(skipped.length === 0
      ? []
      : [`${counted(skipped.length, 'file')} left out: no Markdown, HTML, text or PDF`]),
    ...(rejected.length === 0
      ? []
      : [
          `${counted(rejected.length, 'file')} rejected:`,
          ...rejected.map(({ path, reason }) => `  ${path}: ${reason}`),
        ]),
    ...(overDesk.length === 0
      ? []
      : [
          `${counted(overDesk.length, 'document')} changed at the desk now as brought (the desk can put its own back): ${overDesk.join(', ')}`,
        ]),
    ...(leftToDesk.length === 0
      ? []
      : [
          `${counted(leftToDesk.length, 'document')} left as changed at the desk, as the file did not change since: ${leftToDesk.join(', ')}`,
        ]),
    `See it with: floorwalker serve --data ${directory}`,
  ].join('\n');
}

function toCountry(text: string): string {
  if (!/^[A-Za-z]{2}$/.test(text))
    throw new InvalidArgumentError('a market is a country code of two letters, like US or DE.');
  return text.toUpperCase();
}

function toLanguage(text: string): string {
  if (!/^[A-Za-z]{2,3}$/.test(text))
    throw new InvalidArgumentError('a language is a code of two or three letters, like en or de.');
  return text.toLowerCase();
}
