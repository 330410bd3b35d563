import { Command } from 'commander';
import { printFailures } from '../../print-failures.ts';
import { printResult } from '../../print-result.ts';

interface SimulateCommandOptions {
  readonly conversations: string;
  readonly seed: string;
  readonly write?: string;
  readonly catalog?: string;
  readonly map?: string;
  readonly json?: boolean;
  readonly failures?: boolean;
}

export const simulateCommand = (): Command =>
  new Command('simulate')
    .description('Generated conversations in every language that look for promises the whole chat breaks')
    .option('--conversations <count>', 'how many', '200')
    .option('--seed <number>', 'of the first one; the next ones count on', '1')
    .option('--write <folder>', 'write the failures there, shortened, as cases of the dialogue suite')
    .option('--catalog <file>', 'a catalogue to play over (default: the demo shop)')
    .option('--map <file>', 'which column is which field, as for import catalog')
    .option('--failures', 'list them')
    .option('--json', 'print one JSON object')
    .action(
      async ({ json = false, failures = false, conversations, seed, ...options }: SimulateCommandOptions) => {
        const { runSimulate } = await import('../simulate.ts');
        const result = await runSimulate({
          ...options,
          conversations: Number(conversations),
          seed: Number(seed),
        });
        printResult(result, json);
        if (failures && !json) printFailures(result.failures);
      },
    );
