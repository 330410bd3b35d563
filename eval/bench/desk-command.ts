import type { Command } from 'commander';
import { formatTable } from '../../src/cli/output.ts';
import { benchDesk } from './desk.ts';
import { measureTable } from './measure-table.ts';

export function addDeskCommand(program: Command): void {
  program
    .command('desk')
    .description('The desk: the queue of many conversations, and one console while many go on at once')
    .option('--conversations <number>', 'in the queue', '10000')
    .option('--live <number>', 'conversations that go on at once', '500')
    .option('--seconds <number>', 'for so long', '20')
    .option('--rounds <number>', 'pages opened of each kind', '100')
    .option('--browser', 'in a real browser, too; needs "npm run build:widget"', false)
    .option('--json', 'print one JSON object')
    .action(
      async (
        options: Record<'conversations' | 'live' | 'seconds' | 'rounds', string> & {
          browser: boolean;
          json?: boolean;
        },
      ) => {
        const result = await benchDesk({
          conversations: Number(options.conversations),
          live: Number(options.live),
          seconds: Number(options.seconds),
          rounds: Number(options.rounds),
          browser: options.browser,
          note: (text) => process.stderr.write(`${text}\n`),
        });
        const pages = formatTable([
          ['PAGE OF THE QUEUE', 'LINES', 'P50 MS', 'P95 MS', 'MAX MS'],
          ...result.pages.map(({ name, lines, ...times }) => [
            name,
            String(lines),
            ...[times.p50Ms, times.p95Ms, times.maxMs].map((ms) => ms.toFixed(1)),
          ]),
        ]);
        const live = measureTable({ ...result.live, ...result.console, rssMb: result.rssMb });
        process.stdout.write(`${options.json === true ? JSON.stringify(result) : `${pages}\n${live}`}\n`);
      },
    );
}
