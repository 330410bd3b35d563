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
      const text = options.json === true ? JSON.stringify(result) : describeFaults(result);
      process.stdout.write(`${text}\n`);
      if (!result.passed) process.exitCode = 1;
    });
}

type Faults = Awaited<ReturnType<typeof benchFaults>>;

/** A line each, with a verdict at its end. */
function describeFaults({ runs, outage, passed }: Faults): string {
  const rows = runs.map((run) => [
    run.fault,
    `${run.turns - run.useless} of ${run.turns}`,
    seconds(run.firstProductsMs.max),
    `${seconds(run.replyEndMs.max)} of ${seconds(run.barMs)}`,
    String(run.upstreamCalls),
    run.passed ? 'ok' : 'FAILED',
    [...run.statuses, ...run.reasons].join(', '),
  ]);
  const heads = 'THE MODEL,USEFUL REPLIES,PRODUCTS BY,REPLY ENDS BY,CALLS,,ANSWERED'.split(',');
  return [
    'What shoppers got while the language model failed in each way (the slowest turn of each):',
    '',
    formatTable([heads, ...rows]),
    '',
    `And in an outage of ${outage.seconds.toFixed(0)} s, at 20 turns a second (${outage.turns} turns):`,
    `  the model was asked ${outage.upstreamCalls} times, allowed ${outage.mostCalls}; useless replies ${outage.useless}; status ${outage.statuses.join(', ')}`,
    `  half of the replies ended within ${seconds(outage.replyEndMs.p50)}, 95 % within ${seconds(outage.replyEndMs.p95)}`,
    '',
    passed ? 'Passed' : 'FAILED',
  ].join('\n');
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(2)} s`;
