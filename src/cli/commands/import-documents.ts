import { type Command, InvalidArgumentError } from 'commander';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { importShopDocuments } from '../../assembly/import-shop-documents.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { counted } from '../describe-rows.ts';
import type { CommandContext } from '../program.ts';

interface DocumentsOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly language?: string;
  readonly market?: string;
  readonly force?: boolean;
}

type DocumentsReport = Awaited<ReturnType<typeof importShopDocuments>>;

/** `import documents`, beside the other things that are brought in. */
export function addImportDocumentsCommand(group: Command, context: CommandContext): void {
  addDataOption(
    group
      .command('documents <path>')
      .description(
        'Bring in what questions are answered from: a file or a folder of Markdown, HTML, text and PDF; a folder replaces what came from it before',
      ),
  )
    .option('--language <code>', 'language of documents that do not say theirs, like en or de', toLanguage)
    .option('--market <country>', 'market they hold in, like US or DE (default: every market)', toCountry)
    .option('--force', 'publish although most files are faulty')
    .action(async (path: string, options: DocumentsOptions) => {
      const directory = dataDirectory(options, context);
      const report = await importPath(path, directory, options, context);
      context.output(options).result(report, describeReport(report, directory));
    });
}

async function importPath(
  path: string,
  directory: string,
  { language, market, force = false }: DocumentsOptions,
  context: CommandContext,
): Promise<DocumentsReport> {
  const settings = context.settings();
  const database = await openSqliteDatabase({ directory });
  try {
    return await importShopDocuments({
      database,
      path,
      settings,
      force,
      nowMs: context.clock(),
      signal: context.signal,
      ...(language === undefined ? {} : { language }),
      ...(market === undefined ? {} : { market }),
    });
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
