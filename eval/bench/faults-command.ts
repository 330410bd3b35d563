import type { Command } from 'commander';
import { formatTable } from '../../src/cli/output.ts';
import { benchFaults } from './faults.ts';

/** `faults`: what shoppers get while the language model fails, in each way in which it can. */
export function addFaultsCommand(program: Command): void {
  program
    .command('faults')
    .description('The failures of a language model over real sockets: time to products and reply, calls made')
    .option('--turns <number>', 'turns for each failure, all at once', '4')
    .option('--outage <seconds>', 'length of the outage at 20 turns a second', '20')
    .option('--json', 'print one JSON object')
    .action(async (options: { turns: string; outage: string; json?: boolean }) => {
      const result = await benchFaults({
        turns: Number(options.turns),
        outageSeconds: Number(options.outage),
        note: (text) => process.stderr.write(`${text}\n`),
      });
      const { runs, outage, passed } = result;
      const ms = ({ p50, p95, max }: { p50: number; p95: number; max: number }) =>
        [p50, p95, max].map((time) => Math.round(time)).join(' / ');
      const rows = runs.map((run) => [
        run.fault,
        ms(run.firstProductsMs),
        ms(run.replyEndMs),
        String(run.barMs),
        run.statuses.join(' '),
        String(run.upstreamCalls),
        run.reasons.join(' '),
      ]);
      const heads = 'FAILURE,PRODUCTS MS P50/P95/MAX,REPLY END MS,BAR,STATUS,CALLS,REASONS'.split(',');
      const text = [
        formatTable([heads, ...rows]),
        `Outage of ${outage.seconds} s: ${outage.turns} turns, ${outage.upstreamCalls} calls (bar ${outage.mostCalls}), reply ends ${ms(outage.replyEndMs)} ms, status ${outage.statuses.join(' ')}`,
        passed ? 'Passed' : 'FAILED',
      ].join('\n');
      process.stdout.write(`${options.json === true ? JSON.stringify(result) : text}\n`);
      if (!passed) process.exitCode = 1;
    });
}
