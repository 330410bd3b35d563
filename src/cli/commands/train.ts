import type { Command } from 'commander';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { type TrainReport, trainModels } from '../../recommendation/train-models.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { counted } from '../describe-rows.ts';
import { formatTable } from '../output.ts';
import type { CommandContext } from '../program.ts';

export function addTrainCommand(program: Command, context: CommandContext): void {
  addDataOption(
    program
      .command('train')
      .description('Learn from behaviour; keeps every version and prints its quality against the one before'),
  )
    .option('--force', 'put the new version in force even when it is clearly worse')
    .action(async (options: { data?: string; json?: boolean; force?: boolean }) => {
      const database = await openSqliteDatabase({ directory: dataDirectory(options, context) });
      try {
        const report = await trainModels({ database, clock: context.clock, force: options.force === true });
        context.output(options).result(report, describeTraining(report));
      } finally {
        await database.close();
      }
    });
}

function describeTraining(report: TrainReport): string {
  const names = Object.keys(report.quality) as (keyof typeof report.quality)[];
  const cell = (value: number | undefined, digits: number) =>
    value === undefined ? '-' : value.toFixed(digits);
  const rows = names.map((name) => {
    const digits = name === 'shoppers' ? 0 : 4;
    return [name, ...[report.quality, report.before, report.baseline].map((of) => cell(of?.[name], digits))];
  });
  if (report.version === 0) return `Nothing was learned: ${report.reason ?? 'there is no behaviour yet'}`;
  const quality =
    report.quality.shoppers === 0
      ? 'Too few shoppers to measure how well'
      : formatTable([['MEASURE', `VERSION ${report.version}`, 'BEFORE', 'MOST POPULAR'], ...rows]);
  const learned = [
    counted(report.interactions, 'interaction'),
    counted(report.shoppers, 'shopper'),
    counted(report.products, 'product'),
  ];
  return [
    `Learned from ${learned[0]} of ${learned[1]} with ${learned[2]} in ${report.seconds.toFixed(1)} s`,
    quality,
    report.activated
      ? `Version ${report.version} is in force`
      : `Not in force: ${report.reason ?? 'nothing was learned'}`,
  ].join('\n');
}
