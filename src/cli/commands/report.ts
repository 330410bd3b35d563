import { type Command, InvalidArgumentError } from 'commander';
import * as z from 'zod';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { openLedger } from '../../assembly/open-ledger.ts';
import { openService } from '../../assembly/open-service.ts';
import type { DisputedReading } from '../../chat/disputed-readings.ts';
import type { FairnessReport, GroupReport } from '../../chat/exposure-report.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { describeUsage } from '../describe-usage.ts';
import { formatTable } from '../output.ts';
import type { CommandContext } from '../program.ts';

interface ReportOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** `report fairness`: what a running server tells at /v1/fairness, for a shop that is closed. */
export function addReportCommand(program: Command, context: CommandContext): void {
  const group = program.command('report').description('How the shop did');
  addUsageReport(group, context);
  addDataOption(
    group
      .command('fairness')
      .description('How the lists of the last seven days treated shoppers, products and sellers'),
  ).action(async (options: ReportOptions) => {
    const output = context.output(options);
    const { fairness, close } = await openService({
      settings: context.settings(),
      directory: dataDirectory(options, context),
      clock: context.clock,
      note: output.note,
      signal: context.signal,
    });
    try {
      const report = await fairness(context.signal);
      output.result(report, describeFairness(report));
    } finally {
      await close();
    }
  });
  addDataOption(
    group
      .command('readings')
      .description(
        'Messages that model and embedded parser read differently, as examples to be judged and learned',
      )
      .option('--limit <number>', 'the newest so many', '200'),
  ).action(async (options: ReportOptions & { readonly limit: string }) => {
    const output = context.output(options);
    const limit = z.coerce.number().int().min(1).max(10_000).catch(200).parse(options.limit);
    const { disputedReadings, close } = await openService({
      settings: context.settings(),
      directory: dataDirectory(options, context),
      clock: context.clock,
      note: output.note,
      signal: context.signal,
    });
    try {
      const readings = await disputedReadings(limit);
      output.result({ readings }, describeReadings(readings));
    } finally {
      await close();
    }
  });
}

function addUsageReport(group: Command, context: CommandContext): void {
  addDataOption(
    group
      .command('usage')
      .description('What language models cost, and what is left of the budgets for them')
      .option('--from <day>', 'first day, as 2026-11-01', parseDay)
      .option('--to <day>', 'last day; today when absent', parseDay),
  ).action(async (options: ReportOptions & { readonly from?: string; readonly to?: string }) => {
    const output = context.output(options);
    const database = await openSqliteDatabase({ directory: dataDirectory(options, context) });
    try {
      const { from, to } = options;
      const { usage } = await openLedger(context.settings(), { database, clock: context.clock });
      const report = await usage.report({
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      });
      output.result(report, describeUsage(report));
    } finally {
      await database.close();
    }
  });
}

function parseDay(text: string): string {
  const day = z.iso.date().safeParse(text);
  if (!day.success) throw new InvalidArgumentError('a day is written as 2026-11-23.');
  return day.data;
}

/** Lines of an examples file, what was followed first: a person puts the right command there, or takes the line out. */
function describeReadings(readings: readonly DisputedReading[]): string {
  if (readings.length === 0)
    return 'Model and embedded parser agreed on all that is kept, or no model was asked';
  return readings
    .map(({ followed, followedBy, other, utterance }) =>
      [followed[0], utterance.replaceAll(/\s+/g, ' '), `# ${followedBy}; the other: ${other.join(' ')}`].join(
        '\t',
      ),
    )
    .join('\n');
}

function describeFairness({ groups, complete }: FairnessReport): string {
  const [first] = groups;
  if (first === undefined) return 'No list was shown in the last seven days';
  const measures = Object.keys(first.measures) as (keyof GroupReport['measures'])[];
  const heads = groups.map(({ surface, locale = '', consented }) =>
    [surface, locale, consented ? 'known' : '']
      .filter((part) => part !== '')
      .join(' ')
      .toUpperCase(),
  );
  const cell = (group: GroupReport, measure: keyof GroupReport['measures']) => {
    const drift = group.drifts.find((moved) => moved.measure === measure);
    const value = group.measures[measure].toFixed(measure === 'lists' ? 0 : 3);
    return drift === undefined ? value : `${value} (was ${drift.before.toFixed(3)})`;
  };
  const rows = measures.map((measure) => [measure, ...groups.map((group) => cell(group, measure))]);
  const table = formatTable([['MEASURE', ...heads], ...rows]);
  return complete ? table : `${table}\nOnly the newest lists were read`;
}
