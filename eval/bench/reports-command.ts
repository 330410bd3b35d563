import type { Command } from 'commander';
import { measureTable } from './measure-table.ts';
import { benchReports } from './reports.ts';

/** `reports`: what a merchant waits for a report, and what everybody else waits meanwhile. */
export function addReportsCommand(program: Command): void {
  program
    .command('reports')
    .description('A report over many conversations: time, and the longest that anything else waits meanwhile')
    .option('--turns <number>', 'turns, four to a conversation', '100000')
    .option('--days <number>', 'days they are spread over', '90')
    .option('--seed <number>', 'of the generated conversations', '1')
    .option('--json', 'print one JSON object')
    .action(async (options: Record<'turns' | 'days' | 'seed', string> & { json?: boolean }) => {
      const result = await benchReports({
        turns: Number(options.turns),
        days: Number(options.days),
        seed: Number(options.seed),
        note: (text) => process.stderr.write(`${text}\n`),
      });
      const table = measureTable(result.run);
      process.stdout.write(`${options.json === true ? JSON.stringify(result) : table}\n`);
    });
}
