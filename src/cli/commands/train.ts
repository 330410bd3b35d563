import type { Command } from 'commander';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { type TrainReport, trainModels } from '../../recommendation/train-models.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
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
  const cell = (value: number | undefined) => (value === undefined ? '-' : value.toFixed(4));
  const rows = names.map((name) => [
    name,
    cell(report.quality[name]),
    cell(report.before?.[name]),
    cell(report.baseline[name]),
  ]);
  return [
    `Learned from ${report.interactions} interactions of ${report.shoppers} shoppers with ${report.products} products in ${report.seconds.toFixed(1)} s`,
    formatTable([['MEASURE', `VERSION ${report.version}`, 'BEFORE', 'MOST POPULAR'], ...rows]),
    report.activated
      ? `Version ${report.version} is in force`
      : `Not in force: ${report.reason ?? 'nothing was learned'}`,
  ].join('\n');
}
