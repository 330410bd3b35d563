import { type Command, Option } from 'commander';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { notingOnCommandLine } from '../../assembly/open-identity.ts';
import { openWeightDesk } from '../../assembly/open-weight-desk.ts';
import { readTextFile } from '../../assembly/read-text-file.ts';
import type { TableOfWeights, WeightDesk } from '../../chat/weight-desk.ts';
import { readWeightChanges } from '../../chat/weight-schema.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { describeRanker } from '../describe-ranker.ts';
import { formatTable } from '../output.ts';
import { addAnywayOption, type Noting, noted, passGate, type WrittenWith } from '../pass-gate.ts';
import type { CommandContext } from '../program.ts';

interface WeightOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly anyway?: string;
  readonly author?: string;
  readonly to?: string;
  readonly ranker?: boolean;
}

/** `weights show | set FILE | history | rollback`: how much every signal counts. A running server is asked over HTTP instead. */
export function addWeightsCommand(program: Command, context: CommandContext): void {
  const group = program.command('weights').description('How much every signal counts in a ranking');
  const command = (name: string, description: string) =>
    addDataOption(group.command(name).description(description));

  async function withDesk<T>(
    options: WeightOptions,
    work: (desk: WeightDesk, noting: (action: string) => Noting) => Promise<T>,
  ): Promise<T> {
    const directory = dataDirectory(options, context);
    const database = await openSqliteDatabase({ directory });
    try {
      const noting = (action: string) =>
        notingOnCommandLine(database, { action, subject: 'weights' }, context.clock());
      return await work(openWeightDesk({ database, directory, clock: context.clock }), noting);
    } finally {
      await database.close();
    }
  }

  command('show', 'Every weight in force, by signal and intent').action(async (options: WeightOptions) => {
    const table = await withDesk(options, (desk) => desk.read());
    context.output(options).result(table, describeTable(table));
  });

  addAnywayOption(
    command(
      'set <file>',
      'Put the changes of a JSON file in force: {"every": {"taste": 0.3}, "search": {"wish": 0.2}}',
    ),
  )
    .option('--author <name>', 'who makes the change')
    .action(async (file: string, { author, ...options }: WeightOptions) => {
      const changes = readWeightChanges(readTextFile(file, 'weights'));
      const admitted = await passGate(options, context, async () => ({ kind: 'weights', changes }));
      const table = await withDesk(options, (desk, noting) =>
        desk.replace({ changes, by: publishedBy(author, noted(noting('weights.write'), admitted)) }),
      );
      context.output(options).result(table, `Version ${table.version} is in force`);
    });

  command('history', 'Who changed the weights and when, newest first').action(
    async (options: WeightOptions) => {
      const versions = await withDesk(options, (desk) => desk.history());
      const rows = versions.map(({ version, updatedAtMs = 0, origin = '', author = '', changes }) => [
        String(version),
        new Date(updatedAtMs).toISOString(),
        origin,
        author,
        JSON.stringify(changes),
      ]);
      const text =
        rows.length === 0
          ? 'The shipped weights were never changed'
          : formatTable([['VERSION', 'AT', 'ORIGIN', 'AUTHOR', 'CHANGES'], ...rows]);
      context.output(options).result({ versions }, text);
    },
  );

  addAnywayOption(command('rollback', 'Put an earlier version back, as a new one'))
    .option(
      '--to <version>',
      'the version to put back (default: the one before that in force); 0 is the shipped weights',
    )
    .option('--author <name>', 'who makes the change')
    .addOption(
      new Option('--ranker', 'take the learned ranker out of force instead; the weights stay').conflicts(
        'to',
      ),
    )
    .action(async ({ author, to, ranker = false, ...options }: WeightOptions) => {
      if (ranker) {
        const left = await withDesk(options, (desk, noting) =>
          desk.rollBackRanker(noting('ranker.roll-back')),
        );
        context.output(options).result(left, describeRanker(left));
        return;
      }
      const request = to === undefined ? {} : { version: readVersion(to) };
      const admitted = await passGate(options, context, async ({ weights }) => ({
        kind: 'weights',
        changes: await weights.desk.before(request.version),
      }));
      const table = await withDesk(options, (desk, noting) =>
        desk.rollBack({ ...request, by: publishedBy(author, noted(noting('weights.roll-back'), admitted)) }),
      );
      const copied = table.origin?.replace('rollback:', '') ?? '0';
      context.output(options).result(table, `Version ${table.version} is in force: as version ${copied} was`);
    });
}

const publishedBy = (author: string | undefined, also: WrittenWith) => ({
  ...(author !== undefined && { author }),
  also,
});

function readVersion(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new AssistantError('INVALID_ARGUMENT', `"${text.slice(0, 20)}" is no version number`);
}

/** A row for each signal, a column for each intent. */
function describeTable({ version, weights, rankers }: TableOfWeights): string {
  const intents = Object.keys(weights) as (keyof typeof weights)[];
  const signals = Object.keys(weights.new) as (keyof typeof weights.new)[];
  const rows = signals.map((signal) => [
    signal,
    ...intents.map((intent) => String(Number(weights[intent][signal].toFixed(4)))),
  ]);
  const heads = ['SIGNAL', ...intents.map((intent) => intent.toUpperCase())];
  return [
    `Version ${version}${version === 0 ? ' (as shipped)' : ''}`,
    describeRanker({ rankers }),
    formatTable([heads, ...rows]),
  ].join('\n');
}
