import type { Command } from 'commander';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { notingOnCommandLine } from '../../assembly/open-identity.ts';
import { readTextFile } from '../../assembly/read-text-file.ts';
import { checkSynonyms } from '../../catalog/check-synonyms.ts';
import { readSynonyms, writeSynonyms } from '../../catalog/read-synonyms.ts';
import { createSynonymStore } from '../../catalog/synonym-store.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { counted, describeRows, type FeedRow } from '../describe-rows.ts';
import { addAnywayOption, type GateOptions, noted, passGate } from '../pass-gate.ts';
import type { CommandContext } from '../program.ts';

interface SynonymReport {
  readonly version: number;
  readonly unchanged: boolean;
  readonly rules: number;
  readonly rejected: readonly FeedRow[];
  /** What is allowed and hardly meant. */
  readonly notices: readonly FeedRow[];
}

/** `import synonyms`, beside the other things that are brought in. */
export function addImportSynonymsCommand(group: Command, context: CommandContext): void {
  const command = group
    .command('synonyms <file>')
    .description('Replace what means the same: a rule a line, "sofa, couch" or "sneaker => running shoes"');
  addAnywayOption(addDataOption(command)).action(async (file: string, options: GateOptions) => {
    const report = await importSynonyms(file, options, context);
    context.output(options).result(report, describeReport(report));
  });
}

export function addSynonymsCommand(program: Command, context: CommandContext): void {
  const group = program.command('synonyms').description('What the merchant says means the same');
  addDataOption(
    group.command('show').description('The rules in force, as "import synonyms" reads them'),
  ).action(async (options: GateOptions) => {
    const database = await openSqliteDatabase({ directory: dataDirectory(options, context) });
    try {
      const set = await createSynonymStore(database).current();
      const heading = `# ${counted(set.rules.length, 'rule')}, version ${set.version}`;
      context.output(options).result(set, `${heading}\n${writeSynonyms(set.rules)}`.trimEnd());
    } finally {
      await database.close();
    }
  });
}

async function importSynonyms(
  file: string,
  options: GateOptions,
  context: CommandContext,
): Promise<SynonymReport> {
  const text = readTextFile(file, 'synonyms');
  const { rules, lines, rejected } = readSynonyms(text, { limitRules: context.settings().LIMIT_SYNONYMS });
  const [first] = rejected;
  if (rules.length === 0 && first !== undefined) {
    throw new AssistantError(
      'INVALID_ARGUMENT',
      `No line of ${file} is a rule (line ${first.line}: ${first.reason}); nothing was changed`,
      { details: { rejected: rejected.slice(0, 20) } },
    );
  }
  const admitted = await passGate(options, context, async () => ({ kind: 'synonyms', rules }));
  const database = await openSqliteDatabase({ directory: dataDirectory(options, context) });
  try {
    const store = createSynonymStore(database);
    const before = await store.current();
    const atMs = context.clock();
    const entry = { action: 'synonyms.write', subject: 'synonyms' };
    const by = { also: noted(notingOnCommandLine(database, entry, atMs), admitted) };
    const set = await store.replace({ rules, origin: 'import', atMs, by });
    const notices = checkSynonyms(rules).map(({ rule, reason }) => ({ line: lines[rule] ?? 0, reason }));
    const unchanged = set.version === before.version;
    return { version: set.version, unchanged, rules: rules.length, rejected, notices };
  } finally {
    await database.close();
  }
}

function describeReport({ version, unchanged, rules, rejected, notices }: SynonymReport): string {
  return [
    `${counted(rules, 'rule')} in force, version ${version}${unchanged ? ': nothing changed' : ''}`,
    ...(rejected.length === 0
      ? []
      : [`${counted(rejected.length, 'line')} rejected:`, describeRows(rejected)]),
    ...(notices.length === 0 ? [] : ['Look again at:', describeRows(notices)]),
  ].join('\n');
}
